"""100 simulated people with an effect, and 100 without, by the rules of progress."""

from random import Random

import pytest

from tests.simulation.__main__ import main
from tests.simulation.figures import Looked, figures, looked_at, looked_at_one, share_with_number
from tests.simulation.people import Truth

PEOPLE = 100
SEED = 1


@pytest.fixture(scope="module")
def effect() -> list[Looked]:
    return looked_at(PEOPLE, SEED, has_effect=True)


@pytest.fixture(scope="module")
def no_effect() -> list[Looked]:
    return looked_at(PEOPLE, SEED, has_effect=False)


def test_the_duration_of_people_with_an_effect_is_found(effect: list[Looked]) -> None:
    found = figures(effect)
    print(found)

    assert (found.with_number or 0) >= 0.35
    assert found.median_error is not None
    assert found.median_error <= 14
    assert (found.inside_range or 0) >= 0.6


def test_at_least_is_said_seldom_and_is_mostly_true() -> None:
    found = figures(looked_at(10 * PEOPLE, SEED, has_effect=True))

    assert 5 <= found.at_least <= 50
    assert (found.at_least_true or 0) >= 0.8


def test_a_number_is_shown_for_at_most_one_in_twenty_without_effect(no_effect: list[Looked]) -> None:
    assert (share_with_number(no_effect) or 0) <= 1 / 20


def test_three_usable_cycles_alone_would_show_one_more_often(no_effect: list[Looked]) -> None:
    assert sum(one.said.usable_cycles >= 3 for one in no_effect) / PEOPLE > 1 / 20


def test_steady_raters_of_many_cycles_without_effect_get_no_number() -> None:
    found = [one for one in looked_at(1_000, SEED, has_effect=False) if _is_steady(one.truth)]

    assert len(found) >= 30
    assert (share_with_number(found) or 0) <= 1 / 20


def _is_steady(so: Truth) -> bool:
    return so.every == 7 and so.treatments >= 8


def test_the_same_seed_gives_the_same_people() -> None:
    assert [one.truth for one in looked_at(5, 7, has_effect=True)] == [
        one.truth for one in looked_at(5, 7, has_effect=True)
    ]


def test_a_person_without_noise_is_told_their_duration() -> None:
    so = Truth(
        baseline=3,
        gain=5,
        duration=120,
        noise=0,
        every=7,
        missed=0,
        treatments=6,
        treated_every=220,
        repeats=False,
        pauses=False,
    )

    said = looked_at_one(so, Random(SEED)).said

    assert said.median_days is not None
    assert abs(said.median_days - 120) <= 10
    assert said.usable_cycles == 6


@pytest.mark.parametrize("people", ["1", "40"])
def test_the_documented_command_prints_the_figures_as_markdown(
    people: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["simulation", "--people", people])

    main()

    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {6}
    assert rows[-1].startswith("| all | ")
