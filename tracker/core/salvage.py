"""What was read from a damaged file into a new one, and what was not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SalvagedTable:
    """One table: how many rows are in the new file, and how many of these the history alone still held.

    ``unreadable`` is how many could not be read, None where it is not known how many there were; ``left_out`` how many
    were read and make no sense: they break a rule of the record, or what they belong to is gone.
    """

    name: str
    kept: int
    from_history: int
    unreadable: int | None
    left_out: int

    @property
    def is_whole(self) -> bool:
        """Return whether nothing of the table is missing."""
        return self.left_out == 0 and self.unreadable == 0


@dataclass(frozen=True, slots=True)
class Salvaged:
    """All tables that hold what people typed, and whether their history was whole; else it was begun anew."""

    tables: tuple[SalvagedTable, ...]
    is_history_kept: bool

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is missing."""
        return self.is_history_kept and all(table.is_whole for table in self.tables)
