"""The worker thread: order, results on the UI thread, errors, cancelling, owners that died."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import QObject

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.ui import spare_memory
from tracker.ui.jobs import Job, JobCancelledError, Jobs, when_at_rest


def _unexpected(problem: Any) -> None:
    raise AssertionError(problem)


def test_results_come_back_on_the_ui_thread_in_order(qtbot: Any) -> None:
    jobs, seen = Jobs(), []
    for number in range(3):
        jobs.run(
            lambda _job, n=number: (n, threading.get_ident()),
            lambda got: seen.append((*got, threading.get_ident())),
            _unexpected,
        )
    qtbot.waitUntil(lambda: len(seen) == 3)
    jobs.stop()
    assert [number for number, _, _ in seen] == [0, 1, 2]
    assert all(worker != threading.get_ident() == ui for _, worker, ui in seen)


def test_an_error_of_the_world_reaches_the_failure_callback(qtbot: Any) -> None:
    jobs, seen = Jobs(), []

    def work(_job: Job) -> None:
        raise NotSavedError("disk_full")

    jobs.run(work, _unexpected, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    jobs.stop()
    assert isinstance(seen[0], NotSavedError)


def test_progress_is_told_and_cancel_stops_at_the_next_report(qtbot: Any) -> None:
    jobs, told, failed = Jobs(), [], []
    go_on = threading.Event()

    def work(job: Job) -> None:
        job.report(1, 3)
        assert go_on.wait(20)
        job.report(2, 3)

    gate = threading.Event()
    jobs.run(lambda _job: gate.wait(20), lambda _result: None, _unexpected)
    job = jobs.run(work, _unexpected, failed.append)
    job.progressed.connect(lambda done, total: told.append((done, total)))
    gate.set()
    qtbot.waitUntil(lambda: told == [(1, 3)])
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(failed))
    jobs.stop()
    assert isinstance(failed[0], JobCancelledError)
    assert isinstance(failed[0], SkintervalError)


def test_a_result_for_a_dead_owner_is_dropped(qtbot: Any) -> None:
    jobs, seen = Jobs(), []
    owner = QObject()
    gate = threading.Event()
    jobs.run(lambda _job: gate.wait(20), lambda _result: seen.append("dead"), _unexpected, owner)
    from shiboken6 import delete

    delete(owner)
    gate.set()
    jobs.run(lambda _job: None, lambda _result: seen.append("alive"), _unexpected)
    qtbot.waitUntil(lambda: "alive" in seen)
    jobs.stop()
    assert seen == ["alive"]


def test_what_waits_for_rest_follows_every_result(qtbot: Any) -> None:
    jobs, others, seen, owner = Jobs(), Jobs(), [], QObject()
    go_on = threading.Event()
    jobs.run(lambda _job: go_on.wait(20), lambda _got: seen.append("first"), _unexpected)
    others.run(lambda _job: None, lambda _got: seen.append("other"), _unexpected)
    when_at_rest(lambda: seen.append("rest"), owner)
    qtbot.waitUntil(lambda: seen == ["other"])
    go_on.set()
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == ["other", "first", "rest"]
    when_at_rest(lambda: seen.append("at once"), owner)
    assert seen[-1] == "at once"
    jobs.stop()
    others.stop()


def test_work_that_is_done_at_once_is_at_rest_too(qtbot: Any, monkeypatch: Any) -> None:
    jobs, seen = Jobs(), []
    submit = ThreadPoolExecutor.submit

    def submit_and_wait(executor: Any, *work: Any) -> Any:
        future = submit(executor, *work)
        future.result(20)
        return future

    monkeypatch.setattr(ThreadPoolExecutor, "submit", submit_and_wait)
    jobs.run(lambda _job: None, seen.append, _unexpected)
    qtbot.waitUntil(lambda: len(seen) == 1)
    qtbot.waitUntil(lambda: jobs.are_at_rest)
    jobs.stop()


def test_memory_is_given_back_after_each_piece_of_work_however_it_ends(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, seen, given_back = Jobs(), [], []
    monkeypatch.setattr(spare_memory, "give_back", lambda: given_back.append(threading.get_ident()))

    def work(_job: Job) -> None:
        raise NotSavedError("disk_full")

    jobs.run(lambda _job: threading.get_ident(), seen.append, _unexpected)
    jobs.run(work, _unexpected, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    jobs.stop()
    assert given_back == [seen[0], seen[0]]
