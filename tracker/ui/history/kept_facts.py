"""What the detail panel says of an entry's keeping: its private note, its signature, and its amendments."""

from PySide6.QtCore import QCoreApplication

from tracker.core.amendments import AmendedEntry
from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Entry, InjectionPoint
from tracker.ui.history.rows import SIGNED, UNSIGNED, HistoryRow
from tracker.ui.history.shown import EntryFacts, Fact
from tracker.ui.words import catalog as names
from tracker.ui.words.numbers import number
from tracker.ui.words.signing import amended_value, private_hint, signed_value

translate = QCoreApplication.translate


def private_fact(entry: Entry) -> Fact:
    """Return the private note with its lock."""
    label = translate("HistoryFacts", "Private note")
    return Fact(label, entry.private_note or "", icon="lock", under=private_hint())


def signature_fact(row: HistoryRow) -> Fact:
    """Return by whom and when the entry was signed, or that it is not; empty where nobody signs."""
    label = translate("HistoryFacts", "Signature")
    if row.signing == UNSIGNED:
        return Fact(label, translate("HistoryFacts", "Unsigned"), icon=UNSIGNED)
    return Fact(label, signed_value(row.entry), icon=SIGNED)


def amendment_fact(amended: AmendedEntry, before: EntryFacts, after: EntryFacts, catalog: Catalog) -> Fact:
    """Return an amendment: who, when and why, and under it each value that differs, before and after."""
    former, new = _values(amended.before, before, catalog), _values(amended.after, after, catalog)
    lines = []
    for label in dict.fromkeys((*former, *new)):
        if former.get(label) != new.get(label):
            lines += [_said(label, former.get(label, ""), is_former=True), _said(label, new.get(label, ""))]
    return Fact(translate("HistoryFacts", "Amended"), amended_value(amended.amendment), under="\n".join(lines))


def _said(label: str, value: str, *, is_former: bool = False) -> str:
    if is_former:
        text = translate("HistoryFacts", "{label} before: {value}")
    else:
        text = translate("HistoryFacts", "{label} after: {value}")
    return text.format(label=label, value=value or translate("HistoryFacts", "not recorded"))


def _values(entry: Entry, shown: EntryFacts, catalog: Catalog) -> dict[str, str]:
    values = {translate("HistoryFacts", "Day"): shown.when}
    values |= {one.word.capitalize(): one.number for one in shown.numbers}
    if isinstance(entry, Botox):
        values[translate("HistoryFacts", "Points")] = _points(entry, catalog)
    return values | {fact.label: fact.value for fact in shown.facts}


def _points(botox: Botox, catalog: Catalog) -> str:
    return ", ".join(f"{_place(point, catalog)} {number(point.units)}" for point in botox.points)


def _place(point: InjectionPoint, catalog: Catalog) -> str:
    if point.site is None:
        return f"{point.x}/{point.y}"
    site = catalog.sites.get(point.site)
    return point.site if site is None else names.site(site)
