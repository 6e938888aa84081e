"""What the tests of verbs share: a verb run in this process, and a small record."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from support import FixedClock

from tracker.commands import run

HISTORY = (
    "person,birth_date,date,event,texture,wrinkles,product,units,note\n"
    "Ada,,2025-12-01,rating,5,4,,,\n"
    "Ada,,2025-12-02,botox,,,botox_cosmetic,20,\n"
    "Ada,,2026-03-02,rating,7,7,,,\n"
    "Ada,,2026-03-01,microdermabrasion,,,,,=SUM(1)\n"
    "Zoë Ø,1990-01-01,2026-02-01,rating,6,6,,,\n"
)


class Outcome(NamedTuple):
    """What a verb gave out."""

    code: int
    out: str
    err: str


Verb = Callable[..., Outcome]


@pytest.fixture
def verb(capsys: pytest.CaptureFixture[str], clock: FixedClock, qapp: object) -> Verb:
    """Return a function that runs a verb on the day of the tests.

    Verbs that draw make an application of their own where there is none; in this process that would stay for all tests.
    """

    def call(*arguments: str | Path) -> Outcome:
        code = run([str(argument) for argument in arguments], clock)
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Return a small history file of two people."""
    path = tmp_path / "history.csv"
    path.write_text(HISTORY, encoding="utf-8")
    return path


@pytest.fixture
def database(tmp_path: Path, history: Path, verb: Verb) -> Path:
    """Return a record made from the small history file."""
    path = tmp_path / "record.db"
    assert verb("import", history, "--database", path).code == 0
    return path
