"""The report of an error of ours: types and places, and nothing that could come from a record."""

from itertools import pairwise
from pathlib import Path

import pytest

from tracker.core.crash_report import MOST_FAULTS, MOST_PLACES, Fault, Place, faults_of, report_text

CANARY = "Zq Canary of nowhere"


def fail(name: str) -> None:
    note = f"note of {name}"
    raise ValueError(f"{name}: {note}")


def caught(name: str) -> BaseException:
    try:
        try:
            fail(name)
        except ValueError as error:
            raise KeyError(name) from error
    except KeyError as error:
        return error


def test_the_first_cause_comes_first_with_its_type_and_places() -> None:
    first, last = faults_of(caught(CANARY))
    assert (first.kind, last.kind) == ("ValueError", "KeyError")
    assert first.places[-1].function == "fail"
    assert first.places[-1].file == "test_crash_report.py"
    assert last.places[-1].function == "caught"


def test_no_message_no_local_variable_and_no_folder_is_in_the_report() -> None:
    text = report_text(faults_of(caught(CANARY)), ("Skinterval 1.0",))
    assert text.startswith("Skinterval 1.0\n\nValueError\n")
    assert CANARY not in text
    assert "note of" not in text
    assert str(Path(__file__).parent) not in text
    assert str(Path.home()) not in text


def test_a_type_of_a_library_bears_its_module() -> None:
    assert faults_of(UnicodeDecodeError("utf-8", b"", 0, 1, CANARY)) == (Fault("UnicodeDecodeError", ()),)

    class OddError(Exception):
        pass

    assert faults_of(OddError(CANARY))[0].kind.endswith("OddError")
    assert faults_of(OddError(CANARY))[0].kind.startswith(OddError.__module__)


def test_a_call_without_end_is_bounded() -> None:
    def again(depth: int) -> None:
        again(depth + 1)

    try:
        again(0)
    except RecursionError as error:
        (fault,) = faults_of(error)
    assert len(fault.places) == MOST_PLACES


def test_causes_without_end_and_in_a_ring_are_bounded() -> None:
    errors = [ValueError(number) for number in range(50)]
    for error, cause in pairwise(errors):
        error.__cause__ = cause
    assert len(faults_of(errors[0])) == MOST_FAULTS
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert len(faults_of(one)) == 2


def test_a_cause_that_was_put_aside_is_left_out() -> None:
    def turn_into_another() -> None:
        try:
            fail(CANARY)
        except ValueError:
            raise KeyError(CANARY) from None

    with pytest.raises(KeyError) as found:
        turn_into_another()
    assert [fault.kind for fault in faults_of(found.value)] == ["KeyError"]


def test_each_place_is_one_line() -> None:
    text = report_text((Fault("ValueError", (Place("tracker.ui.jobs", "jobs.py", 7, "Job.run"),)),), ())
    assert text == "\nValueError\n  tracker.ui.jobs, jobs.py:7, Job.run\n"
