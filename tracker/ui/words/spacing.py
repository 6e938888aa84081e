"""Judgements in words: what a card, a log dialog, a list and the report say of a treatment's dates.

Neutral and exact: what was recorded, which rule gives the date, who says so. Never that something is safe or advised.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.core.intervals import Days
from tracker.core.records import Kind, PlannedTreatment
from tracker.core.spacing import Judgement, Picture, Reason, Status
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import ago, day, day_short, day_table, days

FEW_DAYS = 14


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One rule behind the dates: its name, what it asks for, and who says so."""

    title: str
    asks: str
    source: str


def last_open_day(judgement: Judgement) -> date | None:
    """Return the last day of the window: the day before the treatment counts as lapsed."""
    return None if judgement.lapsed is None else judgement.lapsed - timedelta(days=1)


def pill(judgement: Judgement) -> str:
    """Return the word of the state: "Wait 12 days", "Held to 23 Mar", "Window open", "9 days left", "9 days past"."""
    picture, today = judgement.picture, judgement.on
    if picture is Picture.WAIT and judgement.recommended is not None:
        text = QCoreApplication.translate("Spacing", "Wait {days}")
        return text.format(days=days((judgement.recommended - today).days))
    if picture is Picture.HELD and judgement.recommended is not None:
        text = QCoreApplication.translate("Spacing", "Held to {day}")
        return text.format(day=day_short(judgement.recommended, today))
    last = last_open_day(judgement)
    if picture is Picture.OPEN and last is not None:
        return _open_pill((last - today).days)
    if picture is Picture.PAST and last is not None:
        return QCoreApplication.translate("Spacing", "{days} past").format(days=days((today - last).days))
    if judgement.last is not None:
        return QCoreApplication.translate("Spacing", "No plan")
    return QCoreApplication.translate("Spacing", "Nothing yet")


def _open_pill(left: int) -> str:
    if left == 0:
        return QCoreApplication.translate("Spacing", "Last day")
    if left <= FEW_DAYS:
        return QCoreApplication.translate("Spacing", "{days} left").format(days=days(left))
    return QCoreApplication.translate("Spacing", "Window open")


def headline(judgement: Judgement) -> str:
    """Return the answer of a card: "Book from Thu 12 Mar", "Book any day until Fri 27 Mar", "Window closed 24 Feb"."""
    today, last = judgement.on, last_open_day(judgement)
    if judgement.picture is Picture.NO_PLAN:
        return _nothing_to_count(judgement)
    if judgement.picture is Picture.OPEN and last is not None:
        if last == today:
            return QCoreApplication.translate("Spacing", "Today is the last day of the window")
        return QCoreApplication.translate("Spacing", "Book any day until {day}").format(day=day(last, today))
    opens = judgement.recommended or today
    if last is not None and last < today:
        return QCoreApplication.translate("Spacing", "Window closed {day}").format(day=day_short(last, today))
    if last is not None and opens > last:
        return QCoreApplication.translate("Spacing", "Window closes while held")
    return QCoreApplication.translate("Spacing", "Book from {day}").format(day=day(opens, today))


def _nothing_to_count(judgement: Judgement) -> str:
    if judgement.last is not None:
        return QCoreApplication.translate("Spacing", "No interval set")
    if judgement.treatment is Kind.BOTOX:
        return QCoreApplication.translate("Spacing", "No botox logged")
    return QCoreApplication.translate("Spacing", "No session logged")


def last_line(judgement: Judgement) -> str:
    """Return when it was last and the earliest day: "Last 27 Nov 2025, 102 days ago. Earliest day 25 Feb."."""
    today, said = judgement.on, []
    if judgement.last is not None:
        said.append(_last(judgement.last, today))
    # With its own rule switched off, what is left may ask for days before the last treatment.
    if judgement.earliest is not None and (judgement.last is None or judgement.earliest >= judgement.last):
        text = QCoreApplication.translate("Spacing", "Earliest day {day}.")
        said.append(text.format(day=day(judgement.earliest, today)))
    if not said:
        return QCoreApplication.translate("Spacing", "Past visits count too. Add the last one you remember.")
    return " ".join(said)


def _last(last: date, today: date) -> str:
    text = QCoreApplication.translate("Spacing", "Last {day}, {ago}.")
    return text.format(day=day_short(last, today), ago=ago((today - last).days))


def planned_line(plan: PlannedTreatment, today: date) -> str:
    """Return for when a treatment is planned: "Planned for Thu 19 Mar."."""
    text = QCoreApplication.translate("Spacing", "Planned for {day}.")
    if plan.is_touch_up:
        text = QCoreApplication.translate("Spacing", "Touch-up planned for {day}.")
    return text.format(day=day(plan.on, today))


def why_line(judgement: Judgement) -> str:
    """Return the deciding rule in one line: "Label interval 3 months: 21 days left"; empty where no rule applies."""
    if not judgement.reasons:
        return QCoreApplication.translate("Spacing", "The dates appear after the first entry.")
    reason = judgement.reasons[0]
    if reason.is_clear:
        return _clear_line(reason)
    return left_line(reason)


def short_line(judgement: Judgement, plan: PlannedTreatment | None = None) -> str:
    """Return when it was last, then the next plan or the deciding rule: "Last 9 Feb, 28 days ago. Rule: …"."""
    today, said = judgement.on, []
    if judgement.last is not None:
        said.append(_last(judgement.last, today))
    if plan is not None:
        said.append(planned_line(plan, today))
    elif judgement.reasons:
        reason = judgement.reasons[0]
        said.append(_own_rule(reason) if reason.is_own else why_line(judgement))
    return " ".join(said) or last_line(judgement)


def _own_rule(reason: Reason) -> str:
    if reason.lapsed is None:
        text = QCoreApplication.translate("Spacing", "Rule: from {days}.")
        return text.format(days=days(reason.recommended))
    text = QCoreApplication.translate("Spacing", "Rule: {first} to {days}.")
    return text.format(first=reason.recommended, days=days(reason.lapsed - 1))


def left_line(reason: Reason) -> str:
    """Return how much of a rule is left: "Label interval 3 months: 21 days left"."""
    asked = reason.minimum if reason.status is Status.TOO_SOON else reason.recommended
    text = QCoreApplication.translate("Spacing", "{rule}: {days} left")
    return text.format(rule=interval_name(reason, asked), days=days(asked - reason.days))


def _clear_line(reason: Reason) -> str:
    if reason.lapsed is None:
        text = QCoreApplication.translate("Spacing", "{rule}: from day {first}")
        return text.format(rule=interval_name(reason, reason.minimum), first=reason.recommended)
    text = QCoreApplication.translate("Spacing", "{rule}: window day {first} to {last}")
    return text.format(rule=interval_name(reason, reason.minimum), first=reason.recommended, last=reason.lapsed - 1)


def interval_name(reason: Reason, asked: int) -> str:
    """Return who asks for how long: "Label interval 3 months", "Common practice, 14 days after botox"."""
    if reason.shipped is not None:
        return _your_interval(reason, asked)
    if reason.rule.id == "botox-botox":
        if asked != reason.minimum:
            text = QCoreApplication.translate("Spacing", "Usual duration {interval}")
        elif reason.strength == "label":
            text = QCoreApplication.translate("Spacing", "Label interval {interval}")
        else:
            text = QCoreApplication.translate("Spacing", "No label known, interval {interval}")
        return text.format(interval=interval(asked))
    strength = names.strength(reason.strength)
    if reason.is_own:
        text = QCoreApplication.translate("Spacing", "{strength}, {interval}")
        return text.format(strength=strength, interval=days(asked))
    text = QCoreApplication.translate("Spacing", "{strength}, {interval} after {treatment}")
    after = _lowered(names.kind(reason.rule.after))
    return text.format(strength=strength, interval=days(asked), treatment=after)


def _your_interval(reason: Reason, asked: int) -> str:
    if reason.is_own:
        return QCoreApplication.translate("Spacing", "Your interval, {interval}").format(interval=days(asked))
    text = QCoreApplication.translate("Spacing", "Your interval, {interval} after {treatment}")
    return text.format(interval=days(asked), treatment=_lowered(names.kind(reason.rule.after)))


def interval(count: int) -> str:
    """Return 90 days as "3 months" and 84 days as "12 weeks", as the labels say them; else the days."""
    if count == 90:
        return QCoreApplication.translate("Spacing", "3 months")
    if count % 7 == 0 and count >= 84:
        return QCoreApplication.translate("Spacing", "%n weeks", "", count // 7)
    return days(count)


def source_line(reason: Reason) -> str:
    """Return the rule's rationale and source as plain text."""
    if reason.rule.id == "botox-botox":
        return names.named(reason.source)
    return f"{names.named(reason.rule.rationale)} ({names.named(reason.source)})"


def why(judgement: Judgement) -> list[WhyLine]:
    """Return every rule behind the dates, the deciding one first."""
    return [WhyLine(rule_title(reason), _asks(reason), _who(reason)) for reason in judgement.reasons]


def rule_title(reason: Reason) -> str:
    """Return "Botox, then microdermabrasion"."""
    text = QCoreApplication.translate("Spacing", "{first}, then {second}")
    return text.format(first=names.kind(reason.rule.after), second=_lowered(names.kind(reason.rule.before)))


def _asks(reason: Reason) -> str:
    since = QCoreApplication.translate("Spacing", "after {day}").format(day=day_table(reason.after))
    if reason.lapsed is not None:
        text = QCoreApplication.translate("Spacing", "At least {minimum} {since}; window day {first} to {last}.")
        return text.format(minimum=days(reason.minimum), since=since, first=reason.recommended, last=reason.lapsed - 1)
    text = QCoreApplication.translate("Spacing", "At least {minimum} {since}; window from day {first}.")
    return text.format(minimum=days(reason.minimum), since=since, first=reason.recommended)


def _who(reason: Reason) -> str:
    if reason.shipped is not None:
        text = QCoreApplication.translate("Spacing", "Your interval in place of {days}. {source}.")
        return text.format(days=span(reason.shipped), source=source_line(reason))
    strength, source = names.strength(reason.strength), source_line(reason)
    return f"{source}." if source.startswith(strength) else f"{strength}. {source}."


def span(asked: Days) -> str:
    """Return "90 days", or "7 to 14 days" where less is asked for than is usual."""
    if asked.minimum == asked.recommended:
        return days(asked.minimum)
    text = QCoreApplication.translate("Spacing", "{minimum} to {days}")
    return text.format(minimum=asked.minimum, days=days(asked.recommended))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
