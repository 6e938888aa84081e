"""What the actions of the menus and the signals of the pages do on the stage of a record."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from tracker.core.drafts import PersonDraft
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Kind
from tracker.ui import messages, shortcuts
from tracker.ui.record_pages import FACE_MAP, HISTORY, OVERVIEW, PLAN, PROGRESS

if TYPE_CHECKING:
    from tracker.core.backup_manifest import Contents
    from tracker.core.passphrase import Secret
    from tracker.core.records import PlannedTreatment
    from tracker.ui.face_map.view import FaceMapView
    from tracker.ui.history.view import HistoryView
    from tracker.ui.plan.view import PlanView
    from tracker.ui.record_stage import RecordStage
    from tracker.ui.window_frame import WindowFrame


class StageLinks(QObject):
    """Joins menus, pages and dialogs to one another; lives as long as the stage."""

    def __init__(self, stage: "RecordStage", window: "WindowFrame") -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = window
        self._controller = stage.controller
        self._files = stage.files
        self._view = stage.view
        self._connect_actions()
        self._connect_pages()
        self._connect_files()

    def _connect_actions(self) -> None:
        do, stage, controller = self._window.commands, self._stage, self._controller
        for kind, action in do.log.items():
            action.triggered.connect(lambda _checked=False, kind=kind: controller.entries.log(Kind(kind)))
        for action, act in (
            (do.new_record, self._files.ask_new),
            (do.open_record, self._files.ask_open),
            (do.open_read_only, self._files.ask_open_read_only),
            (do.import_history, self._on_import),
            (do.export_history, self._on_export),
            (do.export_person, self._on_export_person),
            (do.export_calendar, self._on_export_calendar),
            (do.report, self._on_print),
            (do.recently_deleted, controller.entries.recently_deleted),
            (do.settings, controller.settings),
            (do.reminders, controller.reminding.show),
            (do.what_happened, controller.safety.what_happened),
            (do.who_had_lot, controller.safety.who_had_lot),
            (do.why_not_reminded, controller.reminding.explain),
            (do.sign_entries, self._view.sign_selected),
            (do.who_works_here, controller.who_works_here),
            (do.backups, self._on_backups),
            (do.check, controller.safety.check),
            (do.about, controller.about),
            (do.help, controller.help),
            (do.add_person, controller.people.add),
            (do.person_details, controller.people.details),
            (do.changes, controller.people.changes),
            (do.merge_people, controller.people.merge),
            (do.erase_person, controller.people.erase),
            (do.contacts, controller.people.contacts),
            (do.switch_person, self._on_switch_person),
            (do.find, self._view.focus_search),
            (do.overview, lambda: stage.show_tab(OVERVIEW)),
            (do.history, lambda: stage.show_tab(HISTORY)),
            (do.face_map, lambda: stage.show_tab(FACE_MAP)),
            (do.progress, lambda: stage.show_tab(PROGRESS)),
            (do.plan, lambda: stage.show_tab(PLAN)),
            (do.due_list, stage.show_due_list),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())
        QShortcut(shortcuts.NEXT_PANE, self._window).activated.connect(stage.focus_next_pane)

    def _connect_pages(self) -> None:
        stage, view, controller = self._stage, self._view, self._controller
        controller.people.personAdded.connect(lambda person: stage.show_person(person.id))
        controller.people.personRequested.connect(stage.show_person)
        controller.reminding.logRequested.connect(stage.log_reminder)
        controller.safety.personRequested.connect(self._on_person_requested)
        view.banner.logRequested.connect(stage.log_reminder)
        view.banner.snoozed.connect(controller.reminding.snooze)
        view.banner.dismissed.connect(controller.reminding.dismiss)
        view.banner.listRequested.connect(controller.reminding.show)
        view.othersCounted.connect(self._window.status.show_others)
        self._window.status.remindersRequested.connect(controller.reminding.show)
        view.personChosen.connect(stage.show_person)
        view.detailsRequested.connect(controller.people.details)
        view.pages.historyMade.connect(self._on_history_made)
        view.pages.faceMapMade.connect(self._on_face_map_made)
        view.pages.progressMade.connect(lambda progress: progress.entryActivated.connect(controller.entries.edit))
        view.pages.progressMade.connect(lambda progress: progress.cycles.exported.connect(self._window.status.tell))
        view.pages.planMade.connect(self._on_plan_made)
        view.bar.reportRequested.connect(controller.report)
        view.overview.logRequested.connect(controller.entries.log)
        view.overview.entryActivated.connect(controller.entries.edit)
        view.overview.importRequested.connect(self._on_import)
        stage.welcome.continued.connect(self._on_welcome_continued)
        stage.welcome.importRequested.connect(self._on_import)

    def _connect_files(self) -> None:
        window, stage, files = self._window, self._stage, self._files
        files.openChosen.connect(window.openRecordRequested)
        files.newChosen.connect(window.newRecordRequested)
        files.readOnlyChosen.connect(window.readOnlyRequested)
        files.exported.connect(self._on_exported)
        window.menus.recentChosen.connect(window.openRecordRequested)
        self._view.overview.chart.panel.exported.connect(window.status.tell)
        stage.welcome.openRequested.connect(files.ask_open)
        stage.problem.openRequested.connect(files.ask_open)
        stage.problem.newRequested.connect(files.ask_new)
        stage.problem.readOnlyRequested.connect(window.readOnlyRequested)
        stage.problem.takeOverRequested.connect(stage.ask_take_over)
        stage.problem.restoreRequested.connect(self._on_problem_restore)
        stage.welcome.restoreRequested.connect(lambda: self._on_restore(None))
        stage.problem.salvageRequested.connect(self._on_salvage)
        stage.problem.startRequested.connect(window.newRecordRequested)
        stage.problem.againRequested.connect(window.openRecordRequested)

    def _on_history_made(self, history: "HistoryView") -> None:
        history.editRequested.connect(self._controller.entries.edit)
        history.duplicateRequested.connect(self._controller.entries.duplicate)
        history.moveRequested.connect(self._controller.entries.move)
        history.deleteRequested.connect(self._controller.entries.delete)
        history.signRequested.connect(self._controller.entries.sign)
        history.exportRequested.connect(self._on_export)
        history.happenedRequested.connect(self._controller.safety.what_happened)
        history.happenedEditRequested.connect(lambda event: self._controller.safety.what_happened(event=event))
        history.happenedRemoveRequested.connect(self._controller.safety.remove_happened)
        history.lotRequested.connect(self._controller.safety.who_had_lot)
        history.changesRequested.connect(self._controller.people.changes)

    def _on_person_requested(self, person_id: UUID, entry_id: UUID | None) -> None:
        if self._controller.try_out(lambda: self._stage.show_person(person_id)) and entry_id is not None:
            self._view.select_entry(entry_id)

    def _on_print(self) -> None:
        """Print what is on screen: the due list, or what there is of the person."""
        page = self._stage.due.page
        if page is not None and self._stage.due.is_shown:
            page.ask_print()
        else:
            self._controller.report()

    def _on_face_map_made(self, face_map: "FaceMapView") -> None:
        face_map.printRequested.connect(self._controller.print_face_map)
        face_map.logRequested.connect(lambda: self._controller.entries.log(Kind.BOTOX))

    def _on_plan_made(self, plan: "PlanView") -> None:
        plan.logRequested.connect(self._on_plan_log_requested)
        plan.calendarRequested.connect(self._on_export_calendar)

    def _on_plan_log_requested(self, planned: "PlannedTreatment") -> None:
        self._controller.entries.log(planned.kind, planned)

    def _on_welcome_continued(self, mode: Mode, name: str) -> None:
        record = self._controller.to_change()
        if record is None:
            return
        if mode is Mode.PRACTICE:
            practice = PracticeSettings.typed(mode, name)
            self._controller.try_out(lambda: record.practice.change(practice))
            return
        draft = PersonDraft(name=name.strip() or self.tr("Me"))
        if self._controller.try_out(lambda: record.people.add(draft)):
            self._view.overview.rating.rate_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_import(self) -> None:
        record = self._controller.to_change()
        if record is not None:
            self._files.ask_import(record)

    def _on_export(self) -> None:
        if self._stage.record is not None:
            self._files.ask_export(self._stage.record)

    def _on_export_person(self) -> None:
        if self._stage.record is not None and self._view.person is not None:
            self._files.ask_export(self._stage.record, self._view.person)

    def _on_export_calendar(self) -> None:
        record, person = self._stage.record, self._view.person
        if record is not None and person is not None:
            self._files.ask_calendar(record, person)

    def _on_exported(self, path: Path) -> None:
        self._window.status.tell(self.tr("Exported to {path}").format(path=path))

    def _on_backups(self) -> None:
        record = self._stage.record
        if record is None:
            return
        if not record.backup_roots:
            said = self.tr("The demo is not backed up; it is gone when you quit.")
            messages.tell(self._window, self.tr("No backups"), said)
            return
        from tracker.ui.backups.dialog import BackupsDialog

        dialog = BackupsDialog(record, self._window.preferences, self._window.theme, self._window)
        dialog.restoreRequested.connect(self._on_restore)
        dialog.open()

    def _on_restore(self, backup: Path | None) -> None:
        """Offer to put a backup in the place of the record on the stage; None asks for the file."""
        record = self._stage.record
        if record is None:
            return
        if backup is None:
            self._files.ask_backup(self._on_restore)
            return
        self._ask_restore(backup, record.path, record.backups.contents(), record.recovery_key)

    def _on_problem_restore(self, path: Path, backup: Path | None) -> None:
        """Offer to put a backup in the place of a record that cannot be opened."""
        if backup is None:
            self._files.ask_backup(lambda chosen: self._ask_restore(chosen, path, None, None))
        else:
            self._ask_restore(backup, path, None, None)

    def _ask_restore(self, backup: Path, path: Path, now: "Contents | None", secret: "Secret | None") -> None:
        from tracker.ui.backups.restore import RestoreDialog

        dialog = RestoreDialog(backup, now, secret, self._window.theme, self._window)
        dialog.agreed.connect(lambda found, opener: self._window.restoreRequested.emit(path, found, opener))
        dialog.open()

    def _on_salvage(self, path: Path) -> None:
        from tracker.ui.dialogs.salvage import SalvageDialog

        SalvageDialog(path, self._window.clock, None, self._window.theme, self._window).open()

    def _on_switch_person(self) -> None:
        if self._stage.record is None:
            return
        from tracker.ui.person_picker import PersonPicker

        title, action = self.tr("Switch person"), self.tr("&Open")
        picker = PersonPicker(self._stage.record, self._window.theme, self._window, title=title, action=action)
        picker.personChosen.connect(self._stage.show_person)
        picker.open()
