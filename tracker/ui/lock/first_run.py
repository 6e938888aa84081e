"""The second of the three first steps: a passphrase and its recovery key, for a record in which nobody is yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.core.errors import SkintervalError
from tracker.core.passphrase import Passphrase
from tracker.core.practice_settings import Mode

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.lock.protect_page import ProtectPage
    from tracker.ui.main_window import MainWindow
    from tracker.ui.record_desk import RecordDesk


class FirstRun(QObject):
    """Goes from the first screen to the page of the passphrase, and on to the record.

    The record is encrypted while it is still empty: no name is ever written into an open file.
    """

    def __init__(self, window: "MainWindow", desk: "RecordDesk") -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._answer = (Mode.HOME, "")
        self._page: ProtectPage | None = None
        window.stage.welcome.offer_passphrase()
        window.stage.welcome.passphraseWanted.connect(self._on_wanted)

    @property
    def page(self) -> "ProtectPage":
        """Return the page of the passphrase, imported and made when it is first needed."""
        if self._page is None:
            from tracker.ui.lock.protect_page import ProtectPage

            window = self._window
            self._page = ProtectPage(window.theme, window.preferences.paper, window.clock.today(), window)
            window.pages.addWidget(self._page)
            self._page.passphraseGiven.connect(self._on_given)
            self._page.backRequested.connect(lambda: window.pages.setCurrentWidget(window.stage.welcome))
            self._page.ended.connect(self._go_on)
        return self._page

    def _on_wanted(self, mode: Mode, name: str) -> None:
        self._answer = (mode, name)
        record = self._window.stage.record
        if record is None or record.is_encrypted or not self._window.stage.is_kept:
            self._go_on()
            return
        self.page.ask()
        self._window.pages.setCurrentWidget(self.page)
        self.page.take_focus()

    def _on_given(self, passphrase: Passphrase) -> None:
        from tracker.services.encryption import encrypt

        clock = self._window.clock
        self._desk.rewrite(lambda path: encrypt(path, passphrase, clock), self._on_encrypted, self._on_failed)
        self._window.pages.setCurrentWidget(self.page)

    def _on_encrypted(self, record: "Record") -> None:
        self._window.pages.setCurrentWidget(self.page)
        if record.recovery_key is not None:
            self.page.show_key(record.recovery_key, record.path)

    def _on_failed(self, problem: SkintervalError) -> None:
        self._window.pages.setCurrentWidget(self.page)
        self.page.refuse(problem)

    def _go_on(self) -> None:
        self._window.stage.welcome.continued.emit(*self._answer)
