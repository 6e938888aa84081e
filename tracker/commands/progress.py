"""``progress``: what changed after treatments, for how long, and with what together, in words or as JSON."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call
from tracker.commands.output import plain
from tracker.commands.records import asked_person, opened_record
from tracker.core.progress.ratings import SCORES
from tracker.core.records import TREATMENTS, Kind, Rater
from tracker.ui.words import catalog as names
from tracker.ui.words import progress as words

if TYPE_CHECKING:
    from tracker.core.catalog import Catalog
    from tracker.core.progress.before_after import BeforeAfter
    from tracker.core.progress.duration import Duration
    from tracker.core.progress.summary import Progress
    from tracker.core.progress.together import Group


def run(call: Call) -> int:
    """Print one person's progress."""
    with opened_record(call) as record:
        person = asked_person(call, record)
        progress = record.progress.of(person.id, call.options.on)
        if call.options.json:
            print(json.dumps(_as_json(person.name, progress), ensure_ascii=False, indent=2))
        else:
            print("\n".join(plain(line) for line in _lines(person.name, progress, record.catalog)))
    return 0


def _lines(name: str, progress: "Progress", catalog: "Catalog") -> Iterator[str]:
    yield name
    yield from _before_after_lines(progress, catalog)
    yield QCoreApplication.translate("Commands", "How long it lasts, until half of the gain is lost")
    for kind in TREATMENTS:
        yield from _duration_lines(kind, progress, catalog)
    for score in SCORES:
        text = QCoreApplication.translate("Commands", "{score} by what was active")
        yield text.format(score=names.concern(score, catalog))
        yield from (f"  {words.group_line(group)}" for group in progress.together[score].groups)
    yield words.no_cause()


def _before_after_lines(progress: "Progress", catalog: "Catalog") -> Iterator[str]:
    yield QCoreApplication.translate("Commands", "Before and after, medians")
    if not progress.before_after:
        yield QCoreApplication.translate("Commands", "  There is no treatment yet.")
    for item in progress.before_after:
        yield f"  {words.before_after_line(item, catalog)}"
        if item.is_mixed:
            yield f"    {words.mixed_line(item.kind)}"
    for score in SCORES:
        noise = progress.noise[score]
        if noise is not None:
            yield f"  {words.noise_line(score, noise, catalog)}"
        if progress.together[score].rater is Rater.PRACTITIONER:
            text = QCoreApplication.translate("Commands", "  {score}: rated by a practitioner")
            yield text.format(score=names.concern(score, catalog))
    yield f"  {words.windows_line(progress.windows)}"
    yield f"  {words.rule_of_thumb()}"


def _duration_lines(kind: Kind, progress: "Progress", catalog: "Catalog") -> Iterator[str]:
    def line(name: str, duration: "Duration") -> str:
        return f"{name}: {words.duration_line(duration, progress.windows, kind)}"

    durations = progress.durations[kind]
    yield f"  {line(names.kind(kind), durations.together)}"
    for product, duration in durations.by_product:
        yield f"    {line(names.product(product, catalog), duration)}"


def _as_json(name: str, progress: "Progress") -> dict[str, Any]:
    return {
        "person": name,
        "before_after": [_before_after(item) for item in progress.before_after],
        "duration": {"botox": _duration(progress, Kind.BOTOX)},
        "together": {
            score: {group.active.value: _group(group) for group in progress.together[score].groups} for score in SCORES
        },
    }


def _before_after(item: "BeforeAfter") -> dict[str, Any]:
    return {
        "treatment": item.kind.value,
        "date": None if item.on is None else item.on.isoformat(),
        "score": item.score,
        "before": _number(item.before.median),
        "before_n": item.before.count,
        "after": _number(item.after.median),
        "after_n": item.after.count,
    }


def _duration(progress: "Progress", kind: Kind) -> dict[str, Any]:
    duration = progress.durations[kind].together
    missing = duration.missing
    return {
        "median_days": duration.median_days,
        "at_least_days": duration.at_least_days,
        "shortest_days": duration.shortest_days,
        "longest_days": duration.longest_days,
        "usable_cycles": duration.usable_cycles,
        "censored_cycles": duration.censored_cycles,
        "missing": None
        if missing is None
        else words.missing_line(missing, duration.usable_cycles, progress.windows, kind),
    }


def _group(group: "Group") -> dict[str, Any]:
    return {
        "median": _number(group.median),
        "ratings": len(group.ratings),
        "treatments": group.treatment_count,
    }


def _number(value: Decimal | None) -> int | float | None:
    """Return a median as JSON writes it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
