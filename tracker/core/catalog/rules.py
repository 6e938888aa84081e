"""Loads the spacing rules."""

from pathlib import Path

from tracker.core.catalog.files import CatalogError, Row, read_rows
from tracker.core.judgement import Rule
from tracker.core.records import TREATMENTS, Kind

OF_PRODUCT = "product"
SCOPES = {
    (Kind.BOTOX, Kind.BOTOX): {"", "touch_up"},
    (Kind.BOTOX, Kind.MICRODERMABRASION): {""},
    (Kind.MICRODERMABRASION, Kind.BOTOX): {"same_day"},
    (Kind.MICRODERMABRASION, Kind.MICRODERMABRASION): {"clinic", "home", "hydradermabrasion"},
}
"""Which rules there are from one treatment to another; the engine asks for each of them."""


def load_rules(path: Path) -> dict[str, Rule]:
    """Read the rules: exactly one for each of `SCOPES`, days in order, those of a product left to the product."""
    rules: dict[str, Rule] = {}
    missing = {(after, before, scope) for (after, before), scopes in SCOPES.items() for scope in scopes}
    for row in read_rows(path):
        rule = _rule(row)
        if rule.id in rules or (rule.after, rule.before, rule.scope) not in missing:
            raise row.fail(f"{rule.id} stands twice, or is no rule that the program knows")
        missing.remove((rule.after, rule.before, rule.scope))
        rules[rule.id] = rule
    if missing:
        raise CatalogError(f"{path.name}: no rule for {min(missing)}")
    return rules


def _rule(row: Row) -> Rule:
    after, before = (Kind(row.one_of(name, TREATMENTS)) for name in ("after", "before"))
    minimum, recommended, lapsed = (_days(row, name) for name in ("minimum", "recommended", "lapsed"))
    rule = Rule(
        id=row.needed("id"),
        after=after,
        before=before,
        scope=row.text("scope"),
        minimum=minimum,
        recommended=recommended,
        lapsed=lapsed,
        strength=row.strength(),
        rationale=row.needed("rationale"),
        source=row.needed("source"),
    )
    if minimum is None or recommended is None:
        if (minimum, recommended, lapsed) != (None, None, None) or after is not Kind.BOTOX or not rule.is_own:
            raise row.fail("days are missing; only a rule from botox to botox may leave them to the product")
    elif not minimum <= recommended or (lapsed is not None and lapsed <= recommended):
        raise row.fail("days are not in order")
    return rule


def _days(row: Row, name: str) -> int | None:
    return None if row.text(name) in ("", OF_PRODUCT) else row.days(name)
