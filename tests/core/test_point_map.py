"""The points of a treatment while they are being entered: units, places, presets, totals, undo."""

from decimal import Decimal

import pytest

from tracker.core.catalog import Catalog
from tracker.core.drafts import PointDraft, Unreadable
from tracker.core.edit_history import EditHistory
from tracker.core.nearest import next_towards
from tracker.core.point_map import MapPoint, PointMap, nearest_site, side_of, site_near

GLABELLA = ("procerus", "corrugator-medial-r", "corrugator-medial-l", "corrugator-lateral-r", "corrugator-lateral-l")
FOUR = Decimal(4)
WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def four_at(*keys: str) -> PointMap:
    return PointMap(tuple(MapPoint(key, FOUR) for key in keys))


def test_a_state_holds_what_the_drafts_hold_in_their_order() -> None:
    drafts = [
        PointDraft(units=FOUR, site="procerus"),
        PointDraft(units=Decimal(2), x=Decimal("100.5"), y=Decimal(120)),
    ]
    assert PointMap.of(drafts).drafts() == drafts


def test_units_are_added_set_and_taken_away() -> None:
    now = PointMap().stepped("procerus", FOUR).stepped("procerus", FOUR)
    assert now.units_at("procerus") == Decimal(8)
    assert now.stepped("procerus", Decimal(-20)).points == (MapPoint("procerus"),)
    assert now.with_units("procerus", Decimal("2.5")).total() == Decimal("2.5")
    assert now.without(["procerus"]) == PointMap()


def test_a_site_without_a_point_gets_none_by_clearing_its_units() -> None:
    assert PointMap().with_units("procerus", None) == PointMap()


def test_units_that_cannot_be_read_stay_as_they_were_typed() -> None:
    typed = Unreadable("4x", "not_a_number")
    now = PointMap().with_units("procerus", typed)
    assert now.stepped("procerus", FOUR) == now
    assert now.total() is None
    assert [draft.units for draft in now.drafts()] == [typed]


def test_a_preset_adds_its_sites_without_units_and_leaves_those_that_are_there() -> None:
    now = four_at("procerus").with_sites(GLABELLA)
    assert [point.units for point in now.points] == [FOUR, None, None, None, None]
    assert now.waiting == 4
    assert [draft.site for draft in now.drafts()] == ["procerus"]


def test_free_points_keep_a_key_of_their_own_when_others_go() -> None:
    now, first = PointMap().with_free(100, 120, FOUR)
    now, second = now.with_free(120.04, 140, None)
    assert first != second
    now = now.without([first])
    assert [(point.key, point.x, point.y) for point in now.free] == [(second, Decimal("120.0"), Decimal("140.0"))]
    assert now.with_free(1, 1, None)[1] != second


def test_a_point_dropped_near_a_site_lies_at_it_and_elsewhere_it_is_free(catalog: Catalog) -> None:
    now, key = four_at("procerus").moved("procerus", 205, 260, catalog.sites)
    assert (now.point("procerus"), now.units_at(key)) == (None, FOUR)
    moved, there = now.moved(key, 182, 193, catalog.sites)
    assert there == "corrugator-medial-r"
    assert moved.points == (MapPoint("corrugator-medial-r", FOUR),)


def test_a_point_never_lands_on_another_one(catalog: Catalog) -> None:
    now, key = four_at("procerus", "corrugator-medial-r").moved("procerus", 182, 193, catalog.sites)
    assert key.startswith("free-")
    assert now.units_at("corrugator-medial-r") == FOUR
    assert now.total() == Decimal(8)


def test_a_point_put_down_where_it_was_stays_at_its_site(catalog: Catalog) -> None:
    assert four_at("procerus").moved("procerus", 203, 214, catalog.sites) == (four_at("procerus"), "procerus")


def test_sides_are_the_persons_own_and_free_points_count_by_their_place(catalog: Catalog) -> None:
    now = four_at("procerus", "corrugator-medial-r", "corrugator-medial-l", "canthal-upper-l")
    now, _key = now.with_free(150, 300, Decimal(2))
    now, _key = now.with_free(203, 300, Decimal(1))
    assert now.side_totals(catalog.sites) == {"right": Decimal(6), "midline": Decimal(5), "left": Decimal(8)}
    assert side_of(MapPoint("free-1", None, Decimal(204), Decimal(1)), catalog.sites) == "midline"
    assert side_of(MapPoint("free-1", None, Decimal("204.1"), Decimal(1)), catalog.sites) == "left"


def test_the_nearest_site_is_found_and_only_a_near_one_takes_a_point(catalog: Catalog) -> None:
    assert nearest_site(201, 240, catalog.sites).id == "nasalis-l"
    assert site_near(200, 224, catalog.sites) == catalog.sites["procerus"]
    assert site_near(200, 225, catalog.sites) is None


@pytest.mark.parametrize("mirror", [1, -1])
def test_arrows_reach_every_site_from_every_other(catalog: Catalog, mirror: int) -> None:
    spots = {site.id: (mirror * float(site.x), float(site.y)) for site in catalog.sites.values()}
    for start in spots:
        reached, ahead = {start}, [start]
        while ahead:
            now = ahead.pop()
            found = {next_towards(spots, spots[now], way) for way in WAYS} - {None} - reached
            reached |= found
            ahead += found
        assert reached == set(spots), start


def test_an_arrow_goes_to_the_nearest_point_that_way(catalog: Catalog) -> None:
    spots = {site.id: (float(site.x), float(site.y)) for site in catalog.sites.values()}
    assert next_towards(spots, spots["procerus"], (1, 0)) == "corrugator-medial-l"
    assert next_towards(spots, spots["canthal-upper-l"], (0, 1)) == "canthal-middle-l"
    assert next_towards(spots, spots["platysma-lower-l"], (0, 1)) is None


def test_edits_are_undone_and_redone_one_by_one() -> None:
    history = EditHistory("")
    assert not history.undo()
    for state in ("a", "ab", "ab"):
        history.do(state)
    assert history.undo()
    assert history.state == "a"
    assert history.redo()
    assert history.state == "ab"
    assert not history.redo()
    history.undo()
    history.do("c")
    assert not history.can_redo


def test_typing_at_one_place_is_one_step() -> None:
    history = EditHistory(0)
    for state, what in ((1, "procerus"), (12, "procerus"), (3, "other"), (31, "other")):
        history.do(state, what)
    history.undo()
    assert history.state == 12
    history.do(5, "procerus")
    history.undo()
    assert history.state == 12
    history.undo()
    assert history.state == 0
