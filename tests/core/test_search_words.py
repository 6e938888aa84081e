"""The words by which people are found, and those that a search asks for."""

from datetime import date

import pytest

from tracker.core.search_words import MOST_WORDS, asked, day_words, line_words, phone_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë O'Brien-Smith", {"zoe", "o", "brien", "smith", "obriensmith"}),
        ("C-0042", {"c", "0042", "42", "c0042"}),
        ("Anna ❤️ %", {"anna", "u2764", "u25"}),
        ("山田", {"山", "田", "山田"}),
        ("علی\u200cرضا", {"علی", "رضا", "علیرضا"}),
        ("", set()),
    ],
)
def test_a_line_is_found_by_its_words_with_and_without_signs(text: str, expected: set[str]) -> None:
    assert set(line_words(text)) == expected


def test_a_telephone_number_is_found_from_each_group_on() -> None:
    found = set(phone_words("+49 (0)170 123-45"))
    assert {"49", "170", "123", "4917012345", "17012345", "12345"} <= found
    assert "4917012345" in set(phone_words("0049 170 12345"))


@pytest.mark.parametrize("phone", ["+4917012345", "004917012345"])
def test_a_telephone_number_in_one_group_is_found_without_the_code_of_its_country(phone: str) -> None:
    assert {"4917012345", "17012345"} <= set(phone_words(phone))
    assert "" not in phone_words("+1")
    assert "23456" not in phone_words("123456")


def test_a_birth_date_is_found_with_and_without_zeros() -> None:
    assert set(day_words(date(1984, 3, 12))) == {"1984", "03", "3", "12", "19840312"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  ", ()),
        ("Zoë Möl", ((("zoe",),), (("mol",),))),
        ("anna & anna", ((("anna",),),)),
        ("%", ((("u25",),),)),
        ("+49 170", ((("49", "170"), ("49170",)),)),
        ("0049170", ((("0049170",), ("49170",)),)),
        ("anna 07", ((("anna",),), (("07",),))),
    ],
)
def test_a_search_asks_for_words_and_for_numbers_in_several_ways(text: str, expected: object) -> None:
    assert asked(text) == expected


def test_a_search_asks_for_so_many_words_at_most() -> None:
    assert len(asked(" ".join(f"w{number}x" for number in range(1_000)))) == MOST_WORDS
    assert len(asked("ﷺ" * 100_000)) <= MOST_WORDS
