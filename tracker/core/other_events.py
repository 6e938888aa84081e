"""The events that a note makes; the names of all are in the catalogue."""

NOTE = "note"
OTHER = "other"

TOLD_BY_NOTE = frozenset({NOTE, OTHER})
"""The events that say nothing without a note."""
