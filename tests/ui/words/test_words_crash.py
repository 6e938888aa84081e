"""What is said of an error of ours: in which part of the program it happened."""

import pytest

from tracker.core.crash_report import Fault, Place
from tracker.ui.words.crash import what_was_done


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        (("tracker.ui.stage_links", "tracker.ui.reports.sheet", "tracker.ui.dialogs.card"), "while a report was made"),
        (("tracker.ui.lock.gate", "tracker.ui.record_desk"), "while the record was locked or unlocked"),
        (("tracker.ui.backups.dialog", "tracker.ui.dialogs.card"), "in the dialogs of backups"),
        (("tracker.ui.record_stage",), "in the window itself"),
        (("tracker.ui.planning_of_another_name",), "in the window itself"),
        ((), "in the window itself"),
    ],
)
def test_it_is_always_said_where_it_happened(modules: tuple[str, ...], said: str) -> None:
    places = tuple(Place(module=module, file="a.py", line=1, function="f") for module in modules)
    assert what_was_done((Fault("ValueError", places),)) == f"It happened {said}."
