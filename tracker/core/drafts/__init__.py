"""Drafts: what a person types, before it is a record. ``problems()`` says what is wrong, field by field.

A field whose text could not be read holds `Unreadable`, so that nothing typed is lost and the problem stands beside it.
"""

from tracker.core.drafts.adverse_event import AdverseEventDraft
from tracker.core.drafts.botox import BotoxDraft, PointDraft
from tracker.core.drafts.contact import ContactDraft
from tracker.core.drafts.entry import MOST_DOWNTIME_DAYS, SHORTEST_REASON, EntryDraftBase, TreatmentDraftBase
from tracker.core.drafts.microdermabrasion import MOST_MINUTES, MOST_PASSES, MicrodermabrasionDraft
from tracker.core.drafts.other_event import OtherEventDraft
from tracker.core.drafts.person import MOST_TAGS, PersonDraft
from tracker.core.drafts.problems import EARLIEST_DAY, LONGEST_LINE, LONGEST_NOTE
from tracker.core.drafts.rating import RatingDraft
from tracker.core.drafts.typed import (
    MaybeDay,
    MaybeNumber,
    MaybeTime,
    MaybeWhole,
    Unreadable,
    is_expiry,
    plain_number,
)
from tracker.core.records import Botox, Entry, Microdermabrasion, OtherEvent

__all__ = [
    "EARLIEST_DAY",
    "LONGEST_LINE",
    "LONGEST_NOTE",
    "MOST_DOWNTIME_DAYS",
    "MOST_MINUTES",
    "MOST_PASSES",
    "MOST_TAGS",
    "SHORTEST_REASON",
    "AdverseEventDraft",
    "BotoxDraft",
    "ContactDraft",
    "EntryDraft",
    "EntryDraftBase",
    "MaybeDay",
    "MaybeNumber",
    "MaybeTime",
    "MaybeWhole",
    "MicrodermabrasionDraft",
    "OtherEventDraft",
    "PersonDraft",
    "PointDraft",
    "RatingDraft",
    "TreatmentDraft",
    "TreatmentDraftBase",
    "Unreadable",
    "draft_of",
    "is_expiry",
    "plain_number",
]

TreatmentDraft = MicrodermabrasionDraft | BotoxDraft
EntryDraft = MicrodermabrasionDraft | BotoxDraft | RatingDraft | OtherEventDraft


def draft_of(entry: Entry) -> EntryDraft:
    """Return a draft that holds what ``entry`` holds."""
    if isinstance(entry, Microdermabrasion):
        return MicrodermabrasionDraft.of(entry)
    if isinstance(entry, Botox):
        return BotoxDraft.of(entry)
    if isinstance(entry, OtherEvent):
        return OtherEventDraft.of(entry)
    return RatingDraft.of(entry)
