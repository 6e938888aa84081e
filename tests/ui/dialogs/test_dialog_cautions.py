"""Cautions in the log dialogs: said quietly, following what is typed, never standing against saving."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import save_from_any_field
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PersonDraft, PointDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

Opened = Callable[..., Any]


def test_nothing_is_said_where_nothing_is_to_be_said(opened: Opened) -> None:
    for kind in (LogBotoxDialog, LogMicrodermabrasionDialog):
        dialog = opened(kind)
        assert not dialog.cautions.isVisible()
        dialog.reject()


def test_units_being_typed_count_with_those_of_the_last_90_days(opened: Opened, record: Record, person: Person) -> None:
    for days in (89, 90):
        draft = BotoxDraft(on=TODAY - timedelta(days), product="botox_cosmetic", units=Decimal("350.5"))
        draft.override_reason = "as it was"
        record.entries.add(person.id, draft)
    dialog = opened(LogBotoxDialog)
    dialog.units.total.setText("49.4")
    assert dialog.cautions.lines == ()
    dialog.units.total.setText("49.5")
    assert dialog.cautions.isVisible()
    assert dialog.cautions.kind == "info"
    (line,) = dialog.cautions.lines
    assert line.startswith("400 units of onabotulinumtoxinA within 90 days.")
    dialog.product.choose("xeomin")
    assert not any("units" in line for line in dialog.cautions.lines)
    dialog.product.choose("botox_uk")
    dialog.units.show_sites(True)
    dialog.points.fill([PointDraft(units=Decimal(60), site="procerus")])
    assert any(line.startswith("410.5 units") for line in dialog.cautions.lines)


def test_another_brand_of_the_last_120_days_is_named(opened: Opened, record: Record, person: Person) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(120), product="dysport"))
    dialog = opened(LogBotoxDialog)
    assert not dialog.cautions.isVisible()
    dialog.product.choose("xeomin")
    assert dialog.cautions.lines == ("Another brand within 120 days: Dysport on 9 Nov 2025. Tell your injector.",)
    assert dialog.cautions.accessibleName() == f"Caution. {dialog.cautions.lines[0]}"
    save_from_any_field()
    assert record.entries.latest(person.id, Kind.BOTOX).product == "xeomin"


@pytest.mark.parametrize(
    ("kind", "names"),
    [(LogBotoxDialog, ["Pregnancy"]), (LogMicrodermabrasionDialog, ["Isotretinoin", "Pregnancy", "Cold sores"])],
)
def test_cautions_of_the_person_are_shown_with_their_note_where_they_concern_the_treatment(
    opened: Opened, record: Record, person: Person, kind: type, names: list[str]
) -> None:
    cautious = PersonDraft(name=person.name, cautions=("isotretinoin", "pregnancy", "cold_sores"))
    record.people.change(person.id, cautious)
    dialog = opened(kind, whose=record.people.get(person.id))
    said = dialog.cautions.lines
    assert len(said) == len(names)
    for line, name in zip(said, names, strict=True):
        assert line.startswith(name)
        assert ": " in line
        assert line.endswith(".")
    assert not dialog.guard.isVisible()
    if kind is LogBotoxDialog:
        dialog.product.choose("xeomin")
    save_from_any_field()
    assert record.entries.count() == 1


def test_a_caution_leaves_the_note_of_the_guard_alone(opened: Opened, record: Record, person: Person) -> None:
    record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY - timedelta(1)))
    record.people.change(person.id, PersonDraft(name=person.name, cautions=("cold_sores",)))
    dialog = opened(LogMicrodermabrasionDialog, whose=record.people.get(person.id))
    assert dialog.guard.is_firm
    assert dialog.cautions.isVisible()
    save_from_any_field()
    assert record.entries.count() == 1
