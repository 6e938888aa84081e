"""The files that lie beside a record: SQLite's journals, and the seal."""

from pathlib import Path

JOURNAL = "-journal"
WRITE_AHEAD_LOG = "-wal"
SEAL = ".seal"


def side_file(path: Path, ending: str) -> Path:
    """Return where the file with ``ending`` of the record at ``path`` lies."""
    return path.with_name(f"{path.name}{ending}")


def has_hot_journal(path: Path) -> bool:
    """Return whether a save of the file was cut short: SQLite takes it back when the file is next opened."""
    return any(
        journal.exists() and journal.stat().st_size > 0
        for journal in (side_file(path, ending) for ending in (JOURNAL, WRITE_AHEAD_LOG))
    )
