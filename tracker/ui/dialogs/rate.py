"""The dialog that rates the skin. It preselects nothing and shows no earlier score before the new one is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.drafts import MaybeWhole, RatingDraft
from tracker.core.records import CONCERNS, Kind, Person, Rater, Rating
from tracker.core.scales import Anchors, Scale
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.entry import EntryDialog, time_text, titled
from tracker.ui.dialogs.fields import row_of
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.score_scale import ScoreScale
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import ago, day_full, day_short

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 656
HINT_SHARE = 100
MAIN = ("texture", "wrinkles")
INKS = {"texture": "texture", "wrinkles": "wrinkle"}


class ScorePart(QWidget):
    """One concern: its name, its question and its scale; beside them the last score where the person asked for it."""

    def __init__(self, anchors: Anchors, last_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        heading = QHBoxLayout()
        heading.setSpacing(px(10))
        if anchors.concern in GLYPHS:
            heading.addWidget(Drawing(GLYPHS[anchors.concern], INKS[anchors.concern], 14, self))
        heading.addWidget(PlainLabel(names.named(anchors.name), "section", self))
        heading.addWidget(PlainLabel(names.named(anchors.question), "muted", self, wrap=True), 1)
        self.last = PlainLabel(last_words, "small", self)
        self.last.setVisible(bool(last_words))
        heading.addWidget(self.last)
        column.addLayout(heading)
        words = [names.named(word) for word in (anchors.lowest, anchors.middle, anchors.highest)]
        self.scale = ScoreScale(names.named(anchors.name), words[0], words[1], words[2], self)
        column.addWidget(self.scale, 0, Qt.AlignmentFlag.AlignLeft)


class RateDialog(EntryDialog):
    """A digit sets a score and moves on, T sets ten; then Enter saves. Everything behind is covered.

    ``entry`` is edited; of a ``draft`` to rate once more only what is no score is taken over.
    """

    kind_of_work = Kind.RATING.value

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        entry: Rating | None = None,
        draft: RatingDraft | None = None,
    ) -> None:
        super().__init__(
            record,
            person,
            preferences,
            theme,
            parent,
            title=titled(entry, self.tr("Rate your skin"), self.tr("Edit rating"), self.tr("Amend rating")),
            width=WIDTH,
            glyph="glyph-rating",
            entry=entry,
            is_veil_opaque=True,
        )
        self._stored = RatingDraft() if entry is None else RatingDraft.of(entry)
        self._scale = self._scale_of(entry)
        self._last = self._last_rating()
        self._are_scores_shown = entry is None and preferences.show_last_score and self._last is not None
        self._build()
        self._connect()
        self._fill_at_start(draft)
        self.begin()
        self._on_scored()

    def _scale_of(self, entry: Rating | None) -> Scale:
        catalog = self.record.catalog
        return catalog.scale if entry is None else catalog.scales.get(entry.scale_id, catalog.scale)

    def _last_rating(self) -> Rating | None:
        last = self.record.entries.latest(self.person.id, Kind.RATING)
        return last if self.entry is None and isinstance(last, Rating) else None

    def _build(self) -> None:
        self.rows.setSpacing(px(20))
        self.rows.addWidget(PlainLabel(self._intro(), "muted", self, wrap=True))
        self.parts: dict[str, ScorePart] = {}
        for concern in MAIN:
            self.rows.addWidget(self._part(concern))
        self.concerns = Disclosure(self.tr("Further &concerns"), "further", self.theme, self._rated_concerns)
        for concern in CONCERNS:
            if concern not in MAIN:
                self.concerns.rows.addWidget(self._part(concern))
        self.details = Disclosure(self.tr("Note, &day and rater"), "more_details", self.theme, self._filled_details)
        self._build_details()
        disclosures = QVBoxLayout()
        disclosures.setSpacing(px(10))
        disclosures.addWidget(self.concerns)
        disclosures.addWidget(self.details)
        self.rows.addLayout(disclosures)
        hint = PlainLabel(self.tr("Type 0 to 9, or T for ten. Ten is best on every scale."), "small", self, wrap=True)
        self.footer.insertWidget(0, hint, HINT_SHARE)

    def _part(self, concern: str) -> ScorePart:
        self.parts[concern] = ScorePart(self._scale.anchors[concern], self._last_words(concern), self)
        return self.parts[concern]

    def _build_details(self) -> None:
        raters = [(rater.value, names.rater(rater)) for rater in (Rater.SELF, Rater.PRACTITIONER)]
        self.rater = Segments(raters, name=self.tr("Rated by"), optional=True)
        self.details.rows.addWidget(self.note_field())
        self.details.rows.addWidget(self.when_field())
        rater = self.add_field("rater", self.tr("&Rated by"), self.rater)
        self.details.rows.addLayout(row_of(rater, self.time_field(), spacing=24))
        self.provider = self.provider_edit()
        self.by_field = self.add_field("provider", self.tr("&By"), self.provider)
        self.details.rows.addWidget(self.by_field)
        self.details.rows.addWidget(self.private_note_field())

    def _connect(self) -> None:
        for part in self.parts.values():
            part.scale.scoreChanged.connect(lambda _score: self._on_scored())
            part.scale.advanced.connect(self._on_advanced)
        self.when.changed.connect(self._on_day_chosen)
        self.rater.chosenChanged.connect(lambda _chosen: self._show_by())

    def _fill_at_start(self, draft: RatingDraft | None) -> None:
        self.at.setText(time_text(self.record.clock.wall_time()))
        self.rater.choose(Rater.SELF.value)
        if self.entry is not None:
            self._fill(self._stored)
        elif draft is not None:
            self.note.fill(draft.note)
            self.rater.choose(draft.rater.value if draft.rater is not None else "")
        self._show_by()
        self.concerns.open_if_filled()
        if self.entry is not None or self.note.text:
            self.details.open()
        self.parts[MAIN[0]].scale.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_subtitle()

    def _fill(self, draft: RatingDraft) -> None:
        self.fill_common(draft)
        self.provider.setText(draft.provider)
        self.rater.choose(draft.rater.value if draft.rater is not None else "")
        for concern, score in draft.scores.items():
            if isinstance(score, int):
                self.parts[concern].scale.choose(score)

    def draft(self) -> RatingDraft:
        rater = self.rater.chosen
        scores: dict[str, MaybeWhole] = {
            concern: part.scale.score for concern, part in self.parts.items() if part.scale.score is not None
        }
        is_as_imported = scores.get("wrinkles") == self._stored.scores.get("wrinkles")
        draft = RatingDraft(
            on=self.when.day,
            at=self.typed_time(),
            note=self.note.text,
            private_note=self.private_note.text,
            rater=Rater(rater) if rater else None,
            provider=self.provider.text() if self._is_by_practitioner else self._stored.provider,
            scores=scores,
            prior_shown=self._are_scores_shown or self._stored.prior_shown,
            wrinkles_original=self._stored.wrinkles_original if is_as_imported else None,
        )
        draft.use_scale(self._scale)
        return draft

    def inputs(self) -> dict[str, QWidget]:
        return super().inputs() | {concern: part.scale for concern, part in self.parts.items()}

    def save(self) -> None:
        if self.save_button.isEnabled():
            super().save()

    def _intro(self) -> str:
        if self.entry is not None:
            return self.tr("Changing a rating of the past changes what the chart shows.")
        said = [self.tr("Look in normal light, face at rest.")]
        if self._are_scores_shown:
            said.append(self.tr("Your last scores are shown, as chosen in Settings."))
        else:
            said.append(self.tr("Earlier scores stay hidden until you save."))
        return " ".join(said)

    def _last_words(self, concern: str) -> str:
        last = None if self._last is None else self._last.score(concern)
        if not self._are_scores_shown or self._last is None or last is None:
            return ""
        return self.tr("Last: {score} on {day}").format(score=last, day=day_short(self._last.on, self.today))

    def _rated_concerns(self) -> list[str]:
        rated = [concern for concern in CONCERNS if concern not in MAIN and self.parts[concern].scale.score is not None]
        return [names.named(self._scale.anchors[concern].name) for concern in rated]

    def _filled_details(self) -> list[str]:
        return [edit.accessibleName() for edit in (self.note, self.private_note) if edit.text.strip()]

    @property
    def _is_by_practitioner(self) -> bool:
        return self.rater.chosen == Rater.PRACTITIONER.value

    def _show_by(self) -> None:
        """Ask for the practitioner's name where a practitioner rates."""
        self.by_field.setVisible(self._is_by_practitioner)

    def _show_subtitle(self) -> None:
        said = [self.name_of_person(), day_full(self.when.day)]
        if self._last is not None:
            text = self.tr("last rated {ago}")
            said.append(text.format(ago=ago((self.today - self._last.on).days)))
        self.set_subtitle(", ".join(part for part in said if part))

    def _on_scored(self) -> None:
        has_score = any(part.scale.score is not None for part in self.parts.values())
        self.save_button.setEnabled(has_score)
        self.save_button.show_hint(self.tr("Enter") if has_score else "")

    def _on_advanced(self) -> None:
        scales = [part.scale for part in self.parts.values() if part.isVisibleTo(self)]
        place = next(place for place, scale in enumerate(scales, start=1) if scale is self.sender())
        following = scales[place] if place < len(scales) else self.save_button
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self.body.ensureWidgetVisible(following)

    def _on_day_chosen(self) -> None:
        """Take the time of now away from another day; it was filled in for today only."""
        day = self.when.day
        now = time_text(self.record.clock.wall_time())
        if day != self.today and self.at.text() == now:
            self.at.clear()
        elif day == self.today and not self.at.text():
            self.at.setText(now)
        self._show_subtitle()
