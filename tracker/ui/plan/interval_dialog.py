"""The numbers of one rule: for everybody or for one person, switched off, or back to the shipped ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tracker.core.errors import Problem, SkintervalError
from tracker.core.intervals import LONGEST_INTERVAL, Days, problems_of
from tracker.core.rules_in_force import RuleInForce
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import line_edit, row_of
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.icons import GLYPHS
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import catalog as names
from tracker.ui.words.rules import rule_name, shipped_words
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH, NUMBER_WIDTH = 560, 110
EVERYBODY, ONE_PERSON = "everybody", "person"


class IntervalDialog(FormDialog):
    """Changes a rule as it counts for ``person``."""

    kind_of_work = "interval"

    def __init__(
        self, record: "Record", person: "Person", found: RuleInForce, theme: "Theme", parent: QWidget | None
    ) -> None:
        glyph = GLYPHS[found.rule.before.value]
        super().__init__(theme, parent, title=rule_name(found.rule, None, record.catalog), width=WIDTH, glyph=glyph)
        self.setObjectName("intervalDialog")
        self._record = record
        self._person = person
        self._found = found
        if found.product is not None:
            self.set_subtitle(names.product(found.product, record.catalog))
        self._make_controls()
        self._build()
        self._fill()
        self.begin()
        self.minimum.setFocus(Qt.FocusReason.TabFocusReason)
        self.minimum.selectAll()

    def _make_controls(self) -> None:
        self.minimum, self.recommended, self.lapsed = (self._number() for _each in range(3))
        texts = [(EVERYBODY, self.tr("Everybody")), (ONE_PERSON, self.tr("This person"))]
        self.scope = Segments(texts, name=self.tr("Counts for"))
        self.is_off = QCheckBox(self.tr("&Switch this rule off"))
        self.is_off.setObjectName("is_off")
        self.is_off.setAccessibleName(self.tr("Switch this rule off"))

    def _number(self) -> QLineEdit:
        edit = line_edit(width=NUMBER_WIDTH)
        edit.setValidator(QIntValidator(0, 10 * LONGEST_INTERVAL, edit))
        edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        return edit

    def _build(self) -> None:
        self.said = PlainLabel(shipped_words(self._found), "small", self, wrap=True)
        self.said.setObjectName("shipped")
        self.rows.addWidget(self.said)
        fields = [
            self.add_field("minimum", self.tr("&At least, days"), self.minimum),
            self.add_field("recommended", self.tr("Window &from, days"), self.recommended),
        ]
        if self._found.shipped.lapsed is not None:
            fields.append(self.add_field("lapsed", self.tr("&Past from, days"), self.lapsed))
        self.rows.addLayout(row_of(*fields, spacing=16))
        self.rows.addLayout(row_of(self.add_field("scope", self.tr("Counts f&or"), self.scope)))
        self.rows.addWidget(self.is_off)
        self.reset_button = self.add_button(self.tr("&Reset to shipped"), "reset")
        mark_changing(self.reset_button)
        self.reset_button.clicked.connect(self._on_reset)
        self.footer.removeWidget(self.reset_button)
        self.footer.insertWidget(0, self.reset_button)
        self.reset_button.setVisible(self._found.own is not None)

    def _fill(self) -> None:
        days, own = self._found.days, self._found.own
        self.minimum.setText(str(days.minimum))
        self.recommended.setText(str(days.recommended))
        self.lapsed.setText("" if days.lapsed is None else str(days.lapsed))
        is_personal = own is not None and own.person_id is not None
        self.scope.choose(ONE_PERSON if is_personal else EVERYBODY)
        # The person's own numbers go before everybody's: they are reset before everybody's can count again.
        self.scope.setEnabled(not is_personal)
        self.is_off.setChecked(self._found.is_off)

    def draft(self) -> object:
        return self._typed(), self.scope.chosen, self.is_off.isChecked()

    def inputs(self) -> dict[str, QWidget]:
        return super().inputs() | {"is_off": self.is_off}

    def opened_for(self) -> dict[str, JsonValue]:
        return {"person": str(self._person.id), "rule": self._found.rule.id, "product": self._found.product}

    def problems(self) -> Sequence[Problem]:
        missing = [name for name, number in self._typed().items() if number is None]
        if missing:
            return [Problem(name, "required") for name in missing]
        return problems_of(self._days(), has_lapsed=self._found.shipped.lapsed is not None)

    def store(self) -> None:
        person_id = self._person.id if self.scope.chosen == ONE_PERSON else None
        self._record.intervals.change(
            self._found.rule.id,
            self._days(),
            person_id=person_id,
            product=self._found.product,
            is_off=self.is_off.isChecked(),
        )

    def _typed(self) -> dict[str, int | None]:
        edits = {"minimum": self.minimum, "recommended": self.recommended}
        if self._found.shipped.lapsed is not None:
            edits["lapsed"] = self.lapsed
        return {name: int(edit.text()) if edit.text().isdigit() else None for name, edit in edits.items()}

    def _days(self) -> Days:
        typed = self._typed()
        return Days(typed["minimum"] or 0, typed["recommended"] or 0, typed.get("lapsed"))

    def _on_reset(self) -> None:
        own = self._found.own
        if own is None:
            return
        try:
            self._record.intervals.reset(own.rule, person_id=own.person_id, product=own.product)
        except SkintervalError as failed:
            self._say_failure(failed)
        else:
            self.accept()
