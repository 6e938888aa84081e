"""A record that was last changed by a clock far ahead of this one: it is said, and it ends with the next change."""

from collections.abc import Callable
from datetime import timedelta

from journey_steps import record_of, stop
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.drafts import PersonDraft
from tracker.ui.application import Program
from tracker.ui.record_notices import CLOCK

Start = Callable[..., Program]


def test_a_clock_that_is_behind_the_record_is_said_until_something_is_saved(
    start: Start, qtbot: QtBot, clock: FixedClock
) -> None:
    program = start()
    clock.day += timedelta(400)
    record_of(program).people.add(PersonDraft(name="Anna Example"))
    stop(program)
    clock.day -= timedelta(400)
    program = start()
    strip = program.window.notices
    qtbot.waitUntil(lambda: strip.notice(CLOCK) is not None)
    notice = strip.notice(CLOCK)
    assert notice is not None
    assert "made on Tue 13 Apr 2027, which is still to come" in notice.label.text()
    record_of(program).people.add(PersonDraft(name="Ben Example"))
    stop(program)
    program = start()
    qtbot.waitUntil(lambda: program.reminders is not None)
    assert program.window.notices.notice(CLOCK) is None


def test_a_day_ahead_is_nothing_to_speak_of(start: Start, qtbot: QtBot, clock: FixedClock) -> None:
    program = start()
    clock.day += timedelta(1)
    record_of(program).people.add(PersonDraft(name="Anna Example"))
    stop(program)
    clock.day -= timedelta(1)
    program = start()
    qtbot.waitUntil(lambda: program.reminders is not None)
    assert program.window.notices.notice(CLOCK) is None
