"""The next dates of one person for a card: what is planned and, for a treatment without a plan, what its rules say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.core.judgement import Judgement, Picture
from tracker.core.records import PlannedTreatment
from tracker.ui.reports.contents import ReportContents


@dataclass(frozen=True, slots=True)
class NextPlan:
    """A planned treatment, and the day of the main one of its kind before it, given or planned; None for the first."""

    plan: PlannedTreatment
    last: date | None


def next_plans(contents: ReportContents) -> Iterator[NextPlan]:
    """Yield what is planned, soonest first."""
    last = {one.kind: one.on for one in contents.timeline.treatments if not one.is_touch_up}
    for plan in contents.plans:
        yield NextPlan(plan, last.get(plan.kind))
        if not plan.is_touch_up:
            last[plan.kind] = plan.on


def unplanned(contents: ReportContents) -> Iterator[Judgement]:
    """Yield what the rules say of each treatment that was given before and is not planned again."""
    planned = {plan.kind for plan in contents.plans if not plan.is_touch_up}
    for judgement in contents.judgements:
        if judgement.treatment not in planned and judgement.picture is not Picture.NO_PLAN:
            yield judgement
