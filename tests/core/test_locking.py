"""The pause after wrong passphrases."""

from tracker.core.locking import pause_after


def test_the_pause_begins_with_the_fifth_wrong_try_and_doubles_up_to_a_minute() -> None:
    assert [pause_after(tries) for tries in range(14)] == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert pause_after(10**9) == 60
