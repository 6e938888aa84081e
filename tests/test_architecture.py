"""The layers: who may import whom, and what the parts that a person waits for never load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tracker"
HEAVY = ("alembic", "matplotlib", "numpy", "PIL", "sqlalchemy.orm")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def loaded_by(modules: list[str], names: tuple[str, ...]) -> list[str]:
    """Return which of ``names`` a fresh interpreter has loaded after importing ``modules``."""
    code = f"import sys\nfor name in {modules!r}: __import__(name)\nprint(*[n for n in {names!r} if n in sys.modules])"
    done = run_python(code)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


class Source(NamedTuple):
    """What a source file calls (the last two names, such as ``datetime.now``), which names it uses, what it imports."""

    calls: frozenset[str]
    names: frozenset[str]
    imports: frozenset[str]


@cache
def sources() -> dict[str, Source]:
    return {path.relative_to(PACKAGE).as_posix(): source(path) for path in PACKAGE.rglob("*.py")}


def source(path: Path) -> Source:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return Source(*(frozenset(part) for part in (calls(nodes), names(nodes), imports(nodes))))


def calls(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            yield f"{name}.{node.func.attr}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def names(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name


def imports(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def files_calling(*wanted: str) -> set[str]:
    return {path for path, found in sources().items() if found.calls & set(wanted)}


def files_naming(*wanted: str) -> set[str]:
    return {path for path, found in sources().items() if found.names & set(wanted)}


def files_importing(*wanted: str) -> set[str]:
    return {path for path, found in sources().items() if found.imports & set(wanted)}


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


def test_no_text_is_read_as_markup() -> None:
    readers = ("QTextBrowser", "QTextDocument", "QStaticText", "QGraphicsTextItem", "QWizardPage", "MarkdownText")
    assert files_naming(*readers, "setHtml", "setMarkdown", "insertHtml", "appendHtml") == set()
    assert files_calling("QTextEdit", "QtWidgets.QTextEdit") == set()
    # It escapes what it shows; its tests say so.
    assert files_naming("RichText") == {"ui/widgets/message.py"}


def test_nothing_that_is_read_is_run() -> None:
    readers = ("pickle", "shelve", "dill", "joblib", "yaml", "eval", "__import__", "import_module")
    assert files_naming(*readers) == set()
    assert files_calling("exec", "compile") == set()
    # It reads what it packed itself, in memory.
    assert files_naming("marshal") == {"store/waiting_lines.py"}


def test_nothing_speaks_to_a_network() -> None:
    modules = ("http", "http.client", "urllib", "urllib.request", "ftplib", "smtplib", "ssl", "asyncio", "xmlrpc")
    classes = ("QNetworkAccessManager", "QTcpSocket", "QTcpServer", "QUdpSocket", "QSslSocket", "QWebSocket")
    assert files_importing(*modules) == files_naming(*classes) == set()
    # The desktop's own bus, the signals of the system and the screen, by sockets of this computer.
    assert files_importing("socket") == {"ui/desktop/bus.py", "ui/desktop/end_signals.py", "ui/display.py"}
    assert files_importing("PySide6.QtNetwork") == {"ui/first_window.py"}


@pytest.mark.parametrize("name", ["utils", "helpers", "misc", "manager", "common"])
def test_no_module_is_named_for_nothing(name: str) -> None:
    assert [path for path in PACKAGE.rglob("*.py") if name in path.stem.split("_")] == []
