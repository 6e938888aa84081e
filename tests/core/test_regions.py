"""Where treatments lie: every area and injection site of the catalogue."""

import pytest

from tracker.core.catalog import Catalog
from tracker.core.regions import FULL_FACE, UNKNOWN, Regions

OFF_FACE = {"neck", "chest", "back", "hands"}


@pytest.fixture(scope="module")
def regions(catalog: Catalog) -> Regions:
    return catalog.regions


def test_the_full_face_overlaps_every_area_but_neck_and_body(catalog: Catalog, regions: Regions) -> None:
    overlapping = {area for area in catalog.areas if regions.overlap(FULL_FACE, (area,))}

    assert overlapping == set(catalog.areas) - OFF_FACE


def test_two_areas_overlap_where_they_are_the_same_or_one_is_the_full_face_or_unknown(
    catalog: Catalog, regions: Regions
) -> None:
    for one in catalog.areas:
        for other in catalog.areas:
            is_whole = "full_face" in (one, other) and not {one, other} & OFF_FACE
            expected = one == other or is_whole or "other" in (one, other)
            assert regions.overlap((one,), (other,)) == expected, (one, other)


def test_points_of_the_platysma_overlap_neck_and_unknown_alone(catalog: Catalog, regions: Regions) -> None:
    platysma = [site for site in catalog.sites if site.startswith("platysma")]

    assert platysma
    for site in platysma:
        assert {area for area in catalog.areas if regions.overlap((site,), (area,))} == {"neck", "other"}


def test_every_other_point_lies_in_the_face_and_never_in_neck_or_body(catalog: Catalog, regions: Regions) -> None:
    for site in catalog.sites:
        if not site.startswith("platysma"):
            assert regions.overlap((site,), FULL_FACE), site
            assert not regions.overlap((site,), tuple(OFF_FACE)), site


@pytest.mark.parametrize(
    ("site", "areas"),
    [
        ("procerus", {"forehead", "nose"}),
        ("corrugator-medial-r", {"forehead"}),
        ("frontalis-lateral-l", {"forehead"}),
        ("canthal-middle-r", {"periorbital", "temples"}),
        ("nasalis-l", {"nose"}),
        ("levator-labii-r", {"nose", "cheeks"}),
        ("orbicularis-oris-upper-l", {"upper_lip"}),
        ("orbicularis-oris-lower-r", {"chin"}),
        ("dao-l", {"chin", "jaw"}),
        ("mentalis-r", {"chin"}),
        ("masseter-posterior-l", {"cheeks", "jaw"}),
        ("platysma-lower-r", {"neck"}),
    ],
)
def test_a_point_lies_in_the_areas_over_its_muscle(regions: Regions, site: str, areas: set[str]) -> None:
    assert regions.covered((site,)) == areas


def test_points_of_the_two_sides_lie_in_the_same_areas(catalog: Catalog, regions: Regions) -> None:
    for site in catalog.sites:
        if site.endswith("-r"):
            assert regions.covered((site,)) == regions.covered((site.removesuffix("-r") + "-l",)), site


@pytest.mark.parametrize("places", [(), ("",), ("other",), ("no such place",), ("hands", "other"), ("procerus", "")])
def test_what_may_lie_anywhere_overlaps_everything(catalog: Catalog, regions: Regions, places: tuple[str, ...]) -> None:
    assert regions.covered(places) == UNKNOWN
    for place in (*catalog.areas, *catalog.sites):
        assert regions.overlap(places, (place,))
        assert regions.overlap((place,), places)
    assert regions.overlap(places, ())


def test_several_places_overlap_where_any_of_them_does(regions: Regions) -> None:
    assert regions.overlap(("hands", "chin"), ("procerus", "mentalis-r"))
    assert not regions.overlap(("hands", "chin"), ("procerus", "platysma-upper-r"))
