"""Every file that a person asks for: for its owner alone, and a link in its place is replaced, not followed."""

import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support import FixedClock

from tracker.commands import run
from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.services.record import create_record

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
VERBS = {
    "export": ".csv",
    "calendar": ".ics",
    "report": ".pdf",
    "chart png": ".png",
    "chart svg": ".svg",
    "chart pdf": ".pdf",
}
Write = Callable[[str, Path], int]


@pytest.fixture
def write(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Write:
    """Return a function that lets a verb write a file of a small record."""
    path = tmp_path / "record.db"
    with closing(create_record(path, catalog, clock)) as record:
        maya = record.people.add(PersonDraft(name="Maya Lindqvist"))
        record.entries.add(maya.id, RatingDraft(on=clock.today(), scores={"texture": 7, "wrinkles": 6}))
    return lambda verb, output: run([verb.split()[0], "--database", str(path), "--output", str(output)], clock)


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_is_for_its_owner_alone(write: Write, tmp_path: Path, verb: str) -> None:
    output = tmp_path / f"out{VERBS[verb]}"
    assert write(verb, output) == 0
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


@pytest.mark.parametrize("verb", VERBS)
def test_a_link_is_replaced_and_its_target_left(write: Write, tmp_path: Path, verb: str) -> None:
    target, link = tmp_path / "target", tmp_path / f"link{VERBS[verb]}"
    target.write_text("mine")
    link.symlink_to(target)
    assert write(verb, link) == 0
    assert target.read_text() == "mine"
    assert not link.is_symlink()
