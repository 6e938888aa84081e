"""The spacing engine against ``spacing_cases.txt``, a table in plain words and dates."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from tracker.core.catalog import Catalog
from tracker.core.records import Kind, Setting
from tracker.core.spacing import Event, Reason, SpacingEngine


@dataclass
class Case:
    """One case of the table as it is written."""

    title: str
    given: list[str] = field(default_factory=list)
    judge: str = ""
    expect: str = ""
    because: list[str] = field(default_factory=list)


def read_cases() -> list[Case]:
    cases: list[Case] = []
    for line in Path(__file__).with_name("spacing_cases.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith(("#", "==")):
            continue
        word, text = line.split(maxsplit=1)
        if word == "case":
            cases.append(Case(text))
        elif word in ("given", "because"):
            getattr(cases[-1], word).append(text)
        else:
            setattr(cases[-1], word, text)
    return cases


def read_event(text: str, entered: int) -> Event:
    moment, _, details = text.partition(", ")
    day, *wall_time, what = moment.split(" ")
    words = details.split(", ") if details else []
    settings = [Setting(word) for word in words if word in set(Setting)]
    others = [word for word in words if word not in set(Setting)]
    is_session = what == "session"
    return Event(
        kind=Kind.MICRODERMABRASION if is_session else Kind.BOTOX,
        on=date.fromisoformat(day),
        at=time.fromisoformat(wall_time[0]) if wall_time else None,
        entered=entered,
        product=None if is_session or not others else others[0],
        setting=settings[0] if settings else None,
        device=others[0] if is_session and others else None,
        is_touch_up=what == "touch-up",
    )


def said(day: date | None) -> str:
    return "none" if day is None else day.isoformat()


def said_reason(reason: Reason, on: date) -> str:
    assert reason.after == on - timedelta(reason.days)
    return f"{reason.rule.id}: {reason.days} days, minimum {reason.minimum}, recommended {reason.recommended}"


CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case, engine: SpacingEngine) -> None:
    history = [read_event(text, number) for number, text in enumerate(case.given)]
    asked = read_event(case.judge, 0)

    found = engine.judge(asked.kind, asked.on, history, at=asked.at, is_touch_up=asked.is_touch_up)

    verdict = found.status.value.replace("_", " ")
    dates = f"earliest {said(found.earliest)}; recommended {said(found.recommended)}; lapsed {said(found.lapsed)}"
    assert f"{verdict}; {dates}" == case.expect
    assert [said_reason(reason, asked.on) for reason in found.reasons] == case.because
    assert (found.treatment, found.on) == (asked.kind, asked.on)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_order_in_which_the_events_are_handed_over_changes_nothing(case: Case, engine: SpacingEngine) -> None:
    history = [read_event(text, number) for number, text in enumerate(case.given)]
    asked = read_event(case.judge, 0)

    forwards = engine.judge(asked.kind, asked.on, history, at=asked.at, is_touch_up=asked.is_touch_up)
    backwards = engine.judge(asked.kind, asked.on, history[::-1], at=asked.at, is_touch_up=asked.is_touch_up)

    assert forwards == backwards


def test_every_rule_and_every_status_is_in_the_table(catalog: Catalog) -> None:
    rules = {reason.partition(":")[0] for case in CASES for reason in case.because}
    statuses = {case.expect.partition(";")[0] for case in CASES}

    assert rules == set(catalog.rules)
    assert statuses == {"too soon", "early", "due", "lapsed", "ready"}
    assert len({case.title for case in CASES}) == len(CASES) >= 60
