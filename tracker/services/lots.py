"""Lots: which were used lately, and who had one."""

from tracker.core.lots import LotUse, RecentLot, lot_key
from tracker.store import lots
from tracker.store.store import Store


class Lots:
    """The lots of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recent(self, product: str | None = None) -> tuple[RecentLot, ...]:
        """Return the lots used lately, of ``product`` alone where one is given, the one used last first.

        Each stands once, as it was last written, with the last expiry that was written with it.
        """
        with self._store.read() as connection:
            newest = lots.newest_lots(connection)
        found: dict[tuple[str, str], RecentLot] = {}
        for use in sorted((use for use in newest if product in (None, use.product)), key=lambda use: use.on):
            key = use.product, lot_key(use.lot)
            former = found.pop(key, None)
            expires = use.expires or (former.expires if former is not None else None)
            found[key] = RecentLot(use.product, use.lot, expires, use.on)
        return tuple(reversed(found.values()))

    def known(self) -> tuple[str, ...]:
        """Return every lot of the record, each once in one of its spellings, in alphabetical order."""
        with self._store.read() as connection:
            spelled = lots.distinct_lots(connection)
        found = {lot_key(lot): lot for lot in reversed(spelled)}
        return tuple(found[key] for key in sorted(found))

    def who_had(self, lot: str, product: str | None = None) -> tuple[LotUse, ...]:
        """Return every treatment with a lot, newest first, of the archived too; of ``product`` alone where it is given.

        How a lot is spelled does not matter, as `core.lots.lot_key` says; nothing is found of a blank one.
        """
        wanted = lot_key(lot)
        if not wanted:
            return ()
        with self._store.read() as connection:
            spelled = [known for known in lots.distinct_lots(connection) if lot_key(known) == wanted]
            uses = lots.uses_of(connection, spelled) if spelled else []
        shown = (use for use in uses if product in (None, use.product))
        return tuple(sorted(sorted(shown, key=lambda use: use.name.casefold()), key=lambda use: use.on, reverse=True))
