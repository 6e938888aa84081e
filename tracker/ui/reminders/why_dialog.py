"""Why was I not reminded? What became of each reminder, and each step of the one that is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.reminders.log import Outcome
from tracker.core.reminders.stories import Story
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import ChoiceBox, Field, row_of
from tracker.ui.jobs import Jobs
from tracker.ui.reminders.why_table import WhyModel, WhyTable
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.errors import error
from tracker.ui.words.reminder_stories import state_text, step_text, story_title

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 940
EVERYBODY = "everybody"
_STEPS_HEIGHT, _WIDEST_NAME = 76, 360


class WhyDialog(CardDialog):
    """Begins with the person on screen; in a record of several people everybody can be chosen."""

    def __init__(
        self, record: "Record", person: "Person", preferences: "Preferences", theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Why was I not reminded?"), width=WIDTH)
        self.setObjectName("whyNot")
        self._record = record
        self._person = person
        self._jobs = Jobs()
        self._today = record.clock.today()
        self._settings = record.reminders.settings
        self._names = {one.id: shown_name(one) for one in record.people.all(include_archived=True)}
        self._build()
        self._connect()
        self._read()
        self.order_tabs()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.rows.setSpacing(px(12))
        who = [(str(self._person.id), shown_name(self._person)), (EVERYBODY, self.tr("Everybody"))]
        self.who = ChoiceBox(who)
        self.who.choose(str(self._person.id))
        self.who.setMaximumWidth(px(_WIDEST_NAME))
        who_field = Field("who", self.tr("&Reminders of"), self.who)
        who_field.setVisible(len(self._names) > 1)
        self.rows.addLayout(row_of(who_field))
        self.table = WhyTable(WhyModel(self._names, self._settings, self._today, self), self)
        self.failure = MessageFrame(self)
        self.rows.addWidget(self.failure)
        self.rows.addWidget(self.table)
        self.about = PlainLabel("", "strong", self, wrap=True)
        self.state = PlainLabel("", "", self, wrap=True)
        self.state.setObjectName("storyState")
        self.rows.addWidget(self.about)
        self.rows.addWidget(self.state)
        self.steps = QListWidget(self)
        self.steps.setObjectName("steps")
        self.steps.setAccessibleName(self.tr("Steps, newest first"))
        self.steps.setFrameShape(QFrame.Shape.NoFrame)
        self.steps.setFixedHeight(px(_STEPS_HEIGHT))
        self.rows.addWidget(self.steps)
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.add_button(self.tr("&Close"), "closeWhy", is_primary=True).clicked.connect(self.accept)

    def _connect(self) -> None:
        self.who.currentIndexChanged.connect(lambda _place: self._read())
        self.table.storyChosen.connect(self._on_story_chosen)

    def _read(self) -> None:
        """Read the stories of the person at once; those of everybody, who may be thousands, beside the window."""
        record, person_id = self._record, self._person.id
        if self.who.chosen == str(person_id):
            self._show(record.reminders.stories(person_id), is_of_everybody=False)
        else:
            self._jobs.run(lambda _job: record.reminders.stories(), self._on_read, self._on_failed, self)

    def _show(self, told: list[Story], *, is_of_everybody: bool) -> None:
        self.failure.hide_message()
        self.table.setVisible(bool(told))
        self.table.show_stories(_with_the_coming_last(told), with_person=is_of_everybody)

    def _on_read(self, told: list[Story]) -> None:
        if self.who.chosen != str(self._person.id):
            self._show(told, is_of_everybody=True)

    def _on_failed(self, problem: SkintervalError) -> None:
        self.failure.show_message("error", error(problem))

    def _on_story_chosen(self, story: Story | None) -> None:
        self.steps.clear()
        self.steps.setVisible(story is not None)
        self.about.setVisible(story is not None)
        if story is None:
            self.state.setText(self.tr("There is nothing to remind of yet: reminders count from what is logged."))
            return
        self.about.setText(story_title(story, self._today))
        self.state.setText(state_text(story, self._settings, self._today))
        self.steps.addItems([step_text(step, self._today) for step in story.steps])


def _with_the_coming_last(told: list[Story]) -> list[Story]:
    """Return the stories of days that have come, the latest first, then those to come, the soonest first."""
    coming = [story for story in told if story.now is Outcome.UPCOMING]
    return [*(story for story in told if story.now is not Outcome.UPCOMING), *reversed(coming)]
