"""``progress`` in words and as JSON."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

Verb = Any
START = date(2023, 1, 9)
COLUMNS = "person,date,event,wrinkles,texture,product,rater\n"
NO_GROUP = {"median": None, "ratings": 0, "treatments": 0}


def day(number: int) -> str:
    return (START + timedelta(number)).isoformat()


def botox(on: int, product: str = "dysport") -> str:
    return f"Ada,{day(on)},botox,,,{product},\n"


def session(on: int) -> str:
    return f"Ada,{day(on)},microdermabrasion,,,,\n"


def rating(on: int, wrinkles: int | str = "", texture: int | str = "", rater: str = "self") -> str:
    return f"Ada,{day(on)},rating,{wrinkles},{texture},,{rater}\n"


def wrinkles(course: dict[int, int], start: int = 0) -> str:
    return "".join(rating(start + on, score) for on, score in course.items())


CYCLES = "".join(
    botox(start) + wrinkles({-1: 4, 20: 8, 30: 8, 50: 8, worn_off - 5: 8, worn_off + 5: 4}, start)
    for start, worn_off in ((100, 131), (300, 101), (500, 118))
)


@pytest.fixture
def told(verb: Verb, tmp_path: Path) -> Any:
    """Return a function that puts rows into a record and returns what the verb gives out."""

    def tell(rows: str, *options: str) -> Any:
        source, database = tmp_path / "history.csv", tmp_path / "record.db"
        source.write_text(COLUMNS + rows, encoding="utf-8")
        assert verb("import", source, "--database", database).code == 0
        outcome = verb("progress", "--database", database, "--person", "Ada", *options)
        assert (outcome.code, outcome.err) == (0, "")
        return json.loads(outcome.out) if "--json" in options else outcome.out

    return tell


def test_json_holds_every_key_in_its_order(told: Any) -> None:
    rows = botox(0) + rating(-1, 5) + rating(0, 6, 5) + rating(20, 8) + session(100) + rating(110, 4, 7)
    found = told(rows, "--json")

    assert list(found) == ["person", "before_after", "duration", "together"]
    assert found["person"] == "Ada"
    assert found["before_after"] == [
        {
            "treatment": "botox",
            "date": "2023-01-09",
            "score": "wrinkles",
            "before": 5.5,
            "before_n": 2,
            "after": 8,
            "after_n": 1,
        },
        {
            "treatment": "microdermabrasion",
            "date": None,
            "score": "texture",
            "before": None,
            "before_n": 0,
            "after": 7,
            "after_n": 1,
        },
    ]
    assert [list(item) for item in found["before_after"]] == [
        ["treatment", "date", "score", "before", "before_n", "after", "after_n"]
    ] * 2
    assert list(found["duration"]) == ["botox"]
    assert found["together"] == {
        "wrinkles": {
            "botox_only": {"median": 8, "ratings": 1, "treatments": 1},
            "microdermabrasion_only": {"median": 4, "ratings": 1, "treatments": 1},
            "both": NO_GROUP,
            "neither": {"median": 5.5, "ratings": 2, "treatments": 0},
        },
        "texture": {
            "botox_only": NO_GROUP,
            "microdermabrasion_only": {"median": 7, "ratings": 1, "treatments": 1},
            "both": NO_GROUP,
            "neither": {"median": 5, "ratings": 1, "treatments": 0},
        },
    }


def test_numbers_are_whole_where_they_are_whole(verb: Verb, told: Any, tmp_path: Path) -> None:
    told(botox(0) + rating(-1, 5) + rating(0, 6) + rating(20, 8))

    out = verb("progress", "--database", tmp_path / "record.db", "--json").out

    assert '"before": 5.5,' in out
    assert '"after": 8,' in out


def test_three_cycles_give_a_duration(told: Any) -> None:
    assert told(CYCLES, "--json")["duration"]["botox"] == {
        "median_days": 118,
        "at_least_days": None,
        "shortest_days": 101,
        "longest_days": 131,
        "usable_cycles": 3,
        "censored_cycles": 0,
        "missing": None,
    }


def test_on_a_day_nothing_later_counts_and_what_is_missing_is_said(told: Any) -> None:
    found = told(CYCLES, "--json", "--on", day(299))

    assert len(found["before_after"]) == 1
    assert found["duration"]["botox"] == {
        "median_days": None,
        "at_least_days": None,
        "shortest_days": None,
        "longest_days": None,
        "usable_cycles": 1,
        "censored_cycles": 0,
        "missing": "This needs 3 cycles with a rating before and two after; you have 1. "
        "Next rating that helps: in the 28 days before the next treatment.",
    }


def test_without_entries_everything_is_empty(verb: Verb, tmp_path: Path) -> None:
    source, database = tmp_path / "history.csv", tmp_path / "record.db"
    source.write_text(f"{COLUMNS}Ada,2026-01-05,rating,,7,,\n")
    assert verb("import", source, "--database", database).code == 0

    found = json.loads(verb("progress", "--database", database, "--on", "2020-01-01", "--json").out)

    assert found["before_after"] == []
    assert found["together"]["texture"] == dict.fromkeys(
        ("botox_only", "microdermabrasion_only", "both", "neither"), NO_GROUP
    )
    assert found["duration"]["botox"]["usable_cycles"] == 0


def test_in_words_each_number_stands_with_its_counts_and_its_limits(told: Any) -> None:
    lines = told(CYCLES).splitlines()

    assert lines[0] == "Ada"
    assert "  Wrinkles after botox on 19 Apr 2023 (1 rating before, 3 after): not enough ratings yet" in lines
    assert "  Botox: median 118 days (3 cycles, 101 to 131 days seen)" in lines
    assert "  Botox only: median 8, middle half 8 to 8 (9 ratings, 3 treatments)" in lines
    assert "  Both: not enough yet (0 ratings, 0 treatments)" in lines
    assert lines[-1] == "A difference does not prove the cause."
    assert any("rule of thumb" in line for line in lines)
    assert any("day 14 to 84 after" in line for line in lines)


def test_a_change_is_called_by_its_size_and_never_by_a_probability(told: Any) -> None:
    out = told(botox(0) + wrinkles({-5: 4, -1: 4, 20: 7, 30: 8}) + session(25))

    assert "Wrinkles 4 to 7.5 after botox on 9 Jan 2023 (2 ratings before, 2 after): clear change" in out
    assert "Some of these ratings also count as after microdermabrasion." in out
    assert "Texture after microdermabrasion, all sessions together (0 ratings before, 0 after)" in out
    assert " p=" not in out
    assert "significan" not in out


def test_products_are_told_apart_where_they_differ(told: Any) -> None:
    lines = told(CYCLES + botox(700, "xeomin") + wrinkles({-1: 4, 20: 8, 30: 8, 100: 8, 110: 4}, 700)).splitlines()

    assert "  Botox: median 105 days (4 cycles, 101 to 131 days seen)" in lines
    assert "    Dysport: median 118 days (3 cycles, 101 to 131 days seen)" in lines
    (xeomin,) = [line for line in lines if line.startswith("    Xeomin: ")]
    assert xeomin.startswith("    Xeomin: This needs 3 cycles with a rating before and two after; you have 1.")


def test_a_practitioner_s_ratings_are_said_to_be_so(told: Any) -> None:
    out = told(botox(0) + rating(-1, 4, rater="practitioner") + rating(1, "", 5))

    assert "  Wrinkles: rated by a practitioner" in out.splitlines()
    assert "Texture: rated by a practitioner" not in out


def test_the_usual_variation_is_told_where_it_is_known(told: Any) -> None:
    pairs = "".join(wrinkles({0: 5, 1: 5 + other}, 100 * number) for number, other in enumerate((1, -1, 0, 2, 0)))

    line = "  Usual variation of wrinkles: differences under 2.2 points (5 pairs of ratings)"
    assert line in told(pairs).splitlines()


def test_a_name_cannot_steer_the_terminal(verb: Verb, tmp_path: Path) -> None:
    source, database = tmp_path / "sly.csv", tmp_path / "record.db"
    source.write_text('person,date,event,texture\n"A\x1b[2J\nB",2026-01-05,rating,7\n')
    assert verb("import", source, "--database", database).code == 0
    assert verb("progress", "--database", database).out.splitlines()[0] == "A [2J B"


def test_a_choice_of_people_has_to_be_made(verb: Verb, database: Path) -> None:
    outcome = verb("progress", "--database", database)
    assert (outcome.code, outcome.out) == (1, "")
    assert "--person" in outcome.err
