"""What became of a score, in sentences: since the first rating, and since the latest treatment."""

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.progress.since import Since, Step
from tracker.core.records import Rater
from tracker.ui.words import catalog as names
from tracker.ui.words.before_after import rated_by_practitioner
from tracker.ui.words.dates import day_table
from tracker.ui.words.progress import size


def since_line(found: Since, catalog: Catalog) -> str:
    """Return "Wrinkles: 5 at the first rating on 9 Sep 2024, 8 at the last on 3 Mar 2026: up 3 (clear change). …"."""
    step = found.since_start
    text = QCoreApplication.translate(
        "Since", "{score}: {first} at the first rating on {first_day}, {last} at the last on {last_day}: {change}."
    )
    said = text.format(
        score=names.concern(found.score, catalog),
        first=step.first.score,
        first_day=day_table(step.first.on),
        last=step.last.score,
        last_day=day_table(step.last.on),
        change=_change(step),
    )
    parts = [said, _since_treatment(found)]
    if found.rater is Rater.PRACTITIONER:
        parts.append(rated_by_practitioner())
    return " ".join(part for part in parts if part)


def _since_treatment(found: Since) -> str:
    treatment = found.treatment
    if treatment is None:
        return ""
    said = {"treatment": names.lowered(names.kind(treatment.kind)), "day": day_table(treatment.on)}
    if found.since_treatment is None:
        text = QCoreApplication.translate(
            "Since", "For the {treatment} on {day} a rating up to its day or one after it is missing."
        )
        return text.format(**said)
    text = QCoreApplication.translate("Since", "Since the {treatment} on {day}: {change}.")
    return text.format(**said, change=_change(found.since_treatment))


def _change(step: Step) -> str:
    """Return "up 3 (clear change)", "down 1 (small change)", "unchanged"."""
    if not step.change:
        return QCoreApplication.translate("Since", "unchanged")
    text = (
        QCoreApplication.translate("Since", "up {points} ({size})")
        if step.change > 0
        else QCoreApplication.translate("Since", "down {points} ({size})")
    )
    return text.format(points=abs(step.change), size=size(step.size))
