"""Recorded changes in words: what was done, when, by whom, and each field from its old to its new value."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.change_history import PRIVATE_FIELD, RecordedChange
from tracker.core.records import Entry
from tracker.ui.words.catalog import kind, lowered
from tracker.ui.words.dates import day_table, language
from tracker.ui.words.field_values import NOTHING, moment_table, site_name, units_text, value_text
from tracker.ui.words.fields import field_name

translate = QCoreApplication.translate
_LONG = 60


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field. ``before`` is empty of a new record, ``after`` of one that is gone: only one value is said then."""

    name: str
    before: str
    after: str
    is_private: bool = False

    @property
    def short(self) -> str:
        """Return "Lot: A1 → B2" or "Lot: B2" on one line."""
        return " ".join(self._joined().split())

    @property
    def said(self) -> str:
        """Return the same; the two values of a long text stand one under the other, as they were written."""
        values = (self.before, self.after)
        if not all(values) or not any("\n" in value or len(value) > _LONG for value in values):
            return self._joined()
        text = translate("ChangeHistory", "{field}, before:\n{old}\n{field}, after:\n{new}")
        return text.format(field=self.name, old=self.before, new=self.after)

    @property
    def hidden(self) -> str:
        """Return that the field changed, without its values."""
        return translate("ChangeHistory", "{field}: changed").format(field=self.name)

    def _joined(self) -> str:
        values = " → ".join(value for value in (self.before, self.after) if value)
        return translate("ChangeHistory", "{field}: {values}").format(field=self.name, values=values)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change as it is listed; ``by`` is `NOTHING` where nobody was named."""

    when: str
    by: str
    what: str
    fields: tuple[FieldLine, ...]

    @property
    def summary(self) -> str:
        """Return all fields on one line."""
        return "; ".join(field.short for field in self.fields)


def change_line(change: RecordedChange, catalog: Catalog, person_id: UUID) -> ChangeLine:
    """Return a change of ``person_id``'s data in words."""
    return ChangeLine(
        when=moment_table(change.at),
        by=change.by or NOTHING,
        what=what_text(change),
        fields=(*_fields(change, catalog, person_id), *_points(change, catalog)),
    )


def made_text(line: ChangeLine) -> str:
    """Return when and by whom: "9 Mar 2026, 09:00, by Dr A. Osei"."""
    if line.by == NOTHING:
        return translate("ChangeHistory", "{when}. Nobody was named as working here.").format(when=line.when)
    return translate("ChangeHistory", "{when}, by {name}").format(when=line.when, name=line.by)


def about_text(entry: Entry | None, group: str, search: str) -> str:
    """Return which changes a page lists: of an entry or of a group (empty for all), narrowed by the words typed."""
    if entry is not None:
        text = translate("ChangeHistory", "Changes of {kind}, {day}")
        text = text.format(kind=lowered(kind(entry.kind)), day=day_table(entry.on))
    elif group:
        text = translate("ChangeHistory", "Changes: {group}").format(group=lowered(group))
    else:
        text = translate("ChangeHistory", "All recorded changes")
    typed = " ".join(search.split())
    found = translate("ChangeHistory", "{changes}, with the words “{words}”")
    return found.format(changes=text, words=typed) if typed else text


def what_text(change: RecordedChange) -> str:
    """Return what was done: "Botox changed, 9 Mar 2026", "Undone: rating logged, 9 Mar 2026"."""
    new, changed, gone = _done(language().name())[change.table]
    is_new, is_gone = change.is_new, change.is_gone
    if change.direction == "undo":
        is_new, is_gone = is_gone, is_new
    text = new if is_new else gone if is_gone else changed
    if is_new and change.verb == "import":
        text = _imported().get(change.table, text)
    if is_new and change.verb == "bring_back":
        text = _brought_back().get(change.table, text)
    if change.on is not None:
        text = translate("ChangeHistory", "{what}, {day}").format(what=text, day=day_table(change.on))
    prefixes = {
        "undo": translate("ChangeHistory", "Undone: {what}"),
        "redo": translate("ChangeHistory", "Done again: {what}"),
    }
    return prefixes.get(change.direction, "{what}").format(what=text)


def _fields(change: RecordedChange, catalog: Catalog, person_id: UUID) -> list[FieldLine]:
    return [
        _line(
            change,
            field_name(change.table, item.field, catalog),
            value_text(item.field, item.before, catalog, person_id),
            value_text(item.field, item.after, catalog, person_id),
            is_private=item.field == PRIVATE_FIELD,
        )
        for item in change.fields
    ]


def _points(change: RecordedChange, catalog: Catalog) -> list[FieldLine]:
    lines = []
    for point in change.points:
        before, after = units_text(point.before), units_text(point.after)
        if before == after:
            after = translate("ChangeHistory", "{units}, at another place").format(units=after)
        lines.append(_line(change, site_name(point.site, catalog), before, after))
    return lines


def _line(change: RecordedChange, name: str, before: str, after: str, *, is_private: bool = False) -> FieldLine:
    return FieldLine(name, "" if change.is_new else before, "" if change.is_gone else after, is_private)


@cache
def _done(_language: str) -> dict[str, tuple[str, str, str]]:
    """Return for each table what is said of a new, a changed and a removed record."""
    return {
        "person": (
            translate("ChangeHistory", "Person added"),
            translate("ChangeHistory", "Person changed"),
            translate("ChangeHistory", "Person removed"),
        ),
        "microdermabrasion": (
            translate("ChangeHistory", "Session logged"),
            translate("ChangeHistory", "Session changed"),
            translate("ChangeHistory", "Session deleted"),
        ),
        "botox": (
            translate("ChangeHistory", "Botox logged"),
            translate("ChangeHistory", "Botox changed"),
            translate("ChangeHistory", "Botox deleted"),
        ),
        "injection_point": (
            translate("ChangeHistory", "Injection point added"),
            translate("ChangeHistory", "Injection point changed"),
            translate("ChangeHistory", "Injection point removed"),
        ),
        "rating": (
            translate("ChangeHistory", "Rating saved"),
            translate("ChangeHistory", "Rating changed"),
            translate("ChangeHistory", "Rating deleted"),
        ),
        "other_event": (
            translate("ChangeHistory", "Note or event logged"),
            translate("ChangeHistory", "Note or event changed"),
            translate("ChangeHistory", "Note or event deleted"),
        ),
        "planned_treatment": (
            translate("ChangeHistory", "Treatment planned"),
            translate("ChangeHistory", "Plan changed"),
            translate("ChangeHistory", "Plan removed"),
        ),
        "own_interval": (
            translate("ChangeHistory", "Interval changed"),
            translate("ChangeHistory", "Interval changed"),
            translate("ChangeHistory", "Interval reset"),
        ),
        "record_setting": (
            translate("ChangeHistory", "Setting of the record changed"),
            translate("ChangeHistory", "Setting of the record changed"),
            translate("ChangeHistory", "Setting of the record reset"),
        ),
        "reminder_answer": (
            translate("ChangeHistory", "Reminder answered"),
            translate("ChangeHistory", "Answer to a reminder changed"),
            translate("ChangeHistory", "Answer to a reminder removed"),
        ),
        "practitioner": (
            translate("ChangeHistory", "Practitioner added"),
            translate("ChangeHistory", "Practitioner changed"),
            translate("ChangeHistory", "Practitioner removed"),
        ),
        "text_template": (
            translate("ChangeHistory", "Text template added"),
            translate("ChangeHistory", "Text template changed"),
            translate("ChangeHistory", "Text template removed"),
        ),
        "contact": (
            translate("ChangeHistory", "Contact logged"),
            translate("ChangeHistory", "Contact changed"),
            translate("ChangeHistory", "Contact removed"),
        ),
        "adverse_event": (
            translate("ChangeHistory", "Adverse event added"),
            translate("ChangeHistory", "Adverse event changed"),
            translate("ChangeHistory", "Adverse event removed"),
        ),
        "amendment": (
            translate("ChangeHistory", "Entry amended"),
            translate("ChangeHistory", "Amendment changed"),
            translate("ChangeHistory", "Amendment removed"),
        ),
    }


def _imported() -> dict[str, str]:
    return {
        "person": translate("ChangeHistory", "Person imported"),
        "microdermabrasion": translate("ChangeHistory", "Session imported"),
        "botox": translate("ChangeHistory", "Botox imported"),
        "rating": translate("ChangeHistory", "Rating imported"),
        "other_event": translate("ChangeHistory", "Note or event imported"),
    }


def _brought_back() -> dict[str, str]:
    return {
        "microdermabrasion": translate("ChangeHistory", "Session brought back"),
        "botox": translate("ChangeHistory", "Botox brought back"),
        "rating": translate("ChangeHistory", "Rating brought back"),
        "other_event": translate("ChangeHistory", "Note or event brought back"),
        "contact": translate("ChangeHistory", "Contact brought back"),
        "adverse_event": translate("ChangeHistory", "Adverse event brought back"),
    }
