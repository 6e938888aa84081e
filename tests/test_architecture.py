"""The layers: who may import whom, and what the parts that a person waits for never load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tracker"
HEAVY = ("alembic", "matplotlib", "numpy", "PIL")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def loaded_by(modules: list[str], names: tuple[str, ...]) -> list[str]:
    """Return which of ``names`` a fresh interpreter has loaded after importing ``modules``."""
    code = f"import sys\nfor name in {modules!r}: __import__(name)\nprint(*[n for n in {names!r} if n in sys.modules])"
    done = run_python(code)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def calls(path: Path) -> Iterator[str]:
    """Yield the last two names of every call in a source file, such as ``datetime.now``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            yield f"{name}.{node.func.attr}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def files_calling(*names: str) -> set[str]:
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(call in names for call in calls(path))
    }


def test_every_import_keeps_to_the_layers() -> None:
    done = run_python("import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))")
    assert done.returncode == 0, done.stdout + done.stderr


def test_opening_a_record_loads_nothing_that_draws_or_migrates() -> None:
    assert loaded_by(["tracker.services.record"], (*HEAVY, "PySide6", "mako")) == []


def test_core_loads_nothing_but_the_standard_library() -> None:
    modules = [f"tracker.core.{path.stem}" for path in (PACKAGE / "core").glob("*.py") if path.stem != "__init__"]
    assert loaded_by(modules, (*HEAVY, "PySide6", "sqlalchemy", "sqlcipher3")) == []


def test_only_the_clock_reads_the_time() -> None:
    names = ("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "QDate.currentDate")
    assert files_calling(*names) == {"core/clock.py"}


def test_only_one_module_opens_a_database() -> None:
    assert files_calling("create_engine", "driver.connect", "sqlite3.connect") == {"store/engine.py"}


def test_no_dialog_blocks_with_a_loop_of_its_own() -> None:
    assert files_calling("dialog.exec", "self.exec", "box.exec", "menu.exec") == set()


@pytest.mark.parametrize("name", ["utils", "helpers", "misc", "manager", "common"])
def test_no_module_is_named_for_nothing(name: str) -> None:
    assert [path for path in PACKAGE.rglob("*.py") if name in path.stem.split("_")] == []
