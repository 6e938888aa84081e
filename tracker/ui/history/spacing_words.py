"""What the detail panel says of a treatment's spacing: how its day stood to the rules, in words beside an icon."""

from PySide6.QtCore import QCoreApplication

from tracker.core.spacing import Judgement, Picture, Reason, Status
from tracker.ui.history.rows import STATES
from tracker.ui.words.dates import days
from tracker.ui.words.spacing import left_line, why_line

translate = QCoreApplication.translate


def spacing_lines(judgement: Judgement) -> tuple[str, str, str]:
    """Return the state for the icon (empty for none), the verdict, and the rule behind it (may be empty)."""
    if judgement.status is Status.READY:
        return "", translate("HistorySpacing", "First in the record"), ""
    if judgement.picture is Picture.NO_PLAN:
        return "", translate("HistorySpacing", "No interval set"), ""
    state = STATES[judgement.status]
    reason = judgement.reasons[0]
    if judgement.status is Status.TOO_SOON:
        text = translate("HistorySpacing", "Too soon by {days}")
        return state, text.format(days=days(reason.minimum - reason.days)), left_line(reason)
    if judgement.status is Status.EARLY:
        text = translate("HistorySpacing", "{days} before the window")
        return state, _upper(text.format(days=days(reason.recommended - reason.days))), left_line(reason)
    return state, _in_or_past(judgement.own or reason), why_line(judgement)


def _in_or_past(own: Reason) -> str:
    if own.lapsed is None or own.days < own.lapsed:
        return translate("HistorySpacing", "In the window")
    text = translate("HistorySpacing", "{days} past the window")
    return _upper(text.format(days=days(own.days - own.lapsed + 1)))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
