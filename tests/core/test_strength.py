"""How hard a passphrase is to guess."""

from tracker.core.strength import Strength, strength_by_guesses


def test_guesses_of_hours_are_weak_and_of_years_are_strong() -> None:
    judged = [strength_by_guesses(places) for places in (0.0, 7.9, 8.0, 11.9, 12.0, 60.0)]
    assert judged == [Strength.WEAK] * 2 + [Strength.FAIR] * 2 + [Strength.STRONG] * 2
