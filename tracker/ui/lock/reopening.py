"""Opens the dialogs again that the lock closed, and puts into them what was typed there."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from tracker.core.errors import SkintervalError
from tracker.core.records import Kind
from tracker.core.reminders.outlook import person_of
from tracker.ui import messages
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.record_pages import PLAN
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.unfinished import Unfinished
    from tracker.services.record import Record
    from tracker.ui.record_stage import RecordStage
    from tracker.ui.window_frame import WindowFrame


class Reopening(QObject):
    """Goes the ways that a person goes to a dialog, for each kind of work the one that leads to it."""

    def __init__(self, stage: "RecordStage", window: "WindowFrame") -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = window
        self._ways = {
            **{kind.value: self._log for kind in Kind},
            "person": self._person,
            "what_happened": self._happened,
            "contact": self._contact,
            "interval": self._interval,
            "move": self._move,
            "merge": self._merge,
            "templates": self._templates,
            "practitioners": self._practitioners,
            "snooze": self._snooze,
            "reminder_settings": self._reminder_settings,
            "counting": self._counting,
            "calendar": self._calendar,
            "import": self._import,
        }

    def reopen(self, record: "Record", held: "Sequence[Unfinished]") -> None:
        """Open what the record keeps, or what is ``held`` beside it; then the record keeps it no more."""
        try:
            # One that is only read keeps it until somebody can go on with it.
            kept = () if record.is_read_only else record.unfinished.all()
            for one in (*kept, *held):
                self._open(record, one)
            if kept:
                record.unfinished.forget()
        except SkintervalError as problem:
            self._say(error(problem))

    def _open(self, record: "Record", one: "Unfinished") -> None:
        before = set(self._dialogs())
        try:
            self._ways[one.kind](record, one.kind, one.opened_for)
            for dialog in self._dialogs():
                if dialog not in before:
                    dialog.retype(one.typed)
        except SkintervalError as problem:
            self._say(error(problem))
        except (KeyError, ValueError, TypeError):
            # Another version of the program closed it: it asked otherwise.
            self._say(self.tr("It was typed in another version of Skinterval."))

    def _dialogs(self) -> list[CardDialog]:
        return [dialog for dialog in self._window.findChildren(CardDialog) if dialog.isVisible()]

    def _say(self, cause: str) -> None:
        messages.tell(self._window, self.tr("Not everything that was being typed could be opened again"), cause)

    def _log(self, record: "Record", kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.show_person(UUID(opened_for["person"]))
        entries = self._stage.controller.entries
        if opened_for["entry"] is not None:
            entries.edit(record.entries.get(UUID(opened_for["entry"])))
            return
        plan = opened_for.get("plan")
        entries.log(Kind(kind), None if plan is None else record.plans.get(UUID(plan)))

    def _person(self, _record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        people = self._stage.controller.people
        if opened_for["person"] is None:
            people.add()
            return
        self._stage.show_person(UUID(opened_for["person"]))
        people.details()

    def _happened(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.show_person(UUID(opened_for["person"]))
        event = opened_for["event"]
        self._stage.controller.safety.what_happened(
            event=None if event is None else record.adverse_events.get(UUID(event))
        )

    def _contact(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        about = [
            (record.people.get(UUID(person)), None if kind is None else Kind(kind))
            for person, kind in opened_for["about"]
        ]
        there = record.contacts.of(about[0][0].id)
        contact = next((one for one in there if str(one.id) == opened_for["contact"]), None)
        self._stage.controller.people.log_contact(record, about, contact, asks_treatment=opened_for["asks_treatment"])

    def _interval(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        person = UUID(opened_for["person"])
        self._stage.show_person(person)
        self._stage.show_tab(PLAN)
        wanted = opened_for["rule"], opened_for["product"]
        for found in record.intervals.in_force(person):
            if (found.rule.id, found.product) == wanted and self._stage.view.plan is not None:
                self._stage.view.plan.edit_rule(found)

    def _move(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.show_person(UUID(opened_for["person"]))
        entry = record.entries.get(UUID(opened_for["entry"]))
        self._stage.controller.entries.move_to(entry, UUID(opened_for["taker"]))

    def _merge(self, _record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.controller.people.merge_with(UUID(opened_for["kept"]), UUID(opened_for["other"]))

    def _templates(self, _record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.controller.templates()
        self._choose(opened_for)

    def _practitioners(self, _record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.controller.who_works_here()
        self._choose(opened_for)

    def _snooze(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        keys = set(opened_for["reminders"])
        people = {person_of(key) for key in keys}
        listed = record.reminders.listed(people.pop() if len(people) == 1 else None)
        still = tuple(reminder for reminder in listed if reminder.key in keys)
        if still:
            self._stage.controller.reminding.snooze_to_a_day(still)

    def _reminder_settings(self, _record: "Record", _kind: str, _opened_for: Mapping[str, Any]) -> None:
        self._stage.controller.reminding.settings()

    def _counting(self, _record: "Record", _kind: str, _opened_for: Mapping[str, Any]) -> None:
        self._stage.controller.counting()

    def _calendar(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.show_person(UUID(opened_for["person"]))
        self._stage.files.ask_calendar(record, record.people.get(UUID(opened_for["person"])))

    def _import(self, record: "Record", _kind: str, opened_for: Mapping[str, Any]) -> None:
        self._stage.files.preview_import(record, Path(opened_for["path"]))

    def _choose(self, opened_for: Mapping[str, Any]) -> None:
        from tracker.ui.dialogs.kept_list import KeptListDialog

        chosen = opened_for["chosen"]
        for dialog in self._dialogs():
            if isinstance(dialog, KeptListDialog) and chosen is not None:
                dialog.read_again(UUID(chosen))
