"""A rating as typed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts.entry import EntryDraftBase
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeWhole, known, line, surely, text, to_the_minute
from tracker.core.errors import Problem
from tracker.core.records import CONCERNS, Kind, Rater, Rating
from tracker.core.scales import BEST10, DIRECTIONS, HIGHEST, LOWEST, Scale, flipped


@dataclass(slots=True, kw_only=True)
class RatingDraft(EntryDraftBase):
    """A rating being made or edited. ``scores`` maps concerns to 0 to 10; a concern not rated is absent, never 0.

    The problem of a score stands under its concern.
    """

    rater: Rater | None = Rater.SELF
    provider: str = ""
    scores: dict[str, MaybeWhole] = field(default_factory=dict)
    scale_id: str = BEST10
    scale_version: int = 1
    scale_direction: str = DIRECTIONS[0]
    prior_shown: bool = False
    wrinkles_original: int | None = None

    @property
    def kind(self) -> Kind:
        return Kind.RATING

    def use_scale(self, scale: Scale) -> None:
        """Rate on ``scale``: its id, version and direction are stored with the rating."""
        self.scale_id, self.scale_version, self.scale_direction = scale.id, scale.version, scale.direction

    @classmethod
    def of(cls, rating: Rating) -> "RatingDraft":
        """Return a draft that holds what ``rating`` holds."""
        return cls(
            on=rating.on,
            at=rating.at,
            note=rating.note or "",
            rater=rating.rater,
            provider=rating.provider or "",
            private_note=rating.private_note or "",
            scores={c: score for c in CONCERNS if (score := rating.score(c)) is not None},
            scale_id=rating.scale_id,
            scale_version=rating.scale_version,
            scale_direction=rating.scale_direction,
            prior_shown=rating.prior_shown,
            wrinkles_original=rating.wrinkles_original,
        )

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = Problems()
        self._common_problems(found, today)
        found.line("provider", self.provider)
        scale = catalog.scales.get(self.scale_id)
        if scale is None:
            found.add("scale_id", "unknown_word", self.scale_id)
        elif (self.scale_version, self.scale_direction) != (scale.version, scale.direction):
            found.add("scale_id", "unknown_word", f"{self.scale_id} {self.scale_version} {self.scale_direction}")
        for concern, score in self.scores.items():
            if concern not in CONCERNS:
                found.add("scores", "unknown_word", concern)
            found.whole(concern, score, LOWEST, HIGHEST)
        found.whole("wrinkles_original", self.wrinkles_original, LOWEST, HIGHEST)
        if all(score is None for score in self.scores.values()):
            found.add("scores", "needs_score")
        return found.all()

    def record(self, entry_id: UUID, person_id: UUID, entered: int) -> Rating:
        """Return the rating. Only for a draft without problems."""
        scores: dict[str, Any] = {concern: known(self.scores.get(concern)) for concern in CONCERNS}
        return Rating(
            id=entry_id,
            person_id=person_id,
            entered=entered,
            on=surely(self.on),
            at=to_the_minute(self.at),
            note=text(self.note),
            rater=self.rater,
            provider=line(self.provider),
            private_note=text(self.private_note),
            scale_id=self.scale_id,
            scale_version=self.scale_version,
            scale_direction=self.scale_direction,
            prior_shown=self.prior_shown,
            wrinkles_original=self._original_of(scores["wrinkles"]),
            **scores,
        )

    def _original_of(self, wrinkles: int | None) -> int | None:
        """Return the number of the imported file as long as the score still is what it was turned into."""
        original = self.wrinkles_original
        return original if original is not None and wrinkles == flipped(original) else None
