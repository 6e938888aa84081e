"""The menu bar: File, Edit, Record, Clients in a practice, View, Help."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from tracker.ui.actions import Actions
from tracker.ui.preferences import Preferences


class Menus(QObject):
    """Builds the menus of a window. ``recentChosen`` carries the path of a recent record."""

    recentChosen = Signal(object)

    def __init__(self, window: QMainWindow, actions: Actions, preferences: Preferences) -> None:
        super().__init__(window)
        self._bar = window.menuBar()
        self._actions = actions
        self._preferences = preferences
        self._build_file()
        self._build_edit()
        self._build_record()
        self._build_clients()
        self._build_view()
        self._build_help()
        self._in_order = (self.file, self.edit, self.record, self.clients, self.view, self.help)
        self.show_practice(False)

    def _build_file(self) -> None:
        do = self._actions
        self.file = self._bar.addMenu(self.tr("&File"))
        self.file.addActions([do.new_record, do.open_record, do.open_read_only])
        self.recent = self.file.addMenu(self.tr("&Recent records"))
        self.recent.aboutToShow.connect(self._on_recent_about_to_show)
        self.file.addSeparator()
        self.file.addActions([do.import_history, do.export_history, do.export_person, do.export_calendar])
        self.file.addSeparator()
        self.file.addAction(do.report)
        self.file.addSeparator()
        self.file.addActions([do.backups, do.check])
        self.file.addSeparator()
        self.file.addActions([do.passphrase, do.lock])
        self.file.addSeparator()
        self.file.addAction(do.quit)

    def _build_edit(self) -> None:
        do = self._actions
        self.edit = self._bar.addMenu(self.tr("&Edit"))
        self.edit.addActions([do.undo, do.redo])
        self.edit.addSeparator()
        self.edit.addActions([do.cut, do.copy, do.paste, do.delete, do.select_all])
        self.edit.addSeparator()
        self.edit.addActions([do.find, do.recently_deleted])
        self.edit.addSeparator()
        self.edit.addAction(do.settings)

    def _build_record(self) -> None:
        do = self._actions
        self.record = self._bar.addMenu(self.tr("&Record"))
        self.record.addActions(list(do.log.values()))
        self.record.addActions([do.what_happened, do.who_had_lot, do.reminders])
        self.record.addSeparator()
        self.record.addAction(do.sign_entries)
        self.working_as = self.record.addMenu(self.tr("Wor&king as"))
        self.record.addAction(do.who_works_here)
        of_people = [do.add_person, do.person_details, do.contacts, do.changes, do.merge_people, do.erase_person]
        self._people = [self.record.addSeparator(), *of_people, do.switch_person]
        self.record.addActions(self._people)

    def _build_clients(self) -> None:
        do = self._actions
        self.clients = self._bar.addMenu(self.tr("&Clients"))
        self.clients.addActions(
            [do.add_person, do.person_details, do.contacts, do.changes, do.merge_people, do.erase_person]
        )
        self.clients.addActions([do.find_client, do.print_clients])
        self.clients.addSeparator()
        self.clients.addActions([do.hide_names, do.wider_list, do.narrower_list])

    def _build_view(self) -> None:
        do = self._actions
        self.view = self._bar.addMenu(self.tr("&View"))
        self.view.addActions([do.overview, do.history, do.face_map, do.progress, do.plan, do.due_list])
        self.view.addSeparator()
        self.theme = self.view.addMenu(self.tr("&Theme"))
        self.theme.addActions(do.themes.actions())
        self.view.addAction(do.full_screen)

    def _build_help(self) -> None:
        self.help = self._bar.addMenu(self.tr("&Help"))
        self.help.addActions([self._actions.help, self._actions.why_not_reminded, self._actions.about])

    def show_practice(self, is_practice: bool) -> None:
        """Offer people among clients in a practice, in the record's menu at home."""
        self._is_practice = is_practice
        for action in self._people:
            if is_practice:
                self.record.removeAction(action)
            else:
                self.record.addAction(action)
        self.clients.menuAction().setVisible(is_practice)
        self._fill_bar()

    def show_personal(self, is_shown: bool) -> None:
        """Show or leave out the menus that mean nothing before there is a person."""
        for menu in (self.edit, self.record, self.view):
            menu.menuAction().setVisible(is_shown)
        self.clients.menuAction().setVisible(is_shown and self._is_practice)
        self._fill_bar()

    def _fill_bar(self) -> None:
        """Put into the bar what is shown; the letter of a menu that is only hidden there is taken from every page."""
        menus = [menu.menuAction() for menu in self._in_order]
        shown = [action for action in menus if action.isVisible()]
        if self._bar.actions() == shown:
            return
        for action in menus:
            self._bar.removeAction(action)
        self._bar.addActions(shown)

    def _on_recent_about_to_show(self) -> None:
        self.recent.clear()
        there = [path for path in self._preferences.recent_records if path.exists()]
        for place, path in enumerate(there, start=1):
            self._add_recent(self.recent, path, place)
        if self.recent.isEmpty():
            nothing = self.recent.addAction(self.tr("No recent records"))
            nothing.setEnabled(False)
            return
        self.recent.addSeparator()
        self.recent.addAction(self.tr("&Clear this list")).triggered.connect(self._preferences.forget_recent_records)

    def _add_recent(self, menu: QMenu, path: Path, place: int) -> None:
        action = QAction(self.tr("&{place} {name}").format(place=place, name=menu_text(str(path))), menu)
        action.triggered.connect(lambda: self.recentChosen.emit(path))
        menu.addAction(action)


def menu_text(text: str) -> str:
    """Return a name so that a menu shows it letter by letter, shortened in the middle where it is very long."""
    line = " ".join(text.split())
    short = line if len(line) <= 80 else f"{line[:38]}…{line[-40:]}"
    return short.replace("&", "&&")
