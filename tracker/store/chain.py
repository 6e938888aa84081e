"""The chain of the change record: each row carries a hash over itself and the hash of the row before.

What is hashed never changes any more: files that were released rest on it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

BEGINNING = "0" * 64
"""Stands in place of the hash of the row before the first."""
BATCH_FIELDS = ("at", "verb", "subject", "entry_day", "entry_count", "direction", "undoes", "made_by")
CHANGE_FIELDS = ("id", "batch_id", "person_id", "table_name", "row_id", "before", "after")

Link = Sequence[Any]
"""The values of `BATCH_FIELDS` of the batch, then those of `CHANGE_FIELDS`, as SQLite holds them."""


def linked(before: str, link: Link) -> str:
    """Return the hash (64 hexadecimal digits of SHA-256) of a row that follows the row of the hash ``before``."""
    text = json.dumps([before, *link], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hashes(before: str, links: Iterable[Link]) -> Iterator[str]:
    """Yield the hash of each row in turn."""
    for link in links:
        before = linked(before, link)
        yield before
