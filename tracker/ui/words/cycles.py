"""The picture of all cycles in words: what is drawn on it, and every number behind it."""

from PySide6.QtCore import QCoreApplication

from tracker.charts.cycle_view import LONGEST_DAYS, CycleView
from tracker.charts.cycle_words import CycleWords
from tracker.core.catalog import Catalog, Product
from tracker.core.progress.cycles import Cycle
from tracker.core.progress.median_curve import BIN_DAYS
from tracker.core.progress.ratings import SCORE_OF
from tracker.core.records import Kind, Rater
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_full, day_table, days
from tracker.ui.words.numbers import number


def cycle_words() -> CycleWords:
    """Return all that the picture draws, in the language of the program."""
    return CycleWords(
        best=QCoreApplication.translate("Cycles", "best"),
        worst=QCoreApplication.translate("Cycles", "worst"),
        days_since=QCoreApplication.translate("Cycles", "days since the treatment"),
        latest=QCoreApplication.translate("Cycles", "Latest"),
        middle=QCoreApplication.translate("Cycles", "Median"),
    )


def choice(kind: Kind, catalog: Catalog) -> str:
    """Return "Botox, wrinkles", by which a treatment and its score are chosen."""
    text = QCoreApplication.translate("Cycles", "{treatment}, {score}")
    return text.format(treatment=names.kind(kind), score=names.lowered(names.concern(SCORE_OF[kind], catalog)))


def counted(view: CycleView) -> str:
    """Return "5 cycles, the latest from 27 Nov 2025"."""
    count = len(view.cycles)
    text = (
        QCoreApplication.translate("Cycles", "%n cycle, from {day}", "", count)
        if count == 1
        else QCoreApplication.translate("Cycles", "%n cycles, the latest from {day}", "", count)
    )
    return text.format(day=day_table(view.latest.on))


def nothing_given(kind: Kind) -> str:
    """Return what stands where no treatment of a kind is logged."""
    if kind is Kind.BOTOX:
        return QCoreApplication.translate("Cycles", "No botox is logged yet, so there is no cycle to time.")
    return QCoreApplication.translate("Cycles", "No microdermabrasion is logged yet, so there is no cycle to time.")


def nothing_drawn(kind: Kind, catalog: Catalog) -> str:
    """Return what stands in place of the picture where no rating would be on it."""
    text = QCoreApplication.translate(
        "Cycles",
        "The cycles will be drawn here, one line for each, from the first rating of {score} on.",
    )
    return text.format(score=names.lowered(names.concern(SCORE_OF[kind], catalog)))


def caption(view: CycleView, product: Product | None) -> list[str]:
    """Return the key under the picture, one piece for each thing that needs a word; ``product`` is the latest one's."""
    kind = view.latest.kind
    pieces = []
    if len(view.cycles) > 1:
        pieces.append(QCoreApplication.translate("Cycles", "Thin: earlier cycles"))
    if view.curve:
        text = QCoreApplication.translate("Cycles", "Thick: median of every {days}, from two cycles up")
        pieces.append(text.format(days=days(BIN_DAYS[kind])))
    if len(view.losses(view.cycles)[0]):
        pieces.append(QCoreApplication.translate("Cycles", "Cross: half of the gain lost"))
    if product is not None and product.duration_days is not None:
        pieces.append(_usual(product))
    if view.is_cut:
        text = QCoreApplication.translate("Cycles", "Ratings after day {day} are not drawn")
        pieces.append(text.format(day=LONGEST_DAYS))
    if view.rater is Rater.PRACTITIONER:
        pieces.append(QCoreApplication.translate("Cycles", "Rated by a practitioner"))
    return pieces


def _usual(product: Product) -> str:
    text = QCoreApplication.translate("Cycles", "Shaded: usual duration of {product}, {days}: {source}")
    return text.format(
        product=names.named(product.brand),
        days=days(product.duration_days or 0),
        source=names.named(product.duration_source),
    )


def cycle_lines(cycle: Cycle, catalog: Catalog, *, is_timed: bool) -> list[str]:
    """Return what the picture says of a cycle, line by line, its day and product first.

    Its duration is said only where that of all cycles ``is_timed``: chance alone gives some cycles one.
    """
    end = [_end(cycle)] if is_timed or not cycle.is_usable else []
    return [_treated(cycle, catalog), *_rise(cycle, catalog), *end]


def _treated(cycle: Cycle, catalog: Catalog) -> str:
    if cycle.product is None:
        return day_full(cycle.on)
    text = QCoreApplication.translate("Cycles", "{day}, {product}")
    return text.format(day=day_full(cycle.on), product=names.product(cycle.product, catalog))


def _rise(cycle: Cycle, catalog: Catalog) -> list[str]:
    if cycle.baseline is None or cycle.peak is None:
        return []
    text = QCoreApplication.translate("Cycles", "{score} {baseline} before, {peak} at its best")
    score = names.concern(SCORE_OF[cycle.kind], catalog)
    return [text.format(score=score, baseline=number(cycle.baseline), peak=number(cycle.peak))]


def _end(cycle: Cycle) -> str:
    if cycle.worn_off is not None:
        text = QCoreApplication.translate("Cycles", "Half of the gain was lost on day {day}")
        return text.format(day=cycle.worn_off)
    if cycle.at_least is not None:
        text = QCoreApplication.translate("Cycles", "Lasted at least {days}, the end was not seen")
        return text.format(days=days(cycle.at_least))
    if cycle.is_rated:
        return QCoreApplication.translate("Cycles", "No clear effect to time")
    return QCoreApplication.translate("Cycles", "Not enough ratings to time it")


def description(view: CycleView, product: Product | None, catalog: Catalog) -> str:
    """Return the picture for a screen reader: its key, every cycle and the median curve, with all numbers."""
    said = [counted(view), *caption(view, product)]
    said += [", ".join(cycle_lines(cycle, catalog, is_timed=view.is_timed)) for cycle in view.cycles]
    if view.curve:
        text = QCoreApplication.translate("Cycles", "day {day} {score}")
        points = [text.format(day=number(point.day), score=number(point.score)) for point in view.curve]
        said.append(QCoreApplication.translate("Cycles", "Median: {points}").format(points=", ".join(points)))
    return ". ".join(said) + "."
