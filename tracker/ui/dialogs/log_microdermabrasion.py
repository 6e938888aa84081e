"""The dialog that logs or edits a microdermabrasion session."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.drafts import MicrodermabrasionDraft
from tracker.core.errors import Problem
from tracker.core.records import Kind, Microdermabrasion, Person, PlannedTreatment, Setting
from tracker.ui.dialogs.areas import AreasEdit
from tracker.ui.dialogs.carried import copy_on, session_by, session_like
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.entry import titled
from tracker.ui.dialogs.fields import ChoiceBox, NoteEdit, line_edit, row_of, text_of
from tracker.ui.dialogs.passes import PassesEdit
from tracker.ui.dialogs.treatment import TreatmentDialog
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import catalog as names
from tracker.ui.words.numbers import read_number, read_whole

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 620


class LogMicrodermabrasionDialog(TreatmentDialog):
    """Filled from the last session; Enter saves.

    ``entry`` is edited, ``draft`` is an entry to log once more today, ``plan`` is carried out.
    """

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        entry: Microdermabrasion | None = None,
        draft: MicrodermabrasionDraft | None = None,
        plan: PlannedTreatment | None = None,
    ) -> None:
        amending = self.tr("Amend microdermabrasion")
        title = titled(entry, self.tr("Log microdermabrasion"), self.tr("Edit microdermabrasion"), amending)
        kind = Kind.MICRODERMABRASION
        super().__init__(
            record, person, preferences, theme, parent, title=title, width=WIDTH, kind=kind, entry=entry, plan=plan
        )
        self._make_controls()
        self._build()
        self._fill_at_start(draft)
        if plan is not None:
            self.take_plan(plan)
        self.begin()

    def _make_controls(self) -> None:
        catalog = self.record.catalog
        self.areas = AreasEdit({code: names.term(term) for code, term in catalog.areas.items()}, self.tr("Areas"))
        settings = [(setting.value, names.setting(setting)) for setting in (Setting.CLINIC, Setting.HOME)]
        self.setting = Segments(settings, name=self.tr("Where"), optional=True)
        self.passes = PassesEdit(self.tr("Passes"))
        devices = [(code, names.term(term)) for code, term in catalog.devices.items()]
        self.device = Segments(devices, name=self.tr("Method"), optional=True)
        reactions = [(grade, names.term(term)) for grade, term in catalog.reactions.items()]
        self.reaction = Segments(reactions, name=self.tr("Reaction afterwards"), optional=True)
        self.reaction_words = PlainLabel("", "small", wrap=True)
        self.grit = line_edit(self.tr("For a diamond tip"))
        self.vacuum = line_edit("", 120)
        units = [(code, names.term(term)) for code, term in catalog.vacuum_units.items()]
        self.vacuum_unit = ChoiceBox(units, self.tr("Unit"))
        self.minutes = line_edit("", 120)
        self.products_after = NoteEdit(self.tr("Sunscreen, moisturiser …"))
        self.reaction.chosenChanged.connect(self._on_reaction_chosen)
        self.vacuum.textEdited.connect(self._on_vacuum_edited)

    def _build(self) -> None:
        self.rows.addWidget(self.same_as)
        self.add_guard()
        self.add_when()
        self.rows.addWidget(self.add_field("areas", self.tr("A&reas"), self.areas))
        where = self.add_field("setting", self.tr("W&here"), self.setting)
        passes = self.add_field("passes", self.tr("&Passes"), self.passes)
        self.rows.addLayout(row_of(where, passes, spacing=28))
        self.rows.addWidget(self.add_field("device", self.tr("&Method"), self.device))
        reaction = self.add_field("reaction", self.tr("Reaction a&fterwards"), self.reaction)
        reaction_part = QVBoxLayout()
        reaction_part.setSpacing(px(4))
        reaction_part.addLayout(row_of(reaction))
        reaction_part.addWidget(self.reaction_words)
        self.reaction_words.hide()
        self.rows.addLayout(reaction_part)
        self.rows.addWidget(self.note_field())
        self.details = Disclosure(self.tr("More &details"), "more_details", self.theme, self._filled_details)
        self._build_details()
        self.rows.addWidget(self.details)

    def _build_details(self) -> None:
        rows = self.details.rows
        grit = self.add_field("grit", self.tr("&Grit or tip"), self.grit)
        rows.addLayout(row_of(self.time_field(), grit, stretch=(0, 1)))
        vacuum = self.add_field("vacuum", self.tr("&Vacuum"), self.vacuum)
        unit = self.add_field("vacuum_unit", self.tr("Uni&t"), self.vacuum_unit)
        minutes = self.add_field("minutes", self.tr("Minutes (d&uration)"), self.minutes)
        rows.addLayout(row_of(vacuum, unit, minutes))
        rows.addWidget(self.add_field("products_after", self.tr("Products used after"), self.products_after))
        cost, currency = self.cost_fields()
        rows.addLayout(row_of(self.provider_field(), cost, currency, stretch=(1, 0, 0)))
        rows.addLayout(row_of(self.downtime_field()))
        rows.addWidget(self.private_note_field())

    def _filled_details(self) -> list[str]:
        lines = (self.at, self.grit, self.vacuum, self.minutes, self.provider, self.cost, self.downtime)
        edits = (*lines, self.products_after, self.private_note)
        return [
            edit.accessibleName()
            for edit in edits
            if (edit.text if isinstance(edit, NoteEdit) else edit.text()).strip()
        ]

    def _fill_at_start(self, draft: MicrodermabrasionDraft | None) -> None:
        if isinstance(self._stored, MicrodermabrasionDraft):
            self.fill(self._stored)
        elif draft is not None:
            self.fill(self.by_now(copy_on(draft, self.today)))
            self.say_same_as(draft.on)
        else:
            self._fill_like_last()
        self.details.open_if_filled()
        (self.save_button if self.same_as.text else self.when).setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_like_last(self) -> None:
        last = self.record.entries.latest(self.person.id, Kind.MICRODERMABRASION)
        if isinstance(last, Microdermabrasion):
            self.fill(self.by_now(session_like(MicrodermabrasionDraft.of(last), self.today)))
            self.say_same_as(last.on)
        elif last is None and (by := self.record.made_by) is not None:
            self._fill_like_practitioner(by)

    def _fill_like_practitioner(self, by: str) -> None:
        last = self.record.entries.latest_session_by(by)
        if last is not None:
            self.fill(session_by(MicrodermabrasionDraft.of(last), self.today))
            self.say_as_by(by, last.on)

    def fill(self, draft: MicrodermabrasionDraft) -> None:
        """Put ``draft`` into the fields."""
        self.fill_treatment(draft)
        self.areas.choose(draft.areas)
        self.setting.choose("" if draft.setting is None else draft.setting.value)
        self.passes.fill(draft.passes)
        self.device.choose(draft.device or "")
        self.reaction.choose(text_of(draft.reaction))
        self.grit.setText(draft.grit)
        self.vacuum.setText(text_of(draft.vacuum))
        self.vacuum_unit.choose(draft.vacuum_unit)
        self.minutes.setText(text_of(draft.minutes))
        self.products_after.fill(draft.products_after)

    def draft(self) -> MicrodermabrasionDraft:
        setting = self.setting.chosen
        draft = MicrodermabrasionDraft(
            setting=Setting(setting) if setting else None,
            device=self.device.chosen or None,
            grit=self.grit.text(),
            vacuum=read_number(self.vacuum.text()),
            vacuum_unit=self.vacuum_unit.chosen,
            passes=self.passes.value,
            minutes=read_whole(self.minutes.text()),
            areas=self.areas.chosen,
            reaction=read_whole(self.reaction.chosen),
            products_after=self.products_after.text,
        )
        self.typed_treatment(draft)
        return draft

    def problems(self) -> Sequence[Problem]:
        found = list(super().problems())
        was_bare = isinstance(self._stored, MicrodermabrasionDraft) and self._stored.vacuum_unit is None
        if self.vacuum.text().strip() and self.vacuum_unit.chosen is None and not was_bare:
            found.append(Problem("vacuum_unit", "required"))
        return found

    def _on_reaction_chosen(self, grade: str) -> None:
        words = names.named(self.record.catalog.reactions[grade].description) if grade else ""
        self.reaction_words.setText(words)
        self.reaction_words.setVisible(bool(words))

    def _on_vacuum_edited(self, text: str) -> None:
        if not text.strip():
            self.vacuum_unit.choose(None)
