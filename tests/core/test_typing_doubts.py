"""Units that may have been mistyped are asked about: by area, by point, and never for a product without a figure."""

from decimal import Decimal

import pytest

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, PointDraft, Unreadable
from tracker.core.typing_doubts import TypingDoubt, typing_doubts


def at(units: int | str, site: str) -> PointDraft:
    return PointDraft(units=Decimal(units), site=site)


def asked(catalog: Catalog, product: str | None, *points: PointDraft, units: int | None = None) -> list[object]:
    draft = BotoxDraft(product=product, points=list(points), units=None if units is None else Decimal(units))
    return [
        (doubt.site.id if doubt.site else None, doubt.units, doubt.limit) for doubt in typing_doubts(draft, catalog)
    ]


def test_a_total_over_twice_the_labels_total_for_its_areas_is_asked_about(catalog: Catalog) -> None:
    glabella = [at(10, site) for site in ("procerus", "corrugator-medial-r", "corrugator-medial-l")]
    limit = [*glabella, at(10, "corrugator-lateral-r")]
    assert asked(catalog, "botox_cosmetic", *limit) == []
    assert asked(catalog, "botox_cosmetic", *limit, at("0.1", "corrugator-lateral-l")) == [(None, Decimal("40.1"), 40)]
    # One more area of the label has its own figure, 24.
    assert asked(catalog, "botox_cosmetic", *limit, at(9, "canthal-upper-r")) == []


def test_units_outside_the_areas_of_the_label_are_not_held_against_it(catalog: Catalog) -> None:
    glabella = [at(10, site) for site in ("procerus", "corrugator-medial-r", "corrugator-medial-l")]
    assert asked(catalog, "botox_cosmetic", *glabella, at(30, "masseter-upper-r"), at(10, "mentalis-r")) == []


def test_the_highest_figure_of_a_range_counts(catalog: Catalog) -> None:
    assert asked(catalog, "bocouture", *[at(10, site) for site in GLABELLA]) == []
    assert asked(catalog, "xeomin", *[at(10, site) for site in GLABELLA]) == [(None, 50, 40)]


def test_a_point_over_ten_units_outside_the_masseter_is_asked_about(catalog: Catalog) -> None:
    assert asked(catalog, "botox_cosmetic", at(10, "procerus"), at(40, "masseter-upper-r")) == []
    assert asked(catalog, "botox_cosmetic", at("10.1", "mentalis-r")) == [("mentalis-r", Decimal("10.1"), 10)]


def test_a_free_point_counts_where_it_lies(catalog: Catalog) -> None:
    near = PointDraft(units=Decimal(40), x=Decimal(112), y=Decimal(326))
    elsewhere = PointDraft(units=Decimal(40), x=Decimal(200), y=Decimal(412))
    assert asked(catalog, "botox_cosmetic", near) == []
    assert [doubt[0] for doubt in asked(catalog, "botox_cosmetic", elsewhere)] == ["mentalis-r"]  # type: ignore[index]


@pytest.mark.parametrize("product", ["dysport", "daxxify", "relfydess", "other", None])
def test_a_product_without_a_figure_for_a_point_is_not_asked_about(catalog: Catalog, product: str | None) -> None:
    assert asked(catalog, product, at(15, "procerus")) == []


def test_a_product_has_its_own_figures(catalog: Catalog) -> None:
    assert asked(catalog, "dysport", at(101, "procerus")) == [(None, 101, 100)]
    assert asked(catalog, "other", at(400, "procerus")) == []


def test_a_bare_total_is_asked_about_where_the_label_names_the_whole_upper_face(catalog: Catalog) -> None:
    assert asked(catalog, "xeomin", units=128) == []
    assert asked(catalog, "xeomin", units=440) == [(None, 440, 128)]
    assert asked(catalog, "dysport", units=440) == []


def test_what_cannot_be_read_is_not_asked_about(catalog: Catalog) -> None:
    typed = Unreadable("4x", "not_a_number")
    draft = BotoxDraft(product="xeomin", units=typed, points=[PointDraft(units=typed, site="procerus")])
    assert typing_doubts(draft, catalog) == ()


def test_a_doubt_names_the_site(catalog: Catalog) -> None:
    draft = BotoxDraft(product="xeomin", points=[at(44, "mentalis-l")])
    assert typing_doubts(draft, catalog) == (TypingDoubt(Decimal(44), Decimal(10), catalog.sites["mentalis-l"]),)


GLABELLA = ("procerus", "corrugator-medial-r", "corrugator-medial-l", "corrugator-lateral-r", "corrugator-lateral-l")
