"""Two records of the same person made one: whose words are kept, and what they come to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tracker.core.drafts import LONGEST_NOTE, MOST_TAGS
from tracker.core.folding import words
from tracker.core.records import Person

_SINGLE = (
    "name",
    "client_number",
    "birth_date",
    "phone",
    "email",
    "gender",
    "skin_type",
    "goal_texture",
    "goal_wrinkles",
)
_TEXTS = ("allergies", "notes", "private_note")
_SETS = ("cautions", "tags")
FIELDS = (*_SINGLE, *_TEXTS, *_SETS)
"""All that is said of a person, in the order of the preview; the sort name goes with the name."""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging ``other`` into ``kept`` does.

    ``conflicts`` are the fields that both have filled in otherwise: one of the two stands afterwards. ``moves`` says
    how many rows of each table of the record go over to the person who is kept; tables without any are left out.
    """

    kept: Person
    other: Person
    conflicts: tuple[str, ...]
    moves: Mapping[str, int]

    def merged(self, from_other: Collection[str] = ()) -> Person:
        """Return the person afterwards; of the conflicts named in ``from_other`` the other's words stand."""
        return merged(self.kept, self.other, from_other)


def conflicts(kept: Person, other: Person) -> tuple[str, ...]:
    """Return the fields of which only one of two values can stand."""
    return tuple(name for name in (*_SINGLE, *_TEXTS) if _is_conflict(name, getattr(kept, name), getattr(other, name)))


def merged(kept: Person, other: Person, from_other: Collection[str] = ()) -> Person:
    """Return ``kept`` with what only ``other`` says.

    Texts of both stand one after the other, tags and cautions of both stand; where only one value can stand it is the
    kept one, or the other's of a field in ``from_other``. Who is archived in one of the records alone is not archived.
    """
    found: dict[str, Any] = {}
    for name in (*_SINGLE, *_TEXTS):
        first, second = getattr(kept, name), getattr(other, name)
        if _is_conflict(name, first, second):
            found[name] = second if name in from_other else first
        else:
            found[name] = _both(first, second) if name in _TEXTS else _first_of(first, second)
    for name in _SETS:
        found[name] = tuple(dict.fromkeys((*getattr(kept, name), *getattr(other, name))))[:MOST_TAGS]
    sort_name = _sort_name(kept, other, found["name"])
    return replace(kept, **found, sort_name=sort_name, is_archived=kept.is_archived and other.is_archived)


def _is_conflict(name: str, first: object, second: object) -> bool:
    if first is None or second is None or first == second:
        return False
    return name not in _TEXTS or len(_both(first, second) or "") > LONGEST_NOTE


def _both(first: object, second: object) -> str | None:
    """Return two texts one after the other, or the one that holds the other."""
    texts = [text for text in (first, second) if isinstance(text, str)]
    if len(texts) < 2 or texts[1] in texts[0]:
        return texts[0] if texts else None
    return texts[1] if texts[0] in texts[1] else "\n".join(texts)


def _first_of(first: object, second: object) -> object:
    return second if first is None else first


def _sort_name(kept: Person, other: Person, name: object) -> str | None:
    is_same_name = words(kept.name) == words(other.name)
    by_name = (kept, other) if name == kept.name else (other, kept)
    sort_names = [person.sort_name for person in (by_name if is_same_name else by_name[:1])]
    return next((sort_name for sort_name in sort_names if sort_name), None)
