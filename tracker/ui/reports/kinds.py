"""What can be printed of one person, and on what paper: words that the command line knows before it does anything."""

from enum import StrEnum

A4 = "A4"
LETTER = "Letter"
PAPERS = (A4, LETTER)


class Document(StrEnum):
    """What can be printed of one person, in the order of printing."""

    PROGRESS = "progress"
    CHART = "chart"
    FACE_MAP = "face_map"
    HISTORY = "history"
    RATING_SHEET = "rating_sheet"
    APPOINTMENTS = "appointments"
