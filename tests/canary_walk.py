"""A full session on an encrypted record full of canaries, as one process; after each step it waits for whoever looks.

python tests/canary_walk.py RECORD ASKED: it writes the name of each step and reads a line before it goes on.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parent))

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tracker.core.catalog import load_catalog
from tracker.core.clock import SystemClock
from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.passphrase import Passphrase
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Kind
from tracker.paths import resource_folder
from tracker.services.record import create_record
from tracker.ui.application import Program
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.preferences import Preferences
from tracker.ui.record_pages import FACE_MAP, HISTORY, OVERVIEW, PLAN, PROGRESS
from tracker.ui.reports.preview import ReportDialog

WORDS = "correct horse"
COUNT = 100
NAMES = [f"Zq{number:03d}xorn Vy{number:03d}melt" for number in range(COUNT)]
STEP_MS, LONGEST_MS = 50, 60_000


def main(record: Path, asked: Path) -> int:
    """Walk through the program, a step at a time."""
    make(record)
    step("made")
    application = QApplication([])
    application.setApplicationName("Skinterval")
    program = Program(application, Preferences.of_this_user(), SystemClock())
    program.show(record, is_demo=False)
    unlock(program)
    wait(lambda: program.lock is not None)
    step("opened")
    walk(program)
    program.window.stage.files.export(program.window.stage.record, asked / "list.csv")
    wait((asked / "list.csv").exists)
    step("exported")
    lock_while_typing(program)
    program.window.close()
    program.window.close_record()
    program.close()
    step("closed")
    return 0


def make(path: Path) -> None:
    """Make the record: a practice whose clients bear the canaries everywhere."""
    clock = SystemClock()
    record = create_record(path, load_catalog(resource_folder() / "catalog"), clock, Passphrase(WORDS))
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE, name=NAMES[0]))
    record.practitioners.add(NAMES[1])
    for name in NAMES:
        person = record.people.add(PersonDraft(name=name, notes=f"notes of {name}", tags=(name,)))
        record.entries.add(person.id, RatingDraft(on=clock.today(), scores={"texture": 5}, note=f"said {name}"))
    record.close()


def walk(program: Program) -> None:
    """Search, look at every tab, copy the chart, rate, and look at the report."""
    stage = program.window.stage
    shell = stage.practice.shell
    assert shell is not None
    wait(lambda: shell.pane.browser.list.rows.rowCount() > 0)
    shell.pane.browser.search.setText(NAMES[7].split()[0])
    wait(lambda: shell.pane.browser.list.rows.rowCount() == 1)
    step("searched")
    stage.show_person(stage.record.people.named(NAMES[7]).id)
    for tab in (OVERVIEW, HISTORY, FACE_MAP, PROGRESS, PLAN, OVERVIEW):
        stage.show_tab(tab)
        QTest.qWait(STEP_MS)
    stage.show_due_list()
    wait(lambda: not stage.due.is_reading)
    stage.show_record_page()
    wait(lambda: stage.view.overview.chart.panel.surface is not None)
    stage.view.overview.chart.panel.menu.copy.trigger()
    step("looked")
    stage.controller.entries.log(Kind.RATING)
    dialog = opened(program, RateDialog)
    dialog.parts["texture"].scale.choose(7)
    dialog.note.setPlainText(f"logged for {NAMES[7]}")
    dialog.save()
    step("logged")
    stage.controller.report()
    report = opened(program, ReportDialog)
    QTest.qWait(STEP_MS)
    step("previewed")
    report.close()


def lock_while_typing(program: Program) -> None:
    """Begin an entry, lock, unlock, and find it again."""
    program.window.stage.controller.entries.log(Kind.RATING)
    opened(program, RateDialog).note.setPlainText(f"typed for {NAMES[9]}")
    program.window.commands.lock.trigger()
    step("locked")
    unlock(program)
    wait(lambda: any(one.isVisible() for one in program.window.findChildren(RateDialog)))
    dialog = opened(program, RateDialog)
    assert dialog.note.text == f"typed for {NAMES[9]}"
    dialog.done(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    step("unlocked")


def unlock(program: Program) -> None:
    """Type the passphrase."""
    wait(lambda: program.window.pages.currentWidget() is program.gate.page and program.gate.page.card.isVisible())
    program.gate.page.secret.setText(WORDS)
    program.gate.page.button.click()
    wait(lambda: program.window.stage.record is not None)


def opened(program: Program, kind: type[QDialog]) -> QDialog:
    """Return the dialog of a kind that is open."""
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def wait(until: object) -> None:
    """Let the program run until something is so."""
    for _time in range(LONGEST_MS // STEP_MS):
        if until():
            return
        QTest.qWait(STEP_MS)
    raise AssertionError(until)


def step(name: str) -> None:
    """Let whoever started this look at the files."""
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
