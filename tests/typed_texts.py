"""A record with a hostile text in every field that takes one, and a look for what of them is not shown as text.

A text can be read as markup (labels, tooltips, editors), and an ampersand in it as the mark of a key (buttons, menus,
tabs, labels that lead to a field).
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

import invented
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import QAction, Qt, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from support import TODAY

from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, ContactDraft, PersonDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record

HOSTILE = 'Zoë &Zq <img src="file:///etc/passwd"> <b>%1 {x} {0} %n &lt; \u202eعكس'
_MARK, _MAY_BREAK, _MOST_ROWS = "Zoë", "\u200b", 60
_TIP, _SHOWN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DisplayRole


def hostile(*names: str) -> dict[str, str]:
    """Return the hostile text for each of these fields."""
    return dict.fromkeys(names, HOSTILE)


def person(**changes: Any) -> PersonDraft:
    """Return somebody with the hostile text in every field that takes any text."""
    fields = hostile("name", "sort_name", "client_number", "phone", "email", "allergies", "notes", "private_note")
    return invented.person(**{**fields, "tags": (HOSTILE,), **changes})


def fill(record: Record) -> Person:
    """Put the hostile text into every table of ``record``; return who bears it."""
    record.practitioners.add(HOSTILE)
    record.templates.add("<b>&Zq", HOSTILE)
    record.made_by = HOSTILE
    who = record.people.add(person())
    record.people.add(person(client_number="2"))
    entry_texts = hostile("note", "private_note", "provider", "override_reason")
    treated = record.entries.add(who.id, invented.botox(**entry_texts, lot=HOSTILE))
    record.entries.add(who.id, invented.touch_up(TODAY - timedelta(100), **entry_texts, lot=HOSTILE))
    record.entries.add(who.id, invented.botox(TODAY - timedelta(300), **entry_texts, lot=HOSTILE))
    device = hostile("grit", "products_after")
    session = record.entries.add(who.id, invented.session(**entry_texts, **device))
    record.entries.add(who.id, invented.rating(**hostile("note", "private_note", "provider")))
    record.entries.remove([record.entries.add(who.id, invented.rating(TODAY, **hostile("note", "provider"))).id])
    record.entries.add(who.id, invented.other_event(**hostile("note", "private_note", "provider")))
    record.entries.sign([session.id])
    record.entries.amend(session.id, invented.session(**entry_texts, **device, passes=3), HOSTILE)
    _tell_more(record, who.id, treated.id)
    return who


def _tell_more(record: Record, person_id: UUID, treated: UUID) -> None:
    happened = AdverseEventDraft(term="other", onset_on=TODAY, grade=1, **hostile("other_term", "action", "note"))
    record.adverse_events.add(treated, happened)
    for kind, ahead in ((Kind.BOTOX, 40), (Kind.MICRODERMABRASION, 20)):
        record.plans.add(person_id, kind, TODAY + timedelta(ahead), note=HOSTILE)
    call = ContactDraft(
        on=TODAY, outcome=ContactOutcome.REACHED, until=TODAY + timedelta(7), **hostile("provider", "note")
    )
    record.contacts.log([(person_id, Kind.BOTOX)], call)


class Said(NamedTuple):
    """A text on screen, where it stands, and how it is read."""

    text: str
    where: str
    is_markup: bool = False
    marks_key: bool = False


def faults(root: QWidget) -> list[str]:
    """Return what of ``root`` does not show the hostile text letter by letter."""
    return [f"{said.where}: {said.text!r}" for said in texts(root) if not _is_faithful(said)]


def hostile_texts(root: QWidget) -> list[Said]:
    """Return the texts of ``root`` that hold the hostile one: where there is none, nothing was looked at."""
    return [said for said in texts(root) if _MARK in said.text]


def _is_faithful(said: Said) -> bool:
    shown = said.text
    if said.is_markup:
        if "<img" in shown.lower():
            return False
        shown = QTextDocumentFragment.fromHtml(shown).toPlainText()
    if said.marks_key:
        if "&Zq" in shown.replace("&&", ""):
            return False
        shown = shown.replace("&&", "&")
    return _MARK not in shown or "…" in shown or HOSTILE in " ".join(shown.replace(_MAY_BREAK, "").split())


def texts(root: QWidget) -> Iterator[Said]:
    """Yield every text of ``root`` and of what stands in it, hidden parts and menus too."""
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            yield _guessed(tip, where)
        yield Said(widget.windowTitle(), f"{where} title")
        yield from _own(widget, where)
    for action in root.findChildren(QAction):
        where = f"QAction {action.objectName()}"
        yield Said(action.text(), where, marks_key=True)
        if any(isinstance(menu, QMenu) and menu.toolTipsVisible() for menu in action.associatedObjects()):
            yield _guessed(action.toolTip(), where)


def _guessed(text: str, where: str) -> Said:
    """Return a text of which Qt guesses whether it is markup."""
    return Said(text, where, is_markup=Qt.mightBeRichText(text))


def _own(widget: QWidget, where: str) -> Iterator[Said]:
    if isinstance(widget, QLabel):
        is_markup = widget.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)
        guesses = widget.textFormat() is Qt.TextFormat.AutoText
        is_markup = is_markup or (guesses and Qt.mightBeRichText(widget.text()))
        yield Said(widget.text(), where, is_markup, marks_key=widget.buddy() is not None)
    elif isinstance(widget, QAbstractButton):
        yield Said(widget.text(), where, marks_key=True)
    elif isinstance(widget, QMenu | QGroupBox):
        yield Said(widget.title(), where, marks_key=True)
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield Said(widget.tabText(place), where, marks_key=True)
            yield _guessed(widget.tabToolTip(place), where)
    elif isinstance(widget, QLineEdit):
        yield Said(widget.text(), where)
        yield Said(widget.placeholderText(), where)
    elif isinstance(widget, QPlainTextEdit):
        yield Said(widget.toPlainText(), where)
    elif isinstance(widget, QTextEdit):
        yield Said(widget.toHtml(), f"{where} takes markup", is_markup=True)
    elif isinstance(widget, QComboBox | QAbstractItemView):
        yield from _of_model(widget.model(), where)


def _of_model(model: QAbstractItemModel | None, where: str) -> Iterator[Said]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            yield Said(str(index.data(_SHOWN) or ""), where)
            yield _guessed(str(index.data(_TIP) or ""), f"{where} cell")
