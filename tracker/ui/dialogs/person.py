"""The dialog that adds a person or changes what is known of one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tracker.core.drafts import PersonDraft
from tracker.core.errors import Problem, RecordUnreadableError
from tracker.core.records import Gender, Person
from tracker.core.scales import HIGHEST, LOWEST
from tracker.core.unfinished import JsonValue
from tracker.ui import messages
from tracker.ui.dialogs.alike import AlikeNote
from tracker.ui.dialogs.cautions import CautionsEdit
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.fields import ChoiceBox, NoteEdit, line_edit, row_of, text_of
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.note_templates import offer_templates
from tracker.ui.dialogs.reading import day_form, day_text, read_day
from tracker.ui.dialogs.tags import TagsEdit
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.numbers import read_whole
from tracker.ui.words.people import SKIN_TYPES, genders

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 620


class PersonDialog(FormDialog):
    """Asks for a name; everything else may stay empty. ``saved`` carries the person once it is in the record.

    Before somebody is added who looks like others it shows those; ``existingChosen`` carries the id of one of them.
    """

    kind_of_work = "person"
    saved = Signal(object)
    existingChosen = Signal(object)

    def __init__(
        self, record: "Record", theme: "Theme", parent: QWidget | None, *, person: Person | None = None
    ) -> None:
        title = self.tr("Add a person") if person is None else self.tr("Person details")
        super().__init__(theme, parent, title=title, width=WIDTH)
        self.record = record
        self.person = person
        self._known_alike: frozenset[UUID] = frozenset()
        if person is not None:
            self.set_subtitle(person.name)
        self._make_controls()
        self._build()
        self.alike.openAsked.connect(self._on_open_asked)
        self._fill(PersonDraft() if person is None else PersonDraft.of(person))
        self.name.setFocus(Qt.FocusReason.TabFocusReason)
        offer_templates(self, record, theme)
        self.begin()

    def _make_controls(self) -> None:
        self.name = line_edit(self.tr("As they write it"))
        self.sort_name = line_edit(self.tr("Surname, given name"))
        self.client_number = line_edit("", 150)
        self.birth_date = line_edit(day_form(), 150)
        self.phone = line_edit()
        self.email = line_edit()
        types = [(str(number), roman) for number, roman in enumerate(SKIN_TYPES, start=1)]
        self.skin_type = Segments(types, name=self.tr("Skin type, Fitzpatrick"), optional=True)
        goals = [("", self.tr("No goal")), *((str(score), str(score)) for score in range(LOWEST, HIGHEST + 1))]
        self.goal_texture, self.goal_wrinkles = ChoiceBox(goals), ChoiceBox(goals)
        self.cautions = CautionsEdit(self.record.catalog.cautions)
        self.gender = Segments(genders(), name=self.tr("Gender"), optional=True)
        self.tags = TagsEdit(self._tags_in_use)
        self.allergies = NoteEdit()
        self.notes = NoteEdit(self.tr("Anything worth remembering"))
        self.private_note = NoteEdit(self.tr("Private: in no report, print or export unless asked for by name"))
        self.alike = AlikeNote(self)
        self.archived = QCheckBox(self.tr("A&rchived: kept, but left out of lists and dates"))
        self.archived.setAccessibleName(self.tr("Archived: kept, but left out of lists and dates"))

    def _build(self) -> None:
        self.rows.addWidget(self.add_field("name", self.tr("&Name"), self.name))
        sort_name = self.add_field("sort_name", self.tr("&Sort as, optional"), self.sort_name)
        number = self.add_field("client_number", self.tr("C&lient number"), self.client_number)
        birth_date = self.add_field("birth_date", self.tr("&Birth date"), self.birth_date)
        self.rows.addLayout(row_of(sort_name, number, birth_date, stretch=(1, 0, 0)))
        phone = self.add_field("phone", self.tr("&Phone"), self.phone)
        email = self.add_field("email", self.tr("E-&mail"), self.email)
        self.rows.addLayout(row_of(phone, email, stretch=(1, 1)))
        gender = self.add_field("gender", self.tr("G&ender"), self.gender)
        tags = self.add_field("tags", self.tr("&Tags"), self.tags)
        self.rows.addLayout(row_of(gender, tags, stretch=(0, 1)))
        skin_type = self.add_field("skin_type", self.tr("S&kin type, Fitzpatrick"), self.skin_type)
        words = PlainLabel(self.tr("I always burns in the sun, VI never burns."), "small", self)
        self.rows.addLayout(row_of(skin_type, words, align=Qt.AlignmentFlag.AlignBottom))
        texture = self.add_field("goal_texture", self.tr("Goal for te&xture"), self.goal_texture)
        wrinkles = self.add_field("goal_wrinkles", self.tr("Goal for &wrinkles"), self.goal_wrinkles)
        goal_words = PlainLabel(self.tr("A line on the chart. 10 is best for both."), "small", self)
        self.rows.addLayout(row_of(texture, wrinkles, goal_words, align=Qt.AlignmentFlag.AlignBottom))
        self.rows.addWidget(self.add_field("allergies", self.tr("Aller&gies"), self.allergies))
        self.rows.addWidget(self.add_field("notes", self.tr("N&otes"), self.notes))
        self.rows.addWidget(self.add_field("private_note", self.tr("Pr&ivate note"), self.private_note))
        self.details = Disclosure(self.tr("Ca&utions"), "cautions_part", self.theme, self._ticked_cautions)
        self.details.rows.addWidget(self.add_field("cautions", "", self.cautions))
        self.rows.addWidget(self.details)
        self.rows.addWidget(self.add_field("is_archived", "", self.archived))
        self.field("is_archived").setVisible(self.person is not None)
        self.pin(self.alike)

    def _ticked_cautions(self) -> list[str]:
        cautions = self.record.catalog.cautions
        return [cautions[code].name for code in self.cautions.chosen]

    def _fill(self, draft: PersonDraft) -> None:
        self.name.setText(draft.name)
        self.sort_name.setText(draft.sort_name)
        self.client_number.setText(draft.client_number)
        self.phone.setText(draft.phone)
        self.email.setText(draft.email)
        self.birth_date.setText(day_text(draft.birth_date))
        self.skin_type.choose("" if draft.skin_type is None else str(draft.skin_type))
        self.gender.choose(draft.gender or "")
        self.goal_texture.choose(text_of(draft.goal_texture))
        self.goal_wrinkles.choose(text_of(draft.goal_wrinkles))
        self.tags.fill(draft.tags)
        self.cautions.choose(draft.cautions)
        self.allergies.fill(draft.allergies)
        self.notes.fill(draft.notes)
        self.private_note.fill(draft.private_note)
        self.archived.setChecked(draft.is_archived)
        self.details.open_if_filled()

    def draft(self) -> PersonDraft:
        skin_type = self.skin_type.chosen
        return PersonDraft(
            name=self.name.text(),
            sort_name=self.sort_name.text(),
            client_number=self.client_number.text(),
            birth_date=read_day(self.birth_date.text()),
            phone=self.phone.text(),
            email=self.email.text(),
            skin_type=int(skin_type) if skin_type else None,
            cautions=self.cautions.chosen,
            allergies=self.allergies.text,
            notes=self.notes.text,
            is_archived=self.archived.isChecked(),
            gender=Gender(self.gender.chosen) if self.gender.chosen else None,
            tags=self.tags.tags,
            private_note=self.private_note.text,
            goal_texture=read_whole(self.goal_texture.chosen or ""),
            goal_wrinkles=read_whole(self.goal_wrinkles.chosen or ""),
        )

    def opened_for(self) -> dict[str, JsonValue]:
        return {"person": None if self.person is None else str(self.person.id)}

    def problems(self) -> Sequence[Problem]:
        return self.draft().problems(self.record.clock.today(), self.record.catalog)

    def save(self) -> None:
        if self.person is None and not self.problems() and self._has_new_alike():
            return
        super().save()

    def _has_new_alike(self) -> bool:
        """Return whether somebody looks like the new person of whom it was not said yet; say it then."""
        try:
            found = self.record.clients.alike(self.draft())
        except RecordUnreadableError:
            # Saving says what is wrong with the record.
            return False
        ids = frozenset(alike.person.id for alike in found)
        if ids <= self._known_alike:
            return False
        self._known_alike = ids
        self.alike.show_alike(found)
        self.pinned.show()
        self.order_tabs(*self.alike.buttons, self.failure.button)
        self.announce(self.alike.text)
        return True

    def store(self) -> None:
        people = self.record.people
        saved = people.add(self.draft()) if self.person is None else people.change(self.person.id, self.draft())
        self.saved.emit(saved)

    def _tags_in_use(self) -> Sequence[str]:
        try:
            return self.record.clients.tags()
        except RecordUnreadableError:
            return ()

    def _on_open_asked(self, person_id: UUID) -> None:
        question = messages.Message(
            title=self.tr("Open the person who is here already?"),
            text=self.tr("What you typed here is not saved."),
            yes=self.tr("Open without saving"),
            no=self.tr("Keep editing"),
        )
        messages.ask(self, question, lambda agreed: self._leave_for(person_id) if agreed else None)

    def _leave_for(self, person_id: UUID) -> None:
        self.done(PersonDialog.DialogCode.Rejected)
        self.existingChosen.emit(person_id)
