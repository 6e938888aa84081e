"""Text compared without case and accents, and the words by which people are found."""

import pytest

from tracker.core.folding import LONGEST_SORT_KEY, folded, sort_key, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë", "zoe"),
        ("Møller", "moller"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("Iğdır", "igdir"),
        ("İzmir", "izmir"),
        ("Ｆｕｌｌ", "full"),
        ("Æsop", "aesop"),
        ("Ελένη", "ελενη"),
        ("Йосип", "иосип"),
    ],
)
def test_text_is_folded_as_it_is_typed_without_accents(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë O'Brien-Smith", ["zoe", "o", "brien", "smith"]),
        ("山田 太郎", ["山", "田", "太", "郎"]),
        ("100 % Ann_a*", ["100", "ann", "a"]),
        ("%", ["u25"]),
        ("🌿", ["u1f33f"]),
        ("", []),
        ("\u200f \u200e", ["u200f", "u200e"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_sort_key_is_bounded() -> None:
    assert sort_key("Ångström, Zoë") == "angstrom zoe"
    assert len(sort_key("ﷺ" * 500)) == LONGEST_SORT_KEY
