"""What a person chooses for printed documents, and the paper they are printed on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QLocale

from tracker.charts.smoothing import DEFAULT_SPAN
from tracker.ui.reports.kinds import A4, LETTER, Document

_LETTER_TERRITORIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where Letter is the office paper (Unicode CLDR, paper sizes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """The choices for the ``documents`` of one person. Without ``start`` the period begins with the first entry,
    without ``end`` it ends today.

    ``face_map`` shows where the last botox was given, ``before_after`` the scores around each treatment; both on the
    progress page. ``map_of`` is the treatment of the face map on a page of its own, the last of the record without it.
    ``guides`` are those of the chart's `GUIDES` that are drawn, ``trend_span`` as of `ChartView`.
    ``letterhead`` puts the practice over every page. ``hide_identity`` also leaves notes out, private ones too: they
    may name anybody.
    """

    documents: frozenset[Document] = frozenset([Document.PROGRESS])
    paper: str = A4
    letterhead: bool = True
    hide_identity: bool = False
    with_notes: bool = False
    with_private_notes: bool = False
    greyscale: bool = False
    face_map: bool = True
    before_after: bool = True
    guides: frozenset[str] = frozenset()
    trend_span: float = DEFAULT_SPAN
    start: date | None = None
    end: date | None = None
    map_of: UUID | None = None

    @property
    def shows_notes(self) -> bool:
        """Return whether notes are printed."""
        return self.with_notes and not self.hide_identity

    @property
    def shows_private_notes(self) -> bool:
        """Return whether private notes are printed: asked for by name, and never together with a hidden identity."""
        return self.with_private_notes and not self.hide_identity

    def has(self, document: Document) -> bool:
        """Return whether a document is chosen."""
        return document in self.documents


def paper_of_locale(locale: QLocale | None = None) -> str:
    """Return the office paper of the system's country, `A4` or `LETTER`."""
    chosen = QLocale() if locale is None else locale
    return LETTER if QLocale.territoryToCode(chosen.territory()) in _LETTER_TERRITORIES else A4
