"""The full history on paper in words: every entry with all that is known of it, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Entry, Microdermabrasion, OtherEvent, Rater, Rating, Treatment
from tracker.ui.words import adverse_events as adverse
from tracker.ui.words import catalog as names
from tracker.ui.words import entries as words
from tracker.ui.words import face_map
from tracker.ui.words.dates import clock_time, day_month_year, day_table
from tracker.ui.words.signing import signed_line

translate = QCoreApplication.translate


def columns() -> tuple[str, str, str]:
    """Return the heads of the columns: day, entry, details."""
    return translate("HistoryPages", "Date"), translate("HistoryPages", "Entry"), translate("HistoryPages", "Details")


def about(entries: Sequence[Entry]) -> str:
    """Return how many entries there are, and from when to when: "41 entries, 10 March 2025 to 9 March 2026"."""
    if not entries:
        return ""
    if len(entries) == 1:
        counted = translate("HistoryPages", "%n entry", "", 1)
    else:
        counted = translate("HistoryPages", "%n entries", "", len(entries))
    first, last = day_month_year(entries[0].on), day_month_year(entries[-1].on)
    period = first if first == last else translate("HistoryPages", "{start} to {end}").format(start=first, end=last)
    return f"{counted}, {period}"


def nothing() -> str:
    """Return what stands in place of the entries when there is none."""
    return translate("HistoryPages", "Nothing is recorded yet.")


def foot() -> str:
    """Return what stands at the foot of every page."""
    return translate(
        "HistoryPages",
        "10 is best for every score. Skinterval keeps records: no medical device, no medical advice, no diagnosis.",
    )


def about_the_person() -> str:
    """Return to what the private note of a person belongs."""
    return translate("HistoryPages", "About the person (private note)")


def happened(said: str) -> str:
    """Return "What happened: Bruise. Grade 1, mild"."""
    return translate("HistoryPages", "What happened: {what}").format(what=said)


def when(entry: Entry) -> str:
    """Return day and time of an entry."""
    return day_table(entry.on) if entry.at is None else f"{day_table(entry.on)}, {clock_time(entry.at)}"


def lines(entry: Entry, catalog: Catalog) -> list[str]:
    """Return all that is known of an entry and may be printed."""
    if isinstance(entry, Rating):
        said = _rating(entry, catalog)
    elif isinstance(entry, Botox):
        said = [*_botox(entry, catalog), *_given(entry)]
    elif isinstance(entry, OtherEvent):
        said = _other_event(entry)
    else:
        said = [*_session(entry, catalog), *_given(entry)]
    said += _noted(entry)
    return [line for line in said if line] or [face_map.NOTHING]


def _rating(rating: Rating, catalog: Catalog) -> list[str]:
    return [
        words.scores_line(rating, catalog),
        _rated_by(rating),
        translate("HistoryPages", "The last score was shown while rating") if rating.prior_shown else "",
    ]


def _rated_by(rating: Rating) -> str:
    """Return who rated, where it was not the person alone."""
    if rating.rater is not Rater.PRACTITIONER:
        return _labelled(translate("HistoryPages", "Rated in the practice of {said}"), rating.provider)
    if not rating.provider:
        return translate("HistoryPages", "Rated by the practitioner")
    return _labelled(translate("HistoryPages", "Rated by {said}, practitioner"), rating.provider)


def _botox(botox: Botox, catalog: Catalog) -> list[str]:
    total = face_map.total_units(botox)
    kind = f"{total}, {face_map.touch_up()}" if botox.is_touch_up else total
    return [
        f"{face_map.product_line(botox, catalog)}: {kind}",
        _labelled(translate("HistoryPages", "Diluted with {said}"), words.dilution(botox)),
        face_map.points_line(botox, catalog) if botox.points else "",
    ]


def _session(session: Microdermabrasion, catalog: Catalog) -> list[str]:
    setting = "" if session.setting is None else names.setting(session.setting)
    where = [names.areas(session.areas, catalog), names.lowered(setting) if session.areas else setting]
    passes = "" if session.passes is None else words.passes(session.passes)
    done = [words.device(session, catalog), words.vacuum(session, catalog), passes, words.minutes(session)]
    reaction = "" if session.reaction is None else words.reaction(session.reaction, catalog)
    return [
        ", ".join(part for part in where if part),
        ", ".join(part for part in done if part),
        _labelled(translate("HistoryPages", "Reaction: {said}"), reaction),
        _labelled(translate("HistoryPages", "Used after: {said}"), session.products_after),
    ]


def _other_event(event: OtherEvent) -> list[str]:
    return [
        _labelled(translate("HistoryPages", "Until {said}"), "" if event.until is None else day_table(event.until)),
        _labelled(translate("HistoryPages", "Practitioner: {said}"), event.provider),
    ]


def _given(treatment: Treatment) -> list[str]:
    cost = "" if treatment.cost is None else words.cost(treatment.cost, treatment.currency)
    said = ", ".join(
        part
        for part in (
            _labelled(translate("HistoryPages", "given by {said}"), treatment.provider),
            "" if not treatment.downtime_days else adverse.downtime(treatment.downtime_days),
            _labelled(translate("HistoryPages", "cost {said}"), cost),
        )
        if part
    )
    return [said[:1].upper() + said[1:], _overridden(treatment.override_reason)]


def _overridden(reason: str | None) -> str:
    if reason is None:
        return ""
    said = translate("HistoryPages", "Sooner than a firm rule asks, recorded anyway")
    return f"{said}: {reason.strip()}" if reason.strip() else said


def _noted(entry: Entry) -> list[str]:
    return [
        _labelled(translate("HistoryPages", "Note: {said}"), entry.note),
        _labelled(translate("HistoryPages", "Private note: {said}"), entry.private_note),
        signed_line(entry),
    ]


def _labelled(pattern: str, said: str | None) -> str:
    """Return ``said`` in ``pattern``; empty where there is nothing to say."""
    text = (said or "").strip()
    return pattern.format(said=text) if text else ""
