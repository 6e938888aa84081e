"""What the detail panel says of an entry: its date line, its big numbers, and its facts one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.core.amendments import AmendedEntry
from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS, Botox, Entry, Microdermabrasion, OtherEvent, Rater, Rating, Treatment
from tracker.core.scales import Anchors
from tracker.ui.history.kept_facts import amendment_fact, private_fact, signature_fact
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.shown import BigNumber, EntryFacts, Fact
from tracker.ui.history.spacing_words import spacing_lines
from tracker.ui.words import catalog as names
from tracker.ui.words import entries as words
from tracker.ui.words.dates import clock_time, day_full, day_table, days
from tracker.ui.words.numbers import number

translate = QCoreApplication.translate
MAIN_CONCERNS = ("texture", "wrinkles")


def facts_of(
    row: HistoryRow, catalog: Catalog, days_by_id: Mapping[UUID, date], amendments: Sequence[AmendedEntry] = ()
) -> EntryFacts:
    """Return what the panel shows; ``days_by_id`` tells the day of the treatment that a touch-up belongs to.

    ``amendments`` are those of the entry, oldest first; the newest stands first.
    """
    shown = _entry_facts(row, catalog, days_by_id)
    amended = [
        amendment_fact(
            one,
            _entry_facts(_version(row, one.before), catalog, days_by_id),
            _entry_facts(_version(row, one.after), catalog, days_by_id),
            catalog,
        )
        for one in reversed(amendments)
    ]
    return replace(shown, facts=(*shown.facts, *_present(signature_fact(row)), *amended))


def _version(row: HistoryRow, entry: Entry) -> HistoryRow:
    """Return ``row`` as if it were of ``entry``, an earlier version of it, without what other entries make of it."""
    return replace(row, entry=entry, judgement=None, days_since=None)


def _entry_facts(row: HistoryRow, catalog: Catalog, days_by_id: Mapping[UUID, date]) -> EntryFacts:
    entry = row.entry
    if isinstance(entry, Rating):
        return _rating(row, entry, catalog)
    if isinstance(entry, Botox):
        return _botox(row, entry, catalog, days_by_id)
    if isinstance(entry, OtherEvent):
        return _other_event(row, entry)
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
            Fact(translate("HistoryFacts", "Dilution"), words.dilution(botox)),
            Fact(translate("HistoryFacts", "Touch-up"), _touch_up(botox, days_by_id)),
            *_given(botox),
            *_spacing(row, botox),
            _note(botox.note),
            private_fact(botox),
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
            Fact(translate("HistoryFacts", "Device"), words.device(session, catalog)),
            Fact(translate("HistoryFacts", "Vacuum"), words.vacuum(session, catalog)),
            Fact(translate("HistoryFacts", "Passes"), passes),
            Fact(translate("HistoryFacts", "Duration"), words.minutes(session)),
            Fact(translate("HistoryFacts", "Reaction"), reaction),
            Fact(translate("HistoryFacts", "Used after"), session.products_after or ""),
            Fact(translate("HistoryFacts", "Where"), setting),
            *_given(session),
            *_spacing(row, session),
            _note(session.note),
            private_fact(session),
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
            Fact(translate("HistoryFacts", "Rated by"), _rater(rating)),
            Fact(translate("HistoryFacts", "Practitioner"), _practitioner(rating)),
            Fact(translate("HistoryFacts", "Last score"), _prior(rating)),
            Fact(translate("HistoryFacts", "Imported as"), _original(rating)),
            _note(rating.note),
            private_fact(rating),
        ),
    )


def _other_event(row: HistoryRow, event: OtherEvent) -> EntryFacts:
    return EntryFacts(
        title=row.what,
        when=_when(row),
        facts=_present(
            Fact(translate("HistoryFacts", "Until"), "" if event.until is None else day_table(event.until)),
            Fact(translate("HistoryFacts", "Practitioner"), event.provider or ""),
            _note(event.note),
            private_fact(event),
        ),
    )


def _units(botox: Botox) -> tuple[BigNumber, ...]:
    if botox.units is None:
        return ()
    one, many = translate("HistoryFacts", "unit"), translate("HistoryFacts", "units")
    return (BigNumber(number(botox.units), one if botox.units == 1 else many),)


def _touch_up(botox: Botox, days_by_id: Mapping[UUID, date]) -> str:
    if not botox.is_touch_up:
        return ""
    main = None if botox.touch_up_of is None else days_by_id.get(botox.touch_up_of)
    if main is None:
        return translate("HistoryFacts", "Yes")
    return translate("HistoryFacts", "Of the treatment on {day}").format(day=day_table(main))


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


def _rater(rating: Rating) -> str:
    if rating.rater is None:
        return ""
    said = names.rater(rating.rater)
    if rating.rater is not Rater.PRACTITIONER or not rating.provider:
        return said
    return translate("HistoryFacts", "{rater}, {name}").format(rater=said, name=rating.provider)


def _practitioner(rating: Rating) -> str:
    """Return in whose practice somebody rated who is not the practitioner."""
    return "" if rating.rater is Rater.PRACTITIONER else rating.provider or ""


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
    override = Fact(translate("HistoryFacts", "Override note"), treatment.override_reason or "", "soon")
    if row.judgement is None:
        return (override,)
    state, line, under = spacing_lines(row.judgement)
    return (Fact(translate("HistoryFacts", "Spacing"), line, state, under), override)


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
