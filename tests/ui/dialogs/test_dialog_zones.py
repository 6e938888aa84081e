"""An entry keeps its wall time: opened and saved again in any zone, on days that the zone does not have whole."""

import os
import time as wall
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import invented
import pytest
from PySide6.QtCore import QDateTime

from tracker.core.drafts import EntryDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.log_other_event import LogOtherEventDialog
from tracker.ui.dialogs.rate import RateDialog

pytestmark = pytest.mark.skipif(
    not hasattr(wall, "tzset"), reason="this system cannot change its zone in a running program"
)
Opened = Callable[..., Any]
MOMENTS = [
    ("Europe/Berlin", date(2025, 3, 30), time(2, 30), Kind.RATING),
    ("Europe/Berlin", date(2025, 10, 26), time(2, 30), Kind.BOTOX),
    ("America/St_Johns", date(2011, 3, 13), time(0, 30), Kind.RATING),
    ("America/Sao_Paulo", date(2018, 11, 4), time(0, 0), Kind.MICRODERMABRASION),
    ("Pacific/Apia", date(2011, 12, 30), time(12, 0), Kind.BOTOX),
    ("Asia/Kathmandu", date(1986, 1, 1), time(0, 5), Kind.MICRODERMABRASION),
    ("Africa/Casablanca", date(2025, 2, 23), time(2, 30), Kind.RATING),
    ("Pacific/Apia", date(2011, 12, 30), time(12, 0), Kind.OTHER_EVENT),
]
"""Times that their zone does not have, or has twice; in Apia the whole day was left out."""

DRAFTS: dict[Kind, Callable[..., EntryDraft]] = {
    Kind.BOTOX: invented.botox,
    Kind.MICRODERMABRASION: invented.session,
    Kind.RATING: invented.rating,
    Kind.OTHER_EVENT: invented.other_event,
}
DIALOGS: dict[Kind, type[Any]] = {
    Kind.BOTOX: LogBotoxDialog,
    Kind.MICRODERMABRASION: LogMicrodermabrasionDialog,
    Kind.RATING: RateDialog,
    Kind.OTHER_EVENT: LogOtherEventDialog,
}


@pytest.fixture
def move_to() -> Iterator[Callable[[str], None]]:
    """Return a function that puts this program into a zone; it is back in its own afterwards."""
    former = os.environ.get("TZ")

    def move(zone: str) -> None:
        os.environ["TZ"] = zone
        wall.tzset()

    yield move
    if former is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = former
    wall.tzset()


@pytest.mark.parametrize(("zone", "on", "at", "kind"), MOMENTS)
def test_an_entry_looked_at_in_another_zone_and_saved_is_no_change(
    opened: Opened,
    record: Record,
    person: Person,
    move_to: Callable[[str], None],
    zone: str,
    on: date,
    at: time,
    kind: Kind,
) -> None:
    move_to("UTC")
    entry = record.entries.add(person.id, DRAFTS[kind](on, at=at))
    latest = record.undo.next_undo
    move_to(zone)
    assert QDateTime.currentDateTime().offsetFromUtc() == wall.localtime().tm_gmtoff
    dialog = opened(DIALOGS[kind], entry=entry)
    draft = dialog.draft()
    assert (draft.on, draft.at) == (on, at)
    assert not dialog.is_changed()
    dialog.save()
    assert record.entries.get(entry.id) == entry
    assert record.undo.next_undo == latest
