"""Words of a search, and whether they occur in a text."""

from tracker.core.folding import folded


def words_of(query: str) -> tuple[str, ...]:
    """Return the words of a search, made comparable; empty for a blank one."""
    return tuple(folded(query).split())


def matches(search_text: str, words: tuple[str, ...]) -> bool:
    """Return whether every word occurs in ``search_text``, which `folded` made comparable."""
    return all(word in search_text for word in words)
