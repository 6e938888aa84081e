"""What a killed program left beside a record."""

from pathlib import Path

from tracker.store.leftovers import remove_leftovers


def clear_leftovers(path: Path) -> None:
    """Remove what is left of files that were to take the place of the record at ``path``.

    Only who holds the record's lock may call this. What the system does not give up stays; nothing is raised.
    """
    remove_leftovers(path.parent, path.name.__eq__)
