"""Own intervals: change the numbers of a rule for everybody or one person, switch it off, reset it."""

from collections.abc import Mapping
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.errors import InvalidDraftError, NotFoundError, Problem
from tracker.core.intervals import Days, Intervals, OwnInterval, problems_of
from tracker.core.judgement import Rule
from tracker.core.rules_in_force import RuleInForce, rules_in_force
from tracker.services.announcing import Announce
from tracker.store import edits, planning, queries
from tracker.store.events import events_of
from tracker.store.store import Store

CHANGED = ChangeLabel("edit", "interval")
RESET = ChangeLabel("reset", "interval")


class OwnIntervals:
    """The own intervals of one record."""

    def __init__(self, store: Store, catalog: Catalog, announce: Announce) -> None:
        self._store = store
        self._catalog = catalog
        self._announce = announce

    def of(self, person_id: UUID) -> Intervals:
        """Return what counts for one person."""
        with self._store.read() as connection:
            return planning.intervals_for(connection, person_id)

    def changed(self, person_id: UUID) -> tuple[OwnInterval, ...]:
        """Return what was changed for one person and for everybody."""
        with self._store.read() as connection:
            return tuple(planning.intervals_of(connection, person_id))

    def in_force(self, person_id: UUID) -> tuple[RuleInForce, ...]:
        """Return every rule as it counts for one person, in the order of the catalogue."""
        with self._store.read() as connection:
            history = events_of(connection, person_id).values()
            intervals = planning.intervals_for(connection, person_id)
        return rules_in_force(self._catalog.rules, self._catalog.products, history, intervals)

    def shipped(self, rule: Rule, product: str | None = None) -> Days:
        """Return the days that the catalogue gives: those of ``product`` where the rule leaves them to it."""
        if rule.minimum is not None and rule.recommended is not None:
            return Days(rule.minimum, rule.recommended, rule.lapsed)
        label = self._catalog.products[product or ""]
        return Days(label.min_interval_days, label.rec_days, label.lapsed_days)

    def change(
        self,
        rule: str,
        days: Days,
        *,
        person_id: UUID | None = None,
        product: str | None = None,
        is_off: bool = False,
    ) -> OwnInterval:
        """Give a rule other numbers, or switch it off: for one person, or for everybody where ``person_id`` is None.

        ``product`` is needed where the rule leaves its days to the product. Raise `InvalidDraftError`, `NotFoundError`
        or `NotSavedError`; nothing was saved then.
        """
        self._check(rule, product, days)
        new = OwnInterval(
            id=planning.interval_id(person_id, rule, product),
            person_id=person_id,
            rule=rule,
            product=product,
            minimum=days.minimum,
            recommended=days.recommended,
            lapsed=days.lapsed,
            is_off=is_off,
        )
        with self._store.write(CHANGED) as write:
            if person_id is not None and queries.person(write.connection, person_id) is None:
                raise NotFoundError("person", str(person_id))
            former = planning.interval(write.connection, new.id)
            if former is None:
                edits.add(write.recorder, [new])
            else:
                edits.replace(write.recorder, former, new)
        self._announce(write.change_set)
        return new

    def reset(self, rule: str, *, person_id: UUID | None = None, product: str | None = None) -> None:
        """Go back to the shipped numbers of a rule, for one person or for everybody. Raise `NotSavedError`."""
        with self._store.write(RESET) as write:
            former = planning.interval(write.connection, planning.interval_id(person_id, rule, product))
            if former is not None:
                edits.remove(write.recorder, [former])
        self._announce(write.change_set)

    def count_from_main(self, is_on: bool) -> None:
        """Count a full botox treatment from the latest main treatment, not from a touch-up, for everybody.

        Raise `NotSavedError`.
        """
        with self._store.write(CHANGED) as write:
            settings: Mapping[str, bool] = {planning.COUNTS_FROM_MAIN: is_on}
            planning.put_setting(write.recorder, planning.INTERVALS, settings)
        self._announce(write.change_set)

    def _check(self, rule: str, product: str | None, days: Days) -> None:
        found = self._catalog.rules.get(rule)
        if found is None:
            raise NotFoundError("rule", rule)
        known = self._catalog.products if found.minimum is None else (None,)
        if product not in known:
            raise InvalidDraftError((Problem("product", "required"),))
        problems = problems_of(days, has_lapsed=self.shipped(found, product).lapsed is not None)
        if problems:
            raise InvalidDraftError(problems)
