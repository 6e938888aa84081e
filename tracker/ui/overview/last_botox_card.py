"""The card of the last botox. Its drawing is read when the card first has a place to be shown."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Entry
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card

if TYPE_CHECKING:
    from tracker.ui.overview.last_botox import LastBotox


class LastBotoxCard(Card):
    """Shows the last main treatment where its sites are known, else nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(18, 12))
        self._theme = theme
        self._last: tuple[Botox, Catalog] | None = None
        self.content: LastBotox | None = None
        self.hide()

    def take(self, newest_first: Iterable[Entry], catalog: Catalog) -> None:
        """Take the last main treatment among entries."""
        main = (entry for entry in newest_first if isinstance(entry, Botox) and not entry.is_touch_up)
        last = next(main, None)
        self._last = (last, catalog) if last is not None and last.points else None

    def forget(self) -> None:
        """Hold nothing of anybody any more."""
        self._last = None
        if self.content is not None:
            self.inner.removeWidget(self.content)
            self.content.deleteLater()
            self.content = None
        self.hide()

    @property
    def has_treatment(self) -> bool:
        """Return whether there is something to show."""
        return self._last is not None

    def show_where(self, has_place: bool) -> None:
        """Show the treatment, or nothing where there is none or no place for it."""
        if has_place and self._last is not None:
            self._filled().show_treatment(*self._last)
        self.setVisible(has_place and self._last is not None)

    def _filled(self) -> "LastBotox":
        if self.content is None:
            from tracker.ui.overview.last_botox import LastBotox

            self.content = LastBotox(self._theme, self)
            self.inner.addWidget(self.content)
        return self.content
