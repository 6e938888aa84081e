"""The catalogue that ships: what must be in it, and that each fact says where it comes from."""

import csv
import io
import json

import pytest

from tracker.core.catalog import STRENGTHS, Catalog
from tracker.core.records import CONCERNS, Kind
from tracker.paths import resource_folder

PRODUCTS = {
    # code: at least, recommended, lapsed
    "botox_cosmetic": (90, 90, 120),
    "dysport": (90, 90, 120),
    "xeomin": (90, 90, 120),
    "jeuveau": (90, 90, 120),
    "daxxify": (90, 168, 200),
    "letybo": (90, 90, 120),
    "azzalure": (90, 90, 120),
    "alluzience": (90, 90, 150),
    "bocouture": (90, 90, 120),
    "nuceiva": (90, 90, 120),
    "relfydess": (84, 168, 200),
    "botox_uk": (90, 90, 120),
    "other": (90, 90, 120),
}
RULES = {
    # id: after, before, at least, recommended, lapsed, strength
    "botox-botox": (Kind.BOTOX, Kind.BOTOX, None, None, None, "label"),
    "botox-touch-up": (Kind.BOTOX, Kind.BOTOX, 14, 14, 30, "common practice"),
    "botox-microdermabrasion": (Kind.BOTOX, Kind.MICRODERMABRASION, 7, 14, None, "common practice"),
    "microdermabrasion-botox": (Kind.MICRODERMABRASION, Kind.BOTOX, 2, 3, None, "common practice"),
    "microdermabrasion-clinic": (Kind.MICRODERMABRASION, Kind.MICRODERMABRASION, 7, 14, 35, "trial"),
    "microdermabrasion-home": (Kind.MICRODERMABRASION, Kind.MICRODERMABRASION, 6, 7, 30, "manufacturer"),
    "hydradermabrasion": (Kind.MICRODERMABRASION, Kind.MICRODERMABRASION, 14, 28, 60, "common practice"),
}


def test_products_are_the_twelve_brands_and_other_with_the_days_of_their_labels(catalog: Catalog) -> None:
    days = {
        code: (product.min_interval_days, product.rec_days, product.lapsed_days)
        for code, product in catalog.products.items()
    }

    assert days == PRODUCTS


def test_every_brand_has_a_usual_duration_with_a_source_of_its_own_and_an_unknown_one_has_none(
    catalog: Catalog,
) -> None:
    known = {code: product for code, product in catalog.products.items() if product.duration_days is not None}

    assert {code: product.duration_days for code, product in known.items()} == {
        code: {"daxxify": 168, "relfydess": 168, "alluzience": 150}.get(code, 120)
        for code in PRODUCTS
        if code != "other"
    }
    assert all(product.duration_source and product.duration_source != product.source for product in known.values())


def test_the_seven_rules_have_their_numbers(catalog: Catalog) -> None:
    rules = {
        rule.id: (rule.after, rule.before, rule.minimum, rule.recommended, rule.lapsed, rule.strength)
        for rule in catalog.rules.values()
    }

    assert rules == RULES


def test_only_microdermabrasion_before_botox_is_accepted_on_one_day(catalog: Catalog) -> None:
    assert [rule.id for rule in catalog.rules.values() if rule.scope == "same_day"] == ["microdermabrasion-botox"]


def test_no_rule_says_what_nobody_may_promise(catalog: Catalog) -> None:
    said = " ".join(f"{rule.rationale} {rule.source}" for rule in catalog.rules.values()).lower()

    assert not any(word in said for word in ("safe", "recommended dose", "can be treated"))


def test_areas_devices_and_units_are_the_words_of_the_history_file(catalog: Catalog) -> None:
    assert " ".join(catalog.areas) == (
        "full_face forehead temples periorbital nose cheeks upper_lip chin jaw neck chest back hands other"
    )
    assert " ".join(catalog.devices) == "crystal crystal_other diamond hydradermabrasion other"
    assert " ".join(catalog.vacuum_units) == "kPa mmHg inHg cmHg mbar bar level"


def test_reactions_run_from_0_to_4_with_words(catalog: Catalog) -> None:
    assert list(catalog.reactions) == ["0", "1", "2", "3", "4"]
    assert all(reaction.description for reaction in catalog.reactions.values())


def test_cautions_name_what_they_concern(catalog: Catalog) -> None:
    assert {"isotretinoin", "cold_sores", "anticoagulants", "pregnancy"} <= set(catalog.cautions)
    for caution in catalog.cautions.values():
        assert set(caution.group.split("|")) <= {Kind.BOTOX, Kind.MICRODERMABRASION}


def test_both_main_scores_are_best_at_10(catalog: Catalog) -> None:
    scale = catalog.scale

    assert (scale.id, scale.version, scale.direction) == ("best10-v1", 1, "high_is_best")
    assert (scale.lowest, scale.highest) == (0, 10)
    texture, wrinkles = scale.anchors["texture"], scale.anchors["wrinkles"]
    assert (texture.lowest, texture.middle, texture.highest) == ("Very rough", "In between", "Very smooth")
    assert (wrinkles.lowest, wrinkles.middle, wrinkles.highest) == ("Deep lines", "Some lines", "No visible lines")


def test_the_scale_has_words_for_every_concern_in_order(catalog: Catalog) -> None:
    assert tuple(catalog.scale.anchors) == CONCERNS


def test_sites_are_those_of_the_face_and_come_in_pairs(catalog: Catalog) -> None:
    assert len(catalog.sites) == 38
    for site in catalog.sites.values():
        assert 0 <= site.x <= 400
        assert 0 <= site.y <= 520
        if site.side != "midline":
            other = catalog.sites[site.id[:-1] + {"r": "l", "l": "r"}[site.id[-1]]]
            assert {site.side, other.side} == {"right", "left"}
            assert site.y == other.y
            assert site.x + other.x == 400
    assert {"procerus", "corrugator-medial-r", "frontalis-centre"} <= set(catalog.sites)


def test_each_fact_has_a_source_and_a_strength(catalog: Catalog) -> None:
    facts = [
        *catalog.products.values(),
        *catalog.sites.values(),
        *catalog.areas.values(),
        *catalog.devices.values(),
        *catalog.vacuum_units.values(),
        *catalog.reactions.values(),
        *catalog.cautions.values(),
        *catalog.scales.values(),
        *catalog.rules.values(),
    ]

    assert all(fact.source.strip() for fact in facts)
    assert {fact.strength for fact in facts} <= set(STRENGTHS)


@pytest.mark.parametrize(
    "name", ["products", "areas", "devices", "vacuum_units", "reactions", "cautions", "other_events", "spacing_rules"]
)
def test_every_row_of_a_shipped_list_is_loaded(catalog: Catalog, name: str) -> None:
    text = (resource_folder() / "catalog" / f"{name}.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    loaded = catalog.rules if name == "spacing_rules" else getattr(catalog, name)

    assert [row[0] for row in rows[1:]] == list(loaded)


def test_every_site_and_scale_of_the_shipped_files_is_loaded(catalog: Catalog) -> None:
    folder = resource_folder() / "catalog"
    sites = json.loads((folder / "sites.json").read_text(encoding="utf-8"))["points"]
    scales = json.loads((folder / "scales.json").read_text(encoding="utf-8"))["scales"]

    assert [site["id"] for site in sites] == list(catalog.sites)
    assert [scale["id"] for scale in scales] == list(catalog.scales)


def test_steps_and_label_totals_of_products(catalog: Catalog) -> None:
    steps = {code: product.step_units for code, product in catalog.products.items()}
    botox = catalog.products["botox_cosmetic"]

    assert (steps["botox_cosmetic"], steps["xeomin"], steps["dysport"], steps["other"]) == (1, 1, 5, 1)
    assert dict(botox.label_totals) == {"glabella": 20, "lateral canthal": 24, "forehead": 20, "neck": 36}
    assert botox.point_question_units == 10
    assert catalog.products["dysport"].point_question_units is None
    assert catalog.products["other"].label_totals == ()
    groups = {site.group for site in catalog.sites.values()}
    assert {group for product in catalog.products.values() for group, _units in product.label_totals} <= groups
