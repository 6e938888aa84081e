"""Judging everybody and judging one person, beside the plainest way to the same facts."""

import gc
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks.generated import generated_practice, treated_events
from tests.benchmarks.paired import Figure, compare, timed
from tracker.core.records import Kind
from tracker.core.spacing import SpacingEngine, Status
from tracker.services.record import Record
from tracker.store.engine import connect

PAIRS = 21
JUDGED = 300
EVENTS = 200

_LATEST = """
SELECT person.id, person.name, event.given_on, event.given_at, event.entered, {columns}
FROM person JOIN {table} AS event
  ON event.person_id = person.id
 AND event.given_on = (SELECT max(given_on) FROM {table} WHERE person_id = person.id AND given_on <= :day)
WHERE person.is_archived = 0
"""
LATEST = "UNION ALL".join(
    _LATEST.format(table=table, columns=", ".join(f"event.{column}" for column in columns))
    for table, columns in (
        ("botox", ("product", "is_touch_up", "units")),
        ("microdermabrasion", ("setting", "device", "areas")),
    )
)


def figures(folder: Path, people: int) -> list[Figure]:
    """Return the figures on a practice of ``people``."""
    record = generated_practice(folder, people)
    # As the program does once it has started.
    gc.freeze()
    found = [*due(record, people), *_judged(record.engine, record.clock.today())]
    record.close()
    return found


def due(record: Record, people: int) -> list[Figure]:
    """Return the figures of the next dates of everybody, and of the due board, which is made of them."""
    plain = connect(record.path)
    today = record.clock.today()

    def floor() -> Sequence[Any]:
        rows: Sequence[Any] = plain.execute(LATEST, {"day": today.isoformat()}).fetchall()
        assert len(rows) >= 2 * people
        return rows

    def next_dates() -> int:
        rows = record.spacing.due()
        assert len(rows) == 2 * people
        return sum(row.judgement.status is Status.DUE for row in rows)

    programs: dict[str, Callable[[], object]] = {
        f"next dates of {people:,} people with 40 treatments each": next_dates,
        f"due board of {people:,} people with 40 treatments each": lambda: record.due_board.items(today),
    }
    figures = [
        compare(
            what,
            ("one SELECT of the latest event of each person and treatment", lambda: timed(floor)),
            lambda program=program: timed(program),  # type: ignore[misc]
            goal=3,
            pairs=PAIRS,
            warm_ups=2,
        )
        for what, program in programs.items()
    ]
    plain.close()
    return figures


def _judged(engine: SpacingEngine, today: date) -> list[Figure]:
    events = treated_events(EVENTS, today)
    entry, *others = events

    def floor() -> object:
        return sorted(events, key=lambda event: (event.on, event.entered))

    calls: dict[str, Callable[[], object]] = {
        "judge the next treatment": lambda: engine.judge(Kind.BOTOX, today, events),
        "judge an entry both ways": lambda: engine.judge_entry(entry, others),
    }
    return [
        compare(
            f"{what} among {EVENTS} events",
            ("sorting the same events by day and entry", lambda: timed(floor)),
            lambda call=call: timed(call),  # type: ignore[misc]
            goal=10,
            pairs=JUDGED,
            warm_ups=5,
        )
        for what, call in calls.items()
    ]
