"""What a log dialog says before saving: which rule stands against the day, looking back and ahead, and who says so."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.core.records import Kind
from tracker.core.spacing import Judgement, Reason, Status
from tracker.ui.words.dates import day, day_short, days
from tracker.ui.words.spacing import interval_name, left_line, source_line, span


@dataclass(frozen=True, slots=True)
class Guard:
    """What a log dialog says of a conflict. ``kind`` is "firm" (too soon, a note is asked for) or "plan" (early).

    ``also`` are the other treatments that stand against the day, each with its rule.
    """

    kind: str
    strong: str
    text: str
    source: str
    also: tuple[str, ...] = ()


def guard(judgement: Judgement) -> Guard | None:
    """Return what a log dialog says before saving on the day judged; None where no rule stands against it."""
    if judgement.status not in (Status.TOO_SOON, Status.EARLY):
        return None
    firm, deciding = judgement.firm, judgement.deciding
    if firm is not None:
        return _firm_guard(judgement, firm)
    return None if deciding is None else _plan_guard(judgement, deciding)


def _firm_guard(judgement: Judgement, reason: Reason) -> Guard:
    strong = QCoreApplication.translate("Spacing", "Too soon by {days}")
    return Guard(
        "firm",
        strong.format(days=days(reason.minimum - reason.days)),
        f"{_between(reason, judgement)} {_asked(reason, judgement)}",
        _firm_source(reason, judgement),
        _also(reason, judgement),
    )


def _firm_source(reason: Reason, judgement: Judgement) -> str:
    rule, source = short_line(reason, judgement), source_line(reason)
    if reason.shipped is not None:
        text = QCoreApplication.translate("Spacing", "{rule}. It stands in place of {days}: {source}")
        return text.format(rule=rule, days=span(reason.shipped), source=source)
    return QCoreApplication.translate("Spacing", "{rule}. Source: {source}").format(rule=rule, source=source)


def _also(said: Reason, judgement: Judgement) -> tuple[str, ...]:
    others = (one for one in (*judgement.reasons, *judgement.later) if one is not said and not one.is_clear)
    return tuple(f"{_between(other, judgement)} {short_line(other, judgement)}." for other in others)


def _plan_guard(judgement: Judgement, reason: Reason) -> Guard:
    if reason.status is Status.TOO_SOON:
        strong = QCoreApplication.translate("Spacing", "{days} too close to a plan.")
        missing = reason.minimum - reason.days
    elif reason in judgement.later:
        strong = QCoreApplication.translate("Spacing", "{days} closer than the interval.")
        missing = reason.recommended - reason.days
    else:
        strong = QCoreApplication.translate("Spacing", "{days} before the window.")
        missing = reason.recommended - reason.days
    source = QCoreApplication.translate("Spacing", "{rule}. No note needed.")
    return Guard(
        "plan",
        strong.format(days=_upper_days(missing)),
        _between(reason, judgement),
        source.format(rule=short_line(reason, judgement)),
        _also(reason, judgement),
    )


def short_line(reason: Reason, judgement: Judgement) -> str:
    """Return how much of a rule is left; looking ahead, how much is missing: "Common practice, 14 days: 4 missing"."""
    if reason not in judgement.later:
        return left_line(reason)
    asked = reason.minimum if reason.status is Status.TOO_SOON else reason.recommended
    text = QCoreApplication.translate("Spacing", "{rule}: {days} missing")
    return text.format(rule=interval_name(reason, asked), days=days(asked - reason.days))


def _asked(reason: Reason, judgement: Judgement) -> str:
    if reason in judgement.later:
        text = QCoreApplication.translate("Spacing", "The rule asks for {asked} between them.")
        return text.format(asked=days(reason.minimum))
    text = QCoreApplication.translate("Spacing", "The rule asks for {asked}, so the first date is {first}.")
    first = reason.after + timedelta(days=reason.minimum)
    return text.format(asked=days(reason.minimum), first=day(first, judgement.on))


def _between(reason: Reason, judgement: Judgement) -> str:
    """Return which treatment stands against the day, and how far away it is."""
    if reason in judgement.later:
        return _until(reason, judgement.on)
    return _since(reason, judgement.on)


def _until(reason: Reason, on: date) -> str:
    is_botox = reason.rule.before is Kind.BOTOX
    if reason.days == 0:
        return _on_the_day(is_botox, reason.is_planned, on, is_later=True)
    if reason.is_planned:
        botox = QCoreApplication.translate("Spacing", "Botox is planned for {day}, {days} later.")
        session = QCoreApplication.translate("Spacing", "A session is planned for {day}, {days} later.")
    else:
        botox = QCoreApplication.translate("Spacing", "Botox followed on {day}, {days} later.")
        session = QCoreApplication.translate("Spacing", "A session followed on {day}, {days} later.")
    said = botox if is_botox else session
    return said.format(day=day_short(reason.until, on), days=days(reason.days))


def _since(reason: Reason, on: date) -> str:
    is_botox = reason.rule.after is Kind.BOTOX
    if reason.days == 0:
        return _on_the_day(is_botox, reason.is_planned, on, is_later=False)
    if reason.is_planned:
        botox = QCoreApplication.translate("Spacing", "Botox is planned for {day}, {days} before.")
        session = QCoreApplication.translate("Spacing", "A session is planned for {day}, {days} before.")
    else:
        botox = QCoreApplication.translate("Spacing", "Last botox was {day}, {days} before.")
        session = QCoreApplication.translate("Spacing", "Last session was {day}, {days} before.")
    said = botox if is_botox else session
    return said.format(day=day_short(reason.after, on), days=days(reason.days))


def _on_the_day(is_botox: bool, is_planned: bool, on: date, *, is_later: bool) -> str:
    if is_planned:
        botox = QCoreApplication.translate("Spacing", "Botox is planned for the same day, {day}.")
        session = QCoreApplication.translate("Spacing", "A session is planned for the same day, {day}.")
    elif is_later:
        botox = QCoreApplication.translate("Spacing", "Botox followed on the same day, {day}.")
        session = QCoreApplication.translate("Spacing", "A session followed on the same day, {day}.")
    else:
        botox = QCoreApplication.translate("Spacing", "Botox was given on the same day, {day}.")
        session = QCoreApplication.translate("Spacing", "A session was on the same day, {day}.")
    return (botox if is_botox else session).format(day=day_short(on, on))


def _upper_days(count: int) -> str:
    said = days(count)
    return said[:1].upper() + said[1:]
