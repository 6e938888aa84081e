"""Progress in words: what changed, for how long, with what together, and how little that proves."""

from collections import Counter
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.cycles import LEAST_GAIN, PEAK_DAYS
from tracker.core.progress.duration import FEWEST_CYCLES, Duration, Lack, Missing
from tracker.core.progress.noise import CLEAR, SMALL, Noise, Size
from tracker.core.progress.together import Active, Group
from tracker.core.progress.windows import CountingWindows
from tracker.core.records import Kind
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_full, day_table, days
from tracker.ui.words.numbers import number

_TENTH = Decimal("0.1")


def no_cause() -> str:
    """Return what stands with every comparison."""
    return QCoreApplication.translate("Progress", "A difference does not prove the cause.")


def rule_of_thumb() -> str:
    """Return what the words for a change mean."""
    text = QCoreApplication.translate(
        "Progress",
        "Under {small} point is called no clear change, from {small} point small, from {clear} points clear: a rule of "
        "thumb, no threshold is validated for these ratings.",
    )
    return text.format(small=SMALL, clear=CLEAR)


def windows_line(windows: CountingWindows) -> str:
    """Return which days count as before and as after."""
    text = QCoreApplication.translate(
        "Progress",
        "Counted: for botox {botox_before} before to its day, and day {botox_first} to {botox_last} after; for "
        "microdermabrasion {session_before} before to its day, and day {session_first} to {session_last} after.",
    )
    botox, session = windows.botox, windows.microdermabrasion
    return text.format(
        botox_before=days(botox.before),
        botox_first=botox.first,
        botox_last=botox.last,
        session_before=days(session.before),
        session_first=session.first,
        session_last=session.last,
    )


def not_enough_ratings() -> str:
    """Return what stands where too few ratings were made to speak of a change."""
    return QCoreApplication.translate("Progress", "not enough ratings yet")


def size(of: Size) -> str:
    """Return what a change is called."""
    return {
        Size.NONE: QCoreApplication.translate("Progress", "no clear change"),
        Size.SMALL: QCoreApplication.translate("Progress", "small change"),
        Size.CLEAR: QCoreApplication.translate("Progress", "clear change"),
        Size.USUAL: QCoreApplication.translate("Progress", "within usual variation"),
    }[of]


def before_after_line(item: BeforeAfter, catalog: Catalog) -> str:
    """Return "Wrinkles 5.5 to 8 after botox on 5 Jan 2026 (2 ratings before, 5 after): clear change"."""
    before, after = item.before.median, item.after.median
    said = {
        "score": names.concern(item.score, catalog),
        "treatment": _treatment(item),
        "counts": _both_counts(item),
    }
    if item.size is None or before is None or after is None:
        text = QCoreApplication.translate("Progress", "{score} after {treatment} ({counts}): {size}")
        return text.format(**said, size=not_enough_ratings())
    text = QCoreApplication.translate("Progress", "{score} {before} to {after} after {treatment} ({counts}): {size}")
    return text.format(**said, before=number(before), after=number(after), size=size(item.size))


def _treatment(item: BeforeAfter) -> str:
    name = names.lowered(names.kind(item.kind))
    if item.on is None:
        return QCoreApplication.translate("Progress", "{treatment}, all sessions together").format(treatment=name)
    return QCoreApplication.translate("Progress", "{treatment} on {day}").format(treatment=name, day=day_table(item.on))


def _both_counts(item: BeforeAfter) -> str:
    count = item.before.count
    text = (
        QCoreApplication.translate("Progress", "%n rating before, {after} after", "", count)
        if count == 1
        else QCoreApplication.translate("Progress", "%n ratings before, {after} after", "", count)
    )
    return text.format(after=item.after.count)


def mixed_line(kind: Kind) -> str:
    """Return what is said of a treatment's row of which some ratings were made while the other counted as well."""
    if kind is Kind.BOTOX:
        return QCoreApplication.translate("Progress", "Some of these ratings also count as after microdermabrasion.")
    return QCoreApplication.translate("Progress", "Some of these ratings also count as after botox.")


def noise_line(score: str, noise: Noise, catalog: Catalog) -> str:
    """Return how much a score usually varies."""
    text = QCoreApplication.translate(
        "Progress",
        "Usual variation of {score}: differences under {limit} points (%n pairs of ratings)",
        "",
        noise.pairs,
    )
    return text.format(score=names.lowered(names.concern(score, catalog)), limit=number(noise.limit.quantize(_TENTH)))


def duration_line(duration: Duration, windows: CountingWindows, kind: Kind, *, is_practice: bool = False) -> str:
    """Return how long it lasts: "median 118 days (4 cycles, 101 to 131 days seen)", or what is missing."""
    if duration.missing is not None:
        return missing_line(duration.missing, duration.usable_cycles, windows, kind, is_practice=is_practice)
    if duration.median_days is not None:
        text = QCoreApplication.translate("Progress", "median {days} ({details})")
        return text.format(days=days(duration.median_days), details=duration_details(duration))
    text = QCoreApplication.translate("Progress", "at least {days} ({details})")
    return text.format(days=days(duration.at_least_days or 0), details=duration_details(duration))


def duration_answer(duration: Duration) -> str:
    """Return the number alone: "Median 118 days", "At least 130 days"; empty where there is none."""
    if duration.missing is not None:
        return ""
    if duration.median_days is not None:
        return QCoreApplication.translate("Progress", "Median {days}").format(days=days(duration.median_days))
    return QCoreApplication.translate("Progress", "At least {days}").format(days=days(duration.at_least_days or 0))


def duration_rule(windows: CountingWindows, kind: Kind) -> str:
    """Return what is counted, and from which ratings."""
    first, last = PEAK_DAYS[kind]
    before = windows.of(kind).before
    text = (
        QCoreApplication.translate(
            "Progress",
            "Counted from the treatment until half of the gain is lost. Gain: the best two ratings in a row on day "
            "{first} to {last}, less the median of the {before} up to the treatment; under {points} points it is not "
            "timed.",
        )
        if before
        else QCoreApplication.translate(
            "Progress",
            "Counted from the treatment until half of the gain is lost. Gain: the best two ratings in a row on day "
            "{first} to {last}, less the median of the day of the treatment; under {points} points it is not timed.",
        )
    )
    return text.format(first=first, last=last, before=days(before), points=LEAST_GAIN)


def duration_details(duration: Duration) -> str:
    """Return the cycles behind a number: "4 cycles, 101 to 131 days seen, in 1 of them the end was not seen"."""
    said = [QCoreApplication.translate("Progress", "%n cycles", "", duration.usable_cycles)]
    if duration.shortest_days is not None and duration.shortest_days == duration.longest_days:
        text = QCoreApplication.translate("Progress", "{days} seen")
        said.append(text.format(days=days(duration.shortest_days)))
    elif duration.shortest_days is not None and duration.longest_days is not None:
        text = QCoreApplication.translate("Progress", "{shortest} to {longest} days seen")
        said.append(text.format(shortest=duration.shortest_days, longest=duration.longest_days))
    if duration.censored_cycles:
        said.append(
            QCoreApplication.translate("Progress", "in %n of them the end was not seen", "", duration.censored_cycles)
        )
    return ", ".join(said)


def missing_line(
    missing: Missing, usable: int, windows: CountingWindows, kind: Kind, *, is_practice: bool = False
) -> str:
    """Return why no number is given, and when a rating helps next."""
    return f"{_lack(missing, usable, is_practice)} {_rate_next(missing, windows, kind)}"


def _lack(missing: Missing, usable: int, is_practice: bool) -> str:
    if missing.lack is Lack.RATINGS:
        text = (
            QCoreApplication.translate(
                "Progress", "This needs {needed} cycles with a rating before and two after; so far {rated}."
            )
            if is_practice
            else QCoreApplication.translate(
                "Progress", "This needs {needed} cycles with a rating before and two after; you have {rated}."
            )
        )
        return text.format(needed=FEWEST_CYCLES, rated=missing.rated)
    if missing.lack is Lack.EFFECT:
        text = QCoreApplication.translate(
            "Progress", "No clear effect to time: of {rated} rated cycles {usable} gained {points} points or more."
        )
        return text.format(rated=missing.rated, usable=usable, points=LEAST_GAIN)
    if missing.lack is Lack.CHANGE:
        return QCoreApplication.translate(
            "Progress", "No clear effect to time: half of the cycles changed by less than 1 point."
        )
    return QCoreApplication.translate(
        "Progress", "No clear effect to time: half of the cycles gained no more than the usual variation."
    )


def _rate_next(missing: Missing, windows: CountingWindows, kind: Kind) -> str:
    if missing.rate_from is not None:
        text = QCoreApplication.translate("Progress", "Next rating that helps: from {day}.")
        return text.format(day=day_full(missing.rate_from))
    before = windows.of(kind).before
    if not before:
        return QCoreApplication.translate("Progress", "Next rating that helps: on the day of the next treatment.")
    text = QCoreApplication.translate("Progress", "Next rating that helps: in the {days} before the next treatment.")
    return text.format(days=days(before))


def group_name(active: Active) -> str:
    """Return which treatments counted as active."""
    return {
        Active.BOTOX_ONLY: QCoreApplication.translate("Progress", "Botox only"),
        Active.MICRODERMABRASION_ONLY: QCoreApplication.translate("Progress", "Microdermabrasion only"),
        Active.BOTH: QCoreApplication.translate("Progress", "Both"),
        Active.NEITHER: QCoreApplication.translate("Progress", "Neither"),
    }[active]


def not_enough() -> str:
    """Return what stands in place of the median of a group."""
    return QCoreApplication.translate("Progress", "not enough yet")


def group_median(group: Group) -> str:
    """Return "Median 8"; empty where there is not enough to speak of the group."""
    if not group.is_enough or group.median is None:
        return ""
    return QCoreApplication.translate("Progress", "Median {median}").format(median=number(group.median))


def group_line(group: Group) -> str:
    """Return "Botox only: median 8, middle half 7 to 8 (9 ratings, 3 treatments)"."""
    name, counts = group_name(group.active), group_counts(group)
    if not group.is_enough or group.median is None or group.middle_half is None:
        text = QCoreApplication.translate("Progress", "{group}: not enough yet ({counts})")
        return text.format(group=name, counts=counts)
    lower, upper = group.middle_half
    text = QCoreApplication.translate("Progress", "{group}: median {median}, middle half {lower} to {upper} ({counts})")
    return text.format(group=name, median=number(group.median), lower=number(lower), upper=number(upper), counts=counts)


def group_counts(group: Group) -> str:
    """Return "9 ratings, 3 treatments", without treatments where none was active."""
    rated, treated = len(group.ratings), group.treatment_count
    said = [_ratings(rated)]
    if group.active is not Active.NEITHER:
        said.append(
            QCoreApplication.translate("Progress", "%n treatment", "", treated)
            if treated == 1
            else QCoreApplication.translate("Progress", "%n treatments", "", treated)
        )
    return ", ".join(said)


def group_scores(group: Group) -> str:
    """Return every rating of a group by its score: "6: 2 ratings, 7: 1 rating"; empty without ratings."""
    counted = Counter(rated.score for rated in group.ratings)
    return ", ".join(f"{score}: {_ratings(count)}" for score, count in sorted(counted.items()))


def _ratings(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Progress", "%n rating", "", count)
    return QCoreApplication.translate("Progress", "%n ratings", "", count)
