"""All that one person's ratings say of their treatments, as of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.core.progress.before_after import BeforeAfter, Comparison
from tracker.core.progress.cycles import Cycle, cycles_of
from tracker.core.progress.duration import Durations, durations_of
from tracker.core.progress.noise import Noise, noise_of
from tracker.core.progress.ratings import SCORE_OF, SCORES, ScoreRatings, counted_ratings
from tracker.core.progress.since import Since, since_of
from tracker.core.progress.together import Together, together_of
from tracker.core.progress.treatments import MainTreatment, active_on, main_treatments
from tracker.core.progress.windows import CountingWindows
from tracker.core.records import TREATMENTS, Entry, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What changed, for how long, and together with what, as of ``today``, counted by ``windows``.

    ``before_after`` has one item for each main botox treatment, oldest first, then one for all sessions together.
    ``noise`` is by score, ``cycles`` and ``durations`` are by treatment, each looked at by its `SCORE_OF`; ``together``
    and ``since`` are by score, the latter only of scores with two ratings.
    """

    today: date
    windows: CountingWindows
    before_after: tuple[BeforeAfter, ...]
    noise: Mapping[str, Noise | None]
    cycles: Mapping[Kind, tuple[Cycle, ...]]
    durations: Mapping[Kind, Durations]
    together: Mapping[str, Together]
    since: Mapping[str, Since]


def progress_of(entries: Iterable[Entry], windows: CountingWindows, today: date) -> Progress:
    """Return the progress of one person up to ``today``; their ``entries`` come in any order."""
    known = list(entries)
    ratings = {score: counted_ratings(known, score, today) for score in SCORES}
    treatments = {kind: main_treatments(known, kind, today) for kind in TREATMENTS}
    noise = {score: noise_of(rated) for score, rated in ratings.items()}
    cycles = {kind: cycles_of(treatments[kind], ratings[score], windows.of(kind)) for kind, score in SCORE_OF.items()}
    return Progress(
        today=today,
        windows=windows,
        before_after=_before_after(treatments, ratings, noise, windows),
        noise=noise,
        cycles=cycles,
        durations={kind: durations_of(cycles[kind], noise[score], today) for kind, score in SCORE_OF.items()},
        together={score: together_of(rated, treatments, windows) for score, rated in ratings.items()},
        since=_since(treatments, ratings, noise),
    )


def _since(
    treatments: Mapping[Kind, Sequence[MainTreatment]],
    ratings: Mapping[str, ScoreRatings],
    noise: Mapping[str, Noise | None],
) -> dict[str, Since]:
    found = {score: since_of(ratings[score], treatments[kind], noise[score]) for kind, score in SCORE_OF.items()}
    return {score: since for score, since in found.items() if since is not None}


def _before_after(
    treatments: Mapping[Kind, Sequence[MainTreatment]],
    ratings: Mapping[str, ScoreRatings],
    noise: Mapping[str, Noise | None],
    windows: CountingWindows,
) -> tuple[BeforeAfter, ...]:
    def comparison(kind: Kind, other: Kind) -> Comparison:
        days, counting = [treatment.on for treatment in treatments[other]], windows.of(other)
        score = SCORE_OF[kind]
        return Comparison(
            ratings=ratings[score],
            counting=windows.of(kind),
            noise=noise[score],
            is_mixed=lambda day: active_on(day, days, counting) is not None,
        )

    of_botox = comparison(Kind.BOTOX, Kind.MICRODERMABRASION)
    of_sessions = comparison(Kind.MICRODERMABRASION, Kind.BOTOX)
    each = tuple(of_botox.around(treatment) for treatment in treatments[Kind.BOTOX])
    pooled = of_sessions.pooled(treatments[Kind.MICRODERMABRASION])
    return each if pooled is None else (*each, pooled)
