"""Text made comparable for searching: without case, without accents."""

import unicodedata

UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Latin letters that Unicode does not split into letter and accent."""


def folded(text: str) -> str:
    """Return ``text`` without case and accents: "Zoë" and "ZOE" are equal."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFKC", plain.casefold().translate(UNDECOMPOSED))


def words_of(query: str) -> tuple[str, ...]:
    """Return the words of a search, made comparable; empty for a blank one."""
    return tuple(folded(query).split())


def matches(search_text: str, words: tuple[str, ...]) -> bool:
    """Return whether every word occurs in ``search_text``, which `folded` made comparable."""
    return all(word in search_text for word in words)
