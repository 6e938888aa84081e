"""Ids of many people in little room."""

from uuid import UUID, uuid4

import pytest

from tracker.core.packed_ids import PackedIds

IDS = [uuid4() for _ in range(5)]


def test_they_come_out_as_they_went_in() -> None:
    packed = PackedIds(IDS)
    assert list(packed) == IDS
    assert len(packed) == 5
    assert [packed[0], packed[-1]] == [IDS[0], IDS[-1]]
    with pytest.raises(IndexError):
        packed[5]


@pytest.mark.parametrize("part", [slice(1, 3), slice(3, 99), slice(None, 2), slice(4, 2), slice(-2, None)])
def test_a_part_of_them_is_packed_too(part: slice) -> None:
    assert PackedIds(IDS)[part] == PackedIds(IDS[part])


def test_a_part_with_gaps_is_refused() -> None:
    with pytest.raises(ValueError, match="without gaps"):
        PackedIds(IDS)[::2]


def test_they_equal_the_same_ids_in_the_same_order_alone() -> None:
    assert PackedIds(IDS) == PackedIds(IDS)
    assert hash(PackedIds(IDS)) == hash(PackedIds(IDS))
    assert PackedIds(IDS) != PackedIds(reversed(IDS))
    assert PackedIds(IDS) != IDS


def test_an_id_is_found_at_its_place() -> None:
    packed = PackedIds(IDS)
    assert [packed.place_of(one) for one in IDS] == list(range(5))
    assert packed.place_of(uuid4()) is None
    assert IDS[2] in packed
    assert "no id" not in packed


def test_bytes_across_two_ids_are_no_id() -> None:
    across = UUID(bytes=(IDS[0].bytes + IDS[1].bytes)[8:24])
    assert PackedIds(IDS).place_of(across) is None
    assert PackedIds([*IDS, across]).place_of(across) == 5
