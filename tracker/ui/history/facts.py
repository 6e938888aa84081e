"""What the detail panel says of an entry: its date line, its big numbers, and its facts one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS, Botox, Microdermabrasion, Rating, Treatment
from tracker.core.scales import Anchors
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.spacing_words import spacing_lines
from tracker.ui.words import catalog as names
from tracker.ui.words import entries as words
from tracker.ui.words.dates import clock_time, day_full, day_table, days
from tracker.ui.words.numbers import number

translate = QCoreApplication.translate
MAIN_CONCERNS = ("texture", "wrinkles")


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A number that stands out, the word under it, and the glyph and ink of a score (empty for units)."""

    number: str
    word: str
    glyph: str = ""
    ink: str = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the panel. ``state`` names the icon before the value, ``under`` stands below it in quieter ink."""

    label: str
    value: str
    state: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """All that the panel shows of one entry. ``lines`` stand beside the big numbers, ``caption`` below them."""

    title: str
    when: str = ""
    numbers: tuple[BigNumber, ...] = ()
    lines: tuple[str, ...] = ()
    caption: str = ""
    facts: tuple[Fact, ...] = ()


def facts_of(row: HistoryRow, catalog: Catalog, days_by_id: Mapping[UUID, date]) -> EntryFacts:
    """Return what the panel shows; ``days_by_id`` tells the day of the treatment that a touch-up belongs to."""
    entry = row.entry
    if isinstance(entry, Rating):
        return _rating(row, entry, catalog)
    if isinstance(entry, Botox):
        return _botox(row, entry, catalog, days_by_id)
    return _session(row, entry, catalog)


def _botox(row: HistoryRow, botox: Botox, catalog: Catalog, days_by_id: Mapping[UUID, date]) -> EntryFacts:
    totals = words.region_totals(botox.points, catalog)
    return EntryFacts(
        title=row.what,
        when=_when(row),
        numbers=_units(botox),
        lines=tuple(f"{words.region(group)} {number(units)}" for group, units in totals.items()),
        caption=translate("HistoryFacts", "Units not recorded") if botox.units is None else "",
        facts=_present(
            Fact(translate("HistoryFacts", "Product"), names.product(botox.product, catalog)),
            Fact(translate("HistoryFacts", "Lot, expiry"), words.lot_and_expiry(botox)),
            Fact(translate("HistoryFacts", "Dilution"), _dilution(botox)),
            Fact(translate("HistoryFacts", "Touch-up"), _touch_up(botox, days_by_id)),
            *_given(botox),
            *_spacing(row, botox),
            _note(botox.note),
        ),
    )


def _session(row: HistoryRow, session: Microdermabrasion, catalog: Catalog) -> EntryFacts:
    reaction = "" if session.reaction is None else words.reaction(session.reaction, catalog)
    setting = "" if session.setting is None else names.setting(session.setting)
    passes = "" if session.passes is None else str(session.passes)
    return EntryFacts(
        title=row.what,
        when=_when(row),
        facts=_present(
            Fact(translate("HistoryFacts", "Areas"), names.areas(session.areas, catalog)),
            Fact(translate("HistoryFacts", "Device"), _device(session, catalog)),
            Fact(translate("HistoryFacts", "Vacuum"), words.vacuum(session, catalog)),
            Fact(translate("HistoryFacts", "Passes"), passes),
            Fact(translate("HistoryFacts", "Duration"), _duration(session)),
            Fact(translate("HistoryFacts", "Reaction"), reaction),
            Fact(translate("HistoryFacts", "Used after"), session.products_after or ""),
            Fact(translate("HistoryFacts", "Where"), setting),
            *_given(session),
            *_spacing(row, session),
            _note(session.note),
        ),
    )


def _rating(row: HistoryRow, rating: Rating, catalog: Catalog) -> EntryFacts:
    rated = [concern for concern in CONCERNS if rating.score(concern) is not None]
    main = [concern for concern in rated if concern in MAIN_CONCERNS]
    anchors = catalog.scales.get(rating.scale_id, catalog.scale).anchors
    return EntryFacts(
        title=row.what,
        when=_when(row),
        numbers=tuple(_score(concern, rating, catalog) for concern in main),
        caption=_direction(len(main)),
        facts=_present(
            *(_further_score(concern, rating, catalog) for concern in rated if concern not in main),
            *(_scale(anchors[concern]) for concern in main),
            Fact(translate("HistoryFacts", "Rated by"), "" if rating.rater is None else names.rater(rating.rater)),
            Fact(translate("HistoryFacts", "Last score"), _prior(rating)),
            Fact(translate("HistoryFacts", "Imported as"), _original(rating)),
            _note(rating.note),
        ),
    )


def _units(botox: Botox) -> tuple[BigNumber, ...]:
    if botox.units is None:
        return ()
    one, many = translate("HistoryFacts", "unit"), translate("HistoryFacts", "units")
    return (BigNumber(number(botox.units), one if botox.units == 1 else many),)


def _dilution(botox: Botox) -> str:
    if botox.dilution_ml is None:
        return ""
    return translate("HistoryFacts", "{number} ml").format(number=number(botox.dilution_ml))


def _touch_up(botox: Botox, days_by_id: Mapping[UUID, date]) -> str:
    if not botox.is_touch_up:
        return ""
    main = None if botox.touch_up_of is None else days_by_id.get(botox.touch_up_of)
    if main is None:
        return translate("HistoryFacts", "Yes")
    return translate("HistoryFacts", "Of the treatment on {day}").format(day=day_table(main))


def _device(session: Microdermabrasion, catalog: Catalog) -> str:
    device = "" if session.device is None else names.term(catalog.devices[session.device])
    grit = translate("HistoryFacts", "grit {grit}").format(grit=session.grit) if session.grit else ""
    return ", ".join(part for part in (device, grit) if part)


def _duration(session: Microdermabrasion) -> str:
    if session.minutes is None:
        return ""
    return translate("HistoryFacts", "{number} min").format(number=session.minutes)


def _score(concern: str, rating: Rating, catalog: Catalog) -> BigNumber:
    ink = "textureText" if concern == "texture" else "wrinkleText"
    return BigNumber(str(rating.score(concern)), names.concern(concern, catalog), concern, ink)


def _further_score(concern: str, rating: Rating, catalog: Catalog) -> Fact:
    return Fact(names.concern(concern, catalog), str(rating.score(concern)))


def _direction(main_scores: int) -> str:
    if main_scores > 1:
        return translate("HistoryFacts", "10 is best for both scores.")
    return translate("HistoryFacts", "10 is best.")


def _scale(anchors: Anchors) -> Fact:
    label = translate("HistoryFacts", "{concern} scale")
    return Fact(label.format(concern=names.named(anchors.name)), names.anchors_line(anchors))


def _prior(rating: Rating) -> str:
    return translate("HistoryFacts", "Shown while rating") if rating.prior_shown else ""


def _original(rating: Rating) -> str:
    if rating.wrinkles_original is None:
        return ""
    text = translate("HistoryFacts", "Wrinkles {number}; in that file a high number meant more lines")
    return text.format(number=rating.wrinkles_original)


def _given(treatment: Treatment) -> tuple[Fact, ...]:
    cost = words.cost(treatment.cost, treatment.currency)
    return (
        Fact(translate("HistoryFacts", "Given by"), treatment.provider or ""),
        Fact(translate("HistoryFacts", "Cost"), cost),
        Fact(translate("HistoryFacts", "Downtime"), _downtime(treatment)),
    )


def _downtime(treatment: Treatment) -> str:
    return "" if treatment.downtime_days is None else days(treatment.downtime_days)


def _spacing(row: HistoryRow, treatment: Treatment) -> tuple[Fact, ...]:
    if row.judgement is None:
        return ()
    state, line, under = spacing_lines(row.judgement)
    return (
        Fact(translate("HistoryFacts", "Spacing"), line, state, under),
        Fact(translate("HistoryFacts", "Override note"), treatment.override_reason or "", "soon"),
    )


def _note(note: str | None) -> Fact:
    return Fact(translate("HistoryFacts", "Note"), note or "")


def _when(row: HistoryRow) -> str:
    day = day_full(row.on)
    if row.entry.at is not None:
        day = f"{day}, {clock_time(row.entry.at)}"
    if row.days_since is None:
        return day
    return translate("HistoryFacts", "{day}, {days} after the last").format(day=day, days=days(row.days_since))


def _present(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.value)
