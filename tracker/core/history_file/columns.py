"""The columns of the history file: their order, which event uses which, and the sizes that are accepted."""

from collections.abc import Mapping

from tracker.core.records import CONCERNS, Kind

COLUMNS = (
    "person",
    "birth_date",
    "date",
    "time",
    "event",
    "setting",
    "device",
    "grit",
    "vacuum",
    "vacuum_unit",
    "passes",
    "minutes",
    "areas",
    "reaction",
    "product",
    "units",
    "points",
    "lot",
    "expires",
    "dilution_ml",
    "touch_up",
    "texture",
    "wrinkles",
    "tone",
    "fine_lines",
    "acne_scars",
    "sun_damage",
    "dullness",
    "rater",
    "provider",
    "cost",
    "currency",
    "note",
    "id",
)
"""The columns of every file, in the order in which they are written."""

OF_OTHER_EVENTS = ("other_event", "until")
"""Columns that only a file with other events has: without one it is what it was before there were any."""

PRIVATE_NOTE = "private_note"
"""The last column of a file that was asked for with private notes; no other file has it."""

KNOWN = (*COLUMNS, *OF_OTHER_EVENTS, PRIVATE_NOTE)
"""All columns that are read."""

REQUIRED = ("person", "date", "event")

_SHARED = frozenset({"person", "birth_date", "date", "time", "event", "note", "id", PRIVATE_NOTE})
_TREATMENT = _SHARED | {"provider", "cost", "currency"}

USED_BY: Mapping[Kind, frozenset[str]] = {
    Kind.MICRODERMABRASION: _TREATMENT
    | {"setting", "device", "grit", "vacuum", "vacuum_unit", "passes", "minutes", "areas", "reaction"},
    Kind.BOTOX: _TREATMENT | {"product", "units", "points", "lot", "expires", "dilution_ml", "touch_up"},
    Kind.RATING: _SHARED | {*CONCERNS, "rater", "provider"},
    Kind.OTHER_EVENT: _SHARED | {*OF_OTHER_EVENTS, "provider"},
}
"""The columns that each event can fill."""

COMPANIONS = frozenset({"vacuum_unit", "rater", "currency"})
"""Columns that say nothing without the value they go with: a table may fill them in rows that have no use for them."""

GUARDED = frozenset({"person", "grit", "points", "lot", "provider", "note", PRIVATE_NOTE})
"""The columns whose text a person may choose freely enough to look like a formula."""

LISTS = ("areas", "points")
SEPARATOR = "|"

MOST_BYTES = 50_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_PARTS = 1_000
LONGEST_CELL = 1_000_000
"""Characters: ten times the longest note. What is longer begins with a quotation mark that is never closed."""
MOST_PROBLEMS = 10_000
"""After so many the rest of a file is not looked at; whoever mends those has a file that is wrong altogether."""
