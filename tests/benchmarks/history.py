"""A practice of any size for the benchmarks: invented people, 40 treatments and 60 ratings each."""

from datetime import date, timedelta
from decimal import Decimal

from tracker.core.drafts import BotoxDraft, EntryDraft, MicrodermabrasionDraft, RatingDraft
from tracker.core.records import Rater, Setting

LAST_DAY = date(2026, 3, 2)


def entries_of_one(number: int) -> list[EntryDraft]:
    """Return 10 botox treatments, 30 sessions and 60 ratings of one invented person, oldest first."""
    last = LAST_DAY - timedelta(days=number % 90)
    botox = [
        BotoxDraft(on=last - timedelta(days=100 * i), product="botox_cosmetic", units=Decimal(40 + number % 5))
        for i in range(10)
    ]
    sessions = [
        MicrodermabrasionDraft(
            on=last - timedelta(days=28 * i + 3),
            setting=Setting.CLINIC,
            device="diamond",
            passes=2,
            areas=("full_face",),
        )
        for i in range(30)
    ]
    ratings = [
        RatingDraft(
            on=last - timedelta(days=14 * i + 1),
            rater=Rater.SELF,
            scores={"texture": (i + number) % 11, "wrinkles": (i * 3 + number) % 11},
        )
        for i in range(60)
    ]
    drafts: list[EntryDraft] = [*botox, *sessions, *ratings]
    return sorted(drafts, key=lambda draft: draft.on if isinstance(draft.on, date) else LAST_DAY)
