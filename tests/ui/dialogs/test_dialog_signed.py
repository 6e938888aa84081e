"""Amending signed entries, private notes, downtime, and who is named in a new entry."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import invented
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, PointDraft, RatingDraft
from tracker.core.records import Entry, Person, Rater
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.log_other_event import LogOtherEventDialog
from tracker.ui.dialogs.rate import RateDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")
OSEI = "Dr A. Osei"
KINDS: dict[str, tuple[type, Any]] = {
    "botox": (LogBotoxDialog, invented.botox()),
    "session": (LogMicrodermabrasionDialog, invented.session()),
    "rating": (RateDialog, invented.rating()),
    "other_event": (LogOtherEventDialog, invented.other_event()),
}
Open = Callable[..., Any]


def signed(record: Record, person: Person, draft: Any) -> Entry:
    record.made_by = OSEI
    entry = record.entries.add(person.id, draft)
    record.entries.sign([entry.id])
    return record.entries.get(entry.id)


@pytest.mark.parametrize("name", KINDS)
def test_a_signed_entry_is_amended_with_a_reason(opened: Open, record: Record, person: Person, name: str) -> None:
    dialog_class, draft = KINDS[name]
    entry = signed(record, person, draft)
    dialog = opened(dialog_class, entry=entry)
    assert dialog.windowTitle().startswith("Amend ")
    assert dialog.save_button.text() == "&Save amendment"
    dialog.note.fill("looked again")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.field("reason").problem == "This is needed."
    dialog.reason.fill("ab")
    dialog.save()
    assert dialog.field("reason").problem == "A note of at least 3 characters is needed."
    assert record.entries.get(entry.id) == entry
    dialog.reason.fill("other side")
    dialog.save()
    assert not dialog.isVisible()
    (amended,) = record.entries.amendments_of(entry.id)
    assert (amended.amendment.reason, amended.before, amended.after.note) == ("other side", entry, "looked again")


def test_amending_without_a_name_says_so_and_keeps_what_was_typed(opened: Open, record: Record, person: Person) -> None:
    entry = signed(record, person, invented.session())
    record.made_by = None
    dialog = opened(LogMicrodermabrasionDialog, entry=entry)
    dialog.reason.fill("other side")
    dialog.save()
    assert "who works here now" in dialog.failure.text
    assert dialog.reason.text == "other side"


def test_an_unsigned_entry_is_edited_without_a_reason(opened: Open, record: Record, person: Person) -> None:
    dialog = opened(LogBotoxDialog, entry=record.entries.add(person.id, invented.botox()))
    assert dialog.windowTitle() == "Edit botox"
    assert dialog.save_button.text() == "&Save"
    assert dialog.reason.parentWidget() is None


@pytest.mark.parametrize("name", KINDS)
def test_private_note_and_what_else_is_not_shown_survive_an_edit(
    opened: Open, record: Record, person: Person, name: str
) -> None:
    dialog_class, draft = KINDS[name]
    entry = record.entries.add(person.id, draft)
    dialog = opened(dialog_class, entry=entry)
    dialog.details.open()
    dialog.private_note.fill("afraid of needles")
    dialog.save()
    assert record.entries.get(entry.id).private_note == "afraid of needles"
    again = opened(dialog_class, entry=record.entries.get(entry.id))
    assert again.details.is_open
    assert again.private_note.text == "afraid of needles"


def test_a_rating_keeps_the_practitioner_that_it_names_through_an_edit(
    opened: Open, record: Record, person: Person
) -> None:
    entry = record.entries.add(person.id, invented.rating(rater=Rater.SELF, provider=OSEI))
    dialog = opened(RateDialog, entry=entry)
    dialog.note.fill("seen again")
    dialog.save()
    changed = record.entries.get(entry.id)
    assert (changed.note, getattr(changed, "provider", None)) == ("seen again", OSEI)


@pytest.mark.parametrize("name", ["botox", "session"])
def test_downtime_is_asked_for_and_never_carried_over(opened: Open, record: Record, person: Person, name: str) -> None:
    dialog_class, draft = KINDS[name]
    entry = record.entries.add(person.id, draft)
    dialog = opened(dialog_class, entry=entry)
    dialog.downtime.setText("3")
    dialog.private_note.fill("secret")
    dialog.save()
    assert getattr(record.entries.get(entry.id), "downtime_days", None) == 3
    following = opened(dialog_class)
    assert (following.downtime.text(), following.private_note.text) == ("", "")
    copied = opened(dialog_class, draft=type(draft).of(record.entries.get(entry.id)))
    assert (copied.downtime.text(), copied.private_note.text) == ("", "")


def test_nonsense_days_of_downtime_are_said(opened: Open) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.downtime.setText("a few")
    dialog.save()
    assert dialog.field("downtime_days").problem == "“a few” is no number."


def test_a_new_entry_names_who_works_here_now_and_offers_who_has_not_left(
    opened: Open, record: Record, person: Person
) -> None:
    for name in (OSEI, "Bo Ek"):
        record.practitioners.add(name)
    left = record.practitioners.add("Gone")
    record.practitioners.set_left(left.id, True)
    record.entries.add(person.id, invented.session(provider="Somebody else"))
    carried = opened(LogMicrodermabrasionDialog)
    assert carried.provider.text() == "Somebody else"
    record.made_by = OSEI
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.provider.text() == OSEI
    assert dialog.provider.offered == ("Bo Ek", OSEI)
    dialog.provider.setText("A guest")
    dialog.save()
    assert getattr(record.entries.of(person.id)[0], "provider", None) == "A guest"


def test_down_shows_the_practitioners_and_enter_takes_one(opened: Open, record: Record) -> None:
    record.practitioners.add(OSEI)
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.details.open()
    dialog.provider.setFocus()
    QTest.keyClick(dialog.provider, Qt.Key.Key_Down)
    popup = dialog.provider.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.provider.text() == OSEI


def test_a_practitioners_rating_keeps_the_name(opened: Open, record: Record, person: Person) -> None:
    record.made_by = OSEI
    dialog = opened(RateDialog)
    dialog.details.open()
    assert not dialog.by_field.isVisible()
    dialog.rater.choose("practitioner")
    assert dialog.by_field.isVisible()
    dialog.parts["texture"].scale.choose(6)
    dialog.save()
    (rating,) = record.entries.of(person.id)
    assert (getattr(rating, "rater", None), getattr(rating, "provider", None)) == (Rater.PRACTITIONER, OSEI)
    own = opened(RateDialog)
    own.parts["texture"].scale.choose(7)
    own.save()
    latest = record.entries.of(person.id)[0]
    assert (getattr(latest, "rater", None), getattr(latest, "provider", None)) == (Rater.SELF, None)


def test_the_first_session_of_a_client_is_filled_as_the_practitioners_last(
    opened: Open, record: Record, person: Person
) -> None:
    other = record.people.add(PersonDraft(name="Ben Example"))
    record.entries.add(
        other.id,
        MicrodermabrasionDraft(
            on=TODAY - timedelta(6),
            provider=OSEI,
            device="diamond",
            grit="120",
            passes=2,
            areas=("nose",),
            note="Ben's nose",
            private_note="Ben's secret",
            cost=Decimal(80),
            currency="EUR",
            reaction=1,
        ),
    )
    record.made_by = OSEI
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.same_as.text == "Filled in as Dr A. Osei’s last session on 3 Mar."
    draft = dialog.draft()
    assert (draft.device, draft.grit, draft.passes, draft.provider) == ("diamond", "120", 2, OSEI)
    assert (draft.areas, draft.note, draft.private_note, draft.cost, draft.reaction) == ((), "", "", None, None)


def test_a_product_new_to_the_client_brings_the_practitioners_vial_and_no_units(
    opened: Open, record: Record, person: Person
) -> None:
    other = record.people.add(PersonDraft(name="Ben Example"))
    record.entries.add(
        other.id,
        BotoxDraft(
            on=TODAY - timedelta(6),
            provider=OSEI,
            product="dysport",
            lot="L7",
            expires="2027-05",
            dilution_ml=Decimal("2.5"),
            points=[PointDraft(units=Decimal(20), site="procerus")],
        ),
    )
    record.made_by = OSEI
    dialog = opened(LogBotoxDialog)
    assert dialog.product.chosen is None
    dialog.product.choose("dysport")
    draft = dialog.draft()
    assert (draft.lot, draft.expires, draft.dilution_ml, draft.provider) == ("L7", "2027-05", Decimal("2.5"), OSEI)
    assert (draft.units, draft.points_total()) == (None, None)
    assert dialog.same_as.text == (
        "Lot, expiry and dilution are filled in as in Dr A. Osei’s last treatment with it on 3 Mar."
    )
    dialog.product.choose("daxxify")
    assert (dialog.draft().lot, dialog.same_as.text) == ("", "")


def test_the_clients_own_last_values_come_before_the_practitioners(
    opened: Open, record: Record, person: Person
) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(200), product="dysport", lot="OWN", provider="X"))
    other = record.people.add(PersonDraft(name="Ben Example"))
    record.entries.add(other.id, BotoxDraft(on=TODAY, product="dysport", lot="THEIRS", provider=OSEI))
    record.made_by = OSEI
    dialog = opened(LogBotoxDialog)
    assert (dialog.draft().lot, dialog.draft().provider) == ("OWN", OSEI)


def test_a_rating_made_twice_by_different_raters_stays_two_series(record: Record, person: Person) -> None:
    for rater in Rater:
        record.entries.add(person.id, RatingDraft(on=TODAY, rater=rater, provider=OSEI, scores={"texture": 5}))
    timeline = record.timelines.of(person.id)
    assert [(one.concern, one.rater, len(one.days)) for one in timeline.series] == [
        ("texture", Rater.SELF, 1),
        ("texture", Rater.PRACTITIONER, 1),
    ]
