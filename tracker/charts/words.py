"""Every word that a chart draws, made by the screens' words so that drawings know no language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.core.records import Kind, Rater
from tracker.core.timeline import NotedDay


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """Words, labels and formatters of the chart. ``lanes`` are the short names beside the lanes.

    ``noted`` says what was noted on a day, ``noted_names`` what it is called, without a word that a person wrote.
    """

    best: str
    worst: str
    today: str
    lanes: Mapping[Kind, str]
    kinds: Mapping[Kind, str]
    counted: Mapping[Kind, str]
    planned: Mapping[Kind, str]
    touch_up: str
    next_window: str
    settling: str
    trend: Callable[[str, Rater], str]
    baseline: Callable[[str, Rater, Decimal], str]
    goal: Callable[[str, int], str]
    goals: Callable[[Sequence[str], int], str]
    noted: Callable[[NotedDay], str]
    noted_names: Callable[[NotedDay], str]
    other_events: str
    lasting: str
    empty_title: str
    empty_lines: tuple[str, str]
    series_name: Callable[[str, Rater], str]
    end_label: Callable[[str, Rater, int], str]
    month: Callable[[date], str]
    day: Callable[[date], str]
