"""Which fixed text a word for what happened opens. Nothing but the word is looked at: no grade, no day, no person."""

from collections.abc import Mapping

from tracker.core.adverse_events import OTHER_TERM, RedFlag
from tracker.core.catalog import AdverseTerm
from tracker.core.folding import words

_ANY_FURTHER = "*"
_ALONE = "="
"""Before a way to say a term that names it only where nothing else is said: faint, but not a faint redness."""


def red_flag(term: str | None, other_term: str, terms: Mapping[str, AdverseTerm]) -> RedFlag | None:
    """Return the fixed text that the chosen ``term`` opens; of one in a person's own words the most urgent found."""
    if term is None or term not in terms:
        return None
    return red_flag_in(other_term, terms) if term == OTHER_TERM else terms[term].red_flag


def red_flag_in(text: str, terms: Mapping[str, AdverseTerm]) -> RedFlag | None:
    """Return the most urgent fixed text of the terms that ``text`` names, whatever case and accents it is typed in.

    A term is named by its name or by all words of one way to say it, in any order. That it is denied is not seen.
    """
    typed = words(text)
    found = {term.red_flag for term in terms.values() if term.red_flag is not None and _names(typed, term)}
    return next((flag for flag in RedFlag if flag in found), None)


def _names(typed: list[str], term: AdverseTerm) -> bool:
    return any(_holds(typed, said) for said in (term.name, *term.said_as))


def _holds(typed: list[str], said: str) -> bool:
    if said.startswith(_ALONE):
        return typed == words(said)
    return all(any(_is_like(word, part) for word in typed) for part in said.split())


def _is_like(word: str, part: str) -> bool:
    [stem, *_] = words(part)
    return word.startswith(stem) if part.endswith(_ANY_FURTHER) else word == stem
