"""The list of faults names tests that exist, in every one of its rows."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROWS = [line for line in (ROOT / "docs" / "faults.md").read_text("utf-8").splitlines() if line.startswith("| ")]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def standing_in(path: str) -> frozenset[str]:
    """Return the functions and the test cases that stand in a file of tests."""
    file = ROOT / path
    names: set[str] = set()
    for node in ast.parse(file.read_text("utf-8")).body if file.is_file() else ():
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(names)


def test_every_row_names_a_test() -> None:
    told = [row for row in ROWS if not row.startswith(("| Fault |", "| --- |"))]
    assert len(told) > 40
    assert [row for row in told if not NAMED.search(row)] == []


def test_every_test_that_is_named_exists() -> None:
    named = [found for row in ROWS for found in NAMED.findall(row)]
    assert [f"{path}::{name}" for path, name in named if name not in standing_in(path)] == []


def test_a_test_that_does_not_exist_would_be_noticed() -> None:
    assert "test_every_row_names_a_test" in standing_in("tests/test_faults_listed.py")
    assert "test_nothing_of_the_kind" not in standing_in("tests/test_faults_listed.py")
    assert standing_in("tests/test_nowhere.py") == frozenset()
