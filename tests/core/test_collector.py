"""The garbage collector rests during bulk work, and is afterwards as it was."""

import gc
from collections.abc import Iterator

import pytest

from tracker.core.collector import Collector


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.fixture
def collector() -> Collector:
    gc.enable()
    return Collector()


def test_it_rests_inside_and_is_on_again_after(collector: Collector) -> None:
    with collector.at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_rests_until_the_last_is_done_in_whatever_order(collector: Collector) -> None:
    first, second = collector.at_rest(), collector.at_rest()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_it_is_on_again_after_an_error(collector: Collector) -> None:
    with pytest.raises(LookupError), collector.at_rest():
        raise LookupError
    assert gc.isenabled()


def test_one_that_was_off_stays_off(collector: Collector) -> None:
    gc.disable()
    with collector.at_rest():
        pass
    assert not gc.isenabled()
