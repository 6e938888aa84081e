"""An amendment shows both versions of whatever it changed."""

from dataclasses import fields, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from uuid import uuid4

import invented
import pytest
from support import TODAY

from tracker.core.amendments import AmendedEntry, Amendment
from tracker.core.catalog import Catalog
from tracker.core.drafts import EntryDraft
from tracker.core.records import Entry, InjectionPoint, Rater, Setting
from tracker.core.spacing import SpacingEngine
from tracker.ui.history.facts import facts_of
from tracker.ui.history.rows import RowBuilder

OTHERWISE = {
    "on": TODAY,
    "at": time(8, 0),
    "note": "other",
    "private_note": "secret",
    "provider": "Dr Z. Other",
    "cost": Decimal(1),
    "currency": "PLN",
    "override_reason": "another reason",
    "downtime_days": 9,
    "product": "xeomin",
    "units": Decimal(99),
    "points": (InjectionPoint(units=Decimal(9), x=Decimal(99), y=Decimal(99)),),
    "dilution_ml": Decimal(1),
    "lot": "Z9",
    "expires": "2030-01",
    "is_touch_up": True,
    "setting": Setting.HOME,
    "device": "crystal",
    "grit": "80",
    "vacuum": Decimal(1),
    "vacuum_unit": "mmHg",
    "passes": 9,
    "minutes": 99,
    "areas": ("neck",),
    "reaction": 3,
    "products_after": "other",
    "rater": Rater.PRACTITIONER,
    **dict.fromkeys(("texture", "wrinkles", "tone", "fine_lines", "acne_scars", "sun_damage", "dullness"), 9),
    "prior_shown": False,
}
STAYS = {
    *("id", "person_id", "entered", "signed_at", "signed_by", "touch_up_of"),
    *("scale_id", "scale_version", "scale_direction", "wrinkles_original"),
}
"""What no dialog of an entry asks for: touch-ups are tied anew by the program."""


@pytest.mark.parametrize("draft", [invented.botox(), invented.session(), invented.rating()], ids=lambda made: made.kind)
def test_whatever_is_amended_is_shown_before_and_after(draft: EntryDraft, catalog: Catalog) -> None:
    before: Entry = draft.record(uuid4(), uuid4(), 1)
    [row] = RowBuilder(catalog, SpacingEngine(catalog.rules, catalog.products, catalog.regions)).build([before])
    asked = {field.name for field in fields(before)} - STAYS
    for name in asked:
        after = replace(before, **{name: OTHERWISE[name]})
        amended = AmendedEntry(_amendment(before), before, after)
        assert facts_of(row, catalog, {}, [amended]).facts[-1].under, name


def _amendment(entry: Entry) -> Amendment:
    at = datetime(2026, 3, 9, tzinfo=UTC)
    return Amendment(
        id=uuid4(), person_id=entry.person_id, entry_id=entry.id, at=at, by="Dr A", reason="why", before="", after=""
    )
