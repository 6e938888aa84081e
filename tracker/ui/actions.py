"""Everything that the menus offer, as actions with mnemonics and keys. What they do is the business of the desks."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from tracker.ui import shortcuts
from tracker.ui.preferences import MODES
from tracker.ui.writing_switch import mark_changing


class Actions(QObject):
    """The actions of the window. Those that need a record or a person are off until `allow` switches them on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._build_file()
        self._build_edit()
        self._build_record()
        self._build_clients()
        self._build_view_and_help()
        mark_changing(
            self.passphrase,
            self.import_history,
            self.undo,
            self.redo,
            *self.log.values(),
            self.what_happened,
            self.sign_entries,
            self.who_works_here,
            self.add_person,
            self.merge_people,
            self.erase_person,
        )
        self.show_practice(False)
        self.allow(has_record=False, has_person=False)

    def _build_file(self) -> None:
        self.new_record = self._action("newRecord", self.tr("&New record…"), shortcuts.NEW_RECORD)
        self.open_record = self._action("openRecord", self.tr("&Open…"), shortcuts.OPEN_RECORD)
        self.open_read_only = self._action("openReadOnly", self.tr("Open rea&d-only…"))
        self.import_history = self._action("import", self.tr("&Import…"), shortcuts.IMPORT)
        self.export_history = self._action("export", self.tr("&Export…"), shortcuts.EXPORT)
        self.export_person = self._action("exportPerson", self.tr("Export t&his person…"))
        self.export_calendar = self._action("exportCalendar", self.tr("Export &calendar…"))
        self.report = self._action("report", self.tr("&Print…"), shortcuts.REPORT)
        self.backups = self._action("backups", self.tr("&Backups…"))
        self.check = self._action("checkRecord", self.tr("Chec&k record…"))
        self.passphrase = self._action("passphrase", self.tr("P&assphrase…"))
        self.lock = self._action("lock", self.tr("&Lock"), shortcuts.LOCK)
        self.lock.setEnabled(False)
        self.quit = self._action("quit", self.tr("&Quit"), shortcuts.QUIT)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _build_edit(self) -> None:
        self.undo = self._action("undo", self.tr("&Undo"))
        self.undo.setShortcuts(list(shortcuts.UNDO))
        self.redo = self._action("redo", self.tr("&Redo"))
        self.redo.setShortcuts(list(shortcuts.REDO))
        keys = QKeySequence.StandardKey
        self.cut = self._action("cut", self.tr("Cu&t"), keys.Cut)
        self.copy = self._action("copy", self.tr("&Copy"), keys.Copy)
        self.paste = self._action("paste", self.tr("&Paste"), keys.Paste)
        self.delete = self._action("delete", self.tr("&Delete"), keys.Delete)
        self.select_all = self._action("selectAll", self.tr("Select &all"), keys.SelectAll)
        self.find = self._action("find", self.tr("&Find in history"), shortcuts.FIND)
        self.recently_deleted = self._action("recentlyDeleted", self.tr("Recent&ly deleted…"))
        self.settings = self._action("settings", self.tr("&Settings…"), shortcuts.SETTINGS)
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _build_record(self) -> None:
        # By the words of `Kind`, which is not needed for the first paint.
        texts = {
            "botox": self.tr("Log &botox…"),
            "microdermabrasion": self.tr("Log &microdermabrasion session…"),
            "rating": self.tr("&Rate skin…"),
            "other_event": self.tr("Add a &note or event…"),
        }
        self.log = {kind: self._action(f"log-{kind}", text, shortcuts.LOG[kind]) for kind, text in texts.items()}
        self.what_happened = self._action("whatHappened", self.tr("What &happened…"))
        self.who_had_lot = self._action("whoHadLot", self.tr("Who had this &lot?…"))
        self.reminders = self._action("reminders", self.tr("R&eminders…"), shortcuts.REMINDERS)
        self.sign_entries = self._action("signEntries", self.tr("Si&gn selected entries"), shortcuts.SIGN)
        self.who_works_here = self._action("whoWorksHere", self.tr("&Who works here…"))
        self.add_person = self._action("addPerson", self.tr("&Add person…"), shortcuts.ADD_PERSON)
        self.person_details = self._action("personDetails", self.tr("Person &details…"))
        self.changes = self._action("changes", self.tr("&Changes…"), shortcuts.CHANGES)
        self.merge_people = self._action("mergePeople", self.tr("Merge w&ith another record…"))
        self.erase_person = self._action("erasePerson", self.tr("Erase &for good…"))
        self.contacts = self._action("contacts", self.tr("C&ontacts…"))
        self.switch_person = self._action("switchPerson", self.tr("&Switch person…"), shortcuts.SWITCH_PERSON)

    def _build_clients(self) -> None:
        self.find_client = self._action("findClient", self.tr("&Find a client"))
        self.print_clients = self._action("printClients", self.tr("&Print for the clients listed…"))
        self.hide_names = self._action("hideNames", self.tr("&Hide names"), shortcuts.HIDE_NAMES)
        self.hide_names.setCheckable(True)
        self.wider_list = self._action("widerList", self.tr("Wider &list"))
        self.narrower_list = self._action("narrowerList", self.tr("Na&rrower list"))

    def _build_view_and_help(self) -> None:
        self.overview = self._action("overview", self.tr("&Overview"), shortcuts.OVERVIEW)
        self.history = self._action("history", self.tr("&History"), shortcuts.HISTORY)
        self.face_map = self._action("faceMap", self.tr("Face &map"), shortcuts.FACE_MAP)
        self.progress = self._action("progress", self.tr("Pro&gress"), shortcuts.PROGRESS)
        self.plan = self._action("plan", self.tr("&Plan"), shortcuts.PLAN)
        self.due_list = self._action("dueList", self.tr("&Due list"), shortcuts.DUE_LIST)
        self.themes = QActionGroup(self)
        texts = {"system": self.tr("As the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        for mode in MODES:
            action = self._action(f"theme-{mode}", texts[mode])
            action.setCheckable(True)
            action.setData(mode)
            self.themes.addAction(action)
        self.full_screen = self._action("fullScreen", self.tr("&Full screen"), shortcuts.FULL_SCREEN)
        self.full_screen.setCheckable(True)
        self.help = self._action("help", self.tr("Skinterval &help"), shortcuts.HELP)
        self.why_not_reminded = self._action("whyNotReminded", self.tr("&Why was I not reminded?…"))
        self.about = self._action("about", self.tr("&About Skinterval"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _action(self, name: str, text: str, keys: str | QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        return action

    def show_practice(self, is_practice: bool) -> None:
        """Offer what belongs to a practice and its clients, or what belongs to a record at home."""
        self.add_person.setText(self.tr("&New client…") if is_practice else self.tr("&Add person…"))
        self.person_details.setText(self.tr("Client &details…") if is_practice else self.tr("Person &details…"))
        # "Find a client" has the letter among clients.
        self.erase_person.setText(self.tr("Erase for &good…") if is_practice else self.tr("Erase &for good…"))
        self.switch_person.setVisible(not is_practice)
        self.switch_person.setShortcut(QKeySequence() if is_practice else QKeySequence(shortcuts.SWITCH_PERSON))
        self.find.setShortcut(QKeySequence() if is_practice else QKeySequence(shortcuts.FIND))
        # Whoever is used to switching at home finds a client by the same key.
        finding = (shortcuts.FIND_CLIENT, shortcuts.SWITCH_PERSON) if is_practice else ()
        self.find_client.setShortcuts([QKeySequence(keys) for keys in finding])
        of_list = (self.find_client, self.print_clients, self.hide_names, self.wider_list, self.narrower_list)
        for action in of_list:
            action.setVisible(is_practice)

    def allow(
        self, *, has_record: bool, has_person: bool, has_others: bool = False, has_due_list: bool = False
    ) -> None:
        """Switch on what can be done with a record open, with a person or the due list on screen, and where there are
        several people."""
        of_record = (self.import_history, self.export_history, self.passphrase, self.add_person, self.who_works_here)
        for action in (*of_record, self.backups, self.check):
            action.setEnabled(has_record)
        personal: Sequence[QAction] = (
            *self.log.values(),
            self.what_happened,
            self.person_details,
            self.erase_person,
            self.changes,
            self.sign_entries,
            self.contacts,
            self.find,
        )
        for action in personal:
            action.setEnabled(has_person)
        self.report.setEnabled(has_person or has_due_list)
        self.due_list.setEnabled(has_others)
        self.merge_people.setEnabled(has_person and has_others)
        self.export_person.setEnabled(has_person and has_others)
        # From the due list they lead back to a person, or are about everybody.
        leading_back = (self.switch_person, self.overview, self.history, self.face_map, self.progress, self.plan)
        of_all = (self.export_calendar, self.reminders, self.who_had_lot, self.why_not_reminded, self.recently_deleted)
        for action in (*leading_back, *of_all, self.print_clients):
            action.setEnabled(has_person or has_others)
        if not has_record:
            self.undo.setEnabled(False)
            self.redo.setEnabled(False)
