"""Do two records look like those of one person? What is asked here is asked of whoever types, never decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tracker.core.folding import folded, words
from tracker.core.records import Person
from tracker.core.search_words import SHORTEST_PHONE, phone_words

_SIMILAR = 0.75
"""From this ratio of `difflib` on two names are similar, such as Meyer and Meier; a choice of the design."""


class Likeness(StrEnum):
    """In what two people are alike."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    EMAIL = "email"
    CLIENT_NUMBER = "client_number"


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who looks like another person, and by what."""

    person: Person
    by: tuple[Likeness, ...]


def likenesses(one: Person, other: Person) -> tuple[Likeness, ...]:
    """Return in what two people are alike: the same words of the name in any order, telephone, e-mail or number.

    The same birth date counts where the names are similar.
    """
    same_name = bool(_names(one) & _names(other))
    found = {
        Likeness.NAME: same_name,
        Likeness.BIRTH_DATE: one.birth_date is not None
        and one.birth_date == other.birth_date
        and (same_name or _is_similar(one, other)),
        Likeness.PHONE: bool(_numbers(one) & _numbers(other)),
        Likeness.EMAIL: _is_same(one.email, other.email),
        Likeness.CLIENT_NUMBER: _is_same(one.client_number, other.client_number),
    }
    return tuple(likeness for likeness, is_so in found.items() if is_so)


def name_words(person: Person) -> tuple[str, ...]:
    """Return the words of a person's name in alphabetical order."""
    return tuple(sorted(words(person.name)))


def long_numbers(phone: str) -> tuple[str, ...]:
    """Return a telephone number without and with what may stand before it, long enough to be one person's."""
    return tuple(dict.fromkeys(word for word in phone_words(phone) if len(word) >= SHORTEST_PHONE))


def _is_same(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and folded(first) == folded(second)


def _names(person: Person) -> set[tuple[str, ...]]:
    return {tuple(sorted(words(name))) for name in (person.name, person.sort_name) if name}


def _is_similar(one: Person, other: Person) -> bool:
    first, second = name_words(one), name_words(other)
    return bool(set(first) & set(second)) or _ratio(first, second) >= _SIMILAR


def _ratio(first: Iterable[str], second: Iterable[str]) -> float:
    return SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()


def _numbers(person: Person) -> set[str]:
    return set(long_numbers(person.phone or ""))
