"""The words that are drawn on the chart: names of what it shows, and of its ranges."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from tracker.charts.words import ChartWords
from tracker.core.catalog import Catalog
from tracker.core.records import TREATMENTS, Kind, Rater
from tracker.ui.words import catalog as names
from tracker.ui.words import chart_notes as notes
from tracker.ui.words.dates import day_bare, month
from tracker.ui.words.numbers import number


def chart_words(catalog: Catalog) -> ChartWords:
    """Return all that the chart draws, in the language of the program."""
    return ChartWords(
        best=QCoreApplication.translate("Chart", "best"),
        worst=QCoreApplication.translate("Chart", "worst"),
        today=QCoreApplication.translate("Chart", "today"),
        lanes={Kind.BOTOX: names.kind(Kind.BOTOX), Kind.MICRODERMABRASION: short_session()},
        kinds={kind: names.kind(kind) for kind in TREATMENTS},
        counted={
            Kind.BOTOX: QCoreApplication.translate("Chart", "counted as after botox"),
            Kind.MICRODERMABRASION: QCoreApplication.translate("Chart", "after microderm"),
        },
        planned={kind: planned_name(kind) for kind in TREATMENTS},
        touch_up=QCoreApplication.translate("Chart", "Botox touch-up"),
        next_window=QCoreApplication.translate("Chart", "next window"),
        settling=QCoreApplication.translate("Chart", "still settling"),
        trend=partial(_trend_name, catalog),
        baseline=partial(_baseline_name, catalog),
        goal=partial(notes.goal_name, catalog),
        goals=partial(notes.goals_label, catalog),
        noted=partial(notes.noted, catalog),
        noted_names=partial(notes.noted_names, catalog),
        other_events=notes.notes_name(),
        lasting=QCoreApplication.translate("Chart", "went on for longer"),
        empty_title=QCoreApplication.translate("Chart", "Your scores will be drawn here"),
        empty_lines=(
            QCoreApplication.translate("Chart", "One dot after the first rating, a line after the second."),
            QCoreApplication.translate("Chart", "Higher is better for both texture and wrinkles."),
        ),
        series_name=partial(series_name, catalog),
        end_label=partial(_end_label, catalog),
        month=month,
        day=day_bare,
    )


def short_session() -> str:
    """Return the name of the lane of microdermabrasion."""
    return QCoreApplication.translate("Chart", "Microderm")


def planned_name(kind: Kind, is_touch_up: bool = False) -> str:
    """Return what a planned mark is called: "Botox, planned"."""
    if is_touch_up:
        return QCoreApplication.translate("Chart", "Botox touch-up, planned")
    return QCoreApplication.translate("Chart", "{treatment}, planned").format(treatment=names.kind(kind))


def series_name(catalog: Catalog, concern: str, rater: Rater) -> str:
    """Return "Texture", or "Texture, practitioner"."""
    name = names.concern(concern, catalog)
    if rater is Rater.SELF:
        return name
    return QCoreApplication.translate("Chart", "{concern}, practitioner").format(concern=name)


def _end_label(catalog: Catalog, concern: str, rater: Rater, score: int) -> str:
    """Return "Texture 7", or "Texture 7, practitioner"."""
    said = f"{names.concern(concern, catalog)} {score}"
    if rater is Rater.SELF:
        return said
    return QCoreApplication.translate("Chart", "{score}, practitioner").format(score=said)


def _trend_name(catalog: Catalog, concern: str, rater: Rater) -> str:
    """Return "Texture: smooth line through the ratings"."""
    text = QCoreApplication.translate("Chart", "{series}: smooth line through the ratings")
    return text.format(series=series_name(catalog, concern, rater))


def _baseline_name(catalog: Catalog, concern: str, rater: Rater, height: Decimal) -> str:
    """Return "Texture before the first treatment: 4"."""
    text = QCoreApplication.translate("Chart", "{series} before the first treatment: {score}")
    return text.format(series=series_name(catalog, concern, rater), score=number(height))


def range_choices() -> list[tuple[str, str]]:
    """Return the keys and words of the ranges, as the segments above the chart show them."""
    return [
        ("3m", QCoreApplication.translate("Chart", "3 m")),
        ("6m", QCoreApplication.translate("Chart", "6 m")),
        ("1y", QCoreApplication.translate("Chart", "1 y")),
        ("2y", QCoreApplication.translate("Chart", "2 y")),
        ("all", QCoreApplication.translate("Chart", "All")),
        ("since_last", QCoreApplication.translate("Chart", "Since last")),
    ]


def range_name(key: str) -> str:
    """Return a range in full, for tooltips and screen readers."""
    return {
        "3m": QCoreApplication.translate("Chart", "3 months"),
        "6m": QCoreApplication.translate("Chart", "6 months"),
        "1y": QCoreApplication.translate("Chart", "12 months"),
        "2y": QCoreApplication.translate("Chart", "24 months"),
        "all": QCoreApplication.translate("Chart", "All entries"),
        "since_last": QCoreApplication.translate("Chart", "Since the last treatment"),
    }[key]
