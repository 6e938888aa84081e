"""Every word that a chart draws, made by the screens' words so that drawings know no language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.core.records import Kind, Rater


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """Words, labels and formatters of the chart. ``lanes`` are the short names beside the two lanes."""

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
    empty_title: str
    empty_lines: tuple[str, str]
    series_name: Callable[[str, Rater], str]
    end_label: Callable[[str, Rater, int], str]
    month: Callable[[date], str]
    day: Callable[[date], str]
