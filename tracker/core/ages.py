"""How old somebody is."""

from datetime import date


def age_on(born: date, day: date) -> int:
    """Return the whole years from ``born`` to ``day``; who was born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
