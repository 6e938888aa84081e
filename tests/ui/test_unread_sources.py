"""What is imported after PySide is not read as text once more."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMPORT = "import linecache, sqlalchemy\nprint(sum(name.endswith('.py') for name in linecache.cache))"
LEAVE = "from tracker.ui.unread_sources import leave_sources_unread"


def printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_pyside_reads_the_source_of_each_module_and_this_program_keeps_it_from_that() -> None:
    # The first number says whether PySide still does so: once it does not, that module of ours has nothing to do.
    assert int(printed(f"import PySide6\n{IMPORT}")) > 50
    assert int(printed(f"{LEAVE}\nleave_sources_unread()\n{IMPORT}")) < 10


def test_a_start_reads_no_sources() -> None:
    assert int(printed(f"from tracker.app import main\nmain(['backups', '--database', 'nowhere.db'])\n{IMPORT}")) < 10


def test_a_pyside_without_that_look_is_left_alone() -> None:
    without = "import shibokensupport.feature as features\ndel features._mod_uses_pyside"
    code = f"{LEAVE}\n{without}\nleave_sources_unread()\nprint(hasattr(features, '_mod_uses_pyside'))"
    assert printed(code) == "False"
