"""The words by which a person is found, and the words that a search asks for.

Both are folded. Every word that is asked for begins a word of the person, so whatever is to be found by its beginning
is a word of its own: a name also without the signs inside it, a telephone number also without blanks and prefixes.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from tracker.core.drafts import LONGEST_LINE
from tracker.core.folding import folded, words

MOST_WORDS = 32
"""A search asks for at most so many words."""

SHORTEST_PHONE = 6
"""So many digits of a telephone number are one person's; fewer may be a prefix or a part."""

_ABROAD = ("+", "00")
_COUNTRY_CODES = range(1, 4)
"""How many digits the code of a country may have (ITU-T E.164)."""
_DIGITS = frozenset("0123456789")
_SHORTEST_NUMBER = 2
Alternatives = tuple[tuple[str, ...], ...]
"""Several ways to ask for one thing; each asks for all its words."""


def line_words(text: str) -> Iterator[str]:
    """Yield the words of a short text, and each stretch between blanks as one word: ``O'Brien`` is o, brien, obrien.

    A stretch that is all signs is found by its signs, a number also without zeros before it.
    """
    for stretch in folded(text).split():
        found = words(stretch)
        yield from found
        yield from (bare for word in found if _is_number(word) and (bare := word.lstrip("0")))
        if len(found) > 1:
            yield "".join(found)


def phone_words(phone: str) -> Iterator[str]:
    """Yield the groups of a telephone number, and the number from each group on, without zeros before it.

    A number that is written in one group after its plus also stands for itself without the code of its country.
    """
    groups = words(phone.replace("(0)", " "))
    yield from groups
    for start in range(len(groups)):
        number = "".join(groups[start:])
        yield number
        yield number.lstrip("0") or number
    if len(groups) == 1 and phone.lstrip().startswith(_ABROAD):
        number = groups[0].lstrip("0")
        yield from (number[length:] for length in _COUNTRY_CODES if len(number) > length)


def day_words(day: date) -> Iterator[str]:
    """Yield the words of a birth date: year, month and day, and these as they are written without a zero."""
    year, month, number = day.isoformat().split("-")
    yield from (year, month, number, str(day.month), str(day.day), whole_day(day))


def whole_day(day: date) -> str:
    """Return the one word that stands for a birth date."""
    return day.isoformat().replace("-", "")


def asked(text: str) -> tuple[Alternatives, ...]:
    """Return what a search asks for, all of it; each thing in one or several ways. Empty where there is no word."""
    return tuple(dict.fromkeys(_asked(_asked_words(text))))


def _asked_words(text: str) -> list[str]:
    stretches = folded(text[: 2 * LONGEST_LINE]).split()
    spoken = [stretch for stretch in stretches if any(sign.isalnum() for sign in stretch)]
    # A dash or an ampersand between words is no word of the name that is looked for.
    return [word for stretch in spoken or stretches for word in words(stretch)][:MOST_WORDS]


def _asked(found: Iterable[str]) -> Iterator[Alternatives]:
    for is_number, run in groupby(found, key=_is_number):
        if is_number:
            yield _number_ways(tuple(run))
        else:
            yield from (((word,),) for word in run)


def _is_number(word: str) -> bool:
    return _DIGITS.issuperset(word)


def _number_ways(groups: tuple[str, ...]) -> Alternatives:
    """Return the ways to ask for ``groups`` of digits: each for itself, or as one number that is grouped otherwise."""
    number = "".join(groups)
    bare = number.lstrip("0")
    ways = [groups, (number,), *([(bare,)] if len(bare) >= _SHORTEST_NUMBER else [])]
    return tuple(dict.fromkeys(ways))
