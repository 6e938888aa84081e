"""What narrows the list of clients: all, due, recent; archived and tags in a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.core.client_query import ClientFilter
from tracker.ui.icons import keep_icon
from tracker.ui.menus import menu_text
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.clients import grouped

COUNTED = (ClientFilter.ALL, ClientFilter.DUE)
_AROUND_TEXT = 22


class ClientFilters(QWidget):
    """``changed`` follows a choice. ``offered`` gives the tags in use when the menu opens."""

    changed = Signal()

    def __init__(self, theme: Theme, offered: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._tags: tuple[str, ...] = ()
        self._counts: dict[ClientFilter, int] = {}
        self._words = {
            ClientFilter.ALL: self.tr("All"),
            ClientFilter.DUE: self.tr("Due"),
            ClientFilter.RECENT: self.tr("Recent"),
        }
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        self.segments = Segments([(one.value, text) for one, text in self._words.items()], self, name=self.tr("Show"))
        self.segments.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.segments.setProperty("tight", True)
        for button in self.segments.buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.segments.choose(ClientFilter.ALL.value)
        self.menu = QMenu(self)
        self.button = QToolButton(self)
        self.button.setObjectName("clientFilter")
        self.button.setAccessibleName(self.tr("Filter by tag, or show the archived"))
        self.button.setToolTip(self.tr("Filter"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        keep_icon(self.button, "down", theme, "text2", px(16))
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(self.segments, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addWidget(self._build_line())

    def _build_line(self) -> QWidget:
        self.line = QWidget(self)
        self.said = PlainLabel("", "small", self.line, elide=True)
        self.clear_button = KeyButton(self.tr("Clear"), "", "link", self.line)
        self.clear_button.setObjectName("clearClientFilter")
        self.clear_button.setAccessibleName(self.tr("Clear the filter"))
        row = QHBoxLayout(self.line)
        row.setContentsMargins(px(2), 0, px(2), 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.clear_button)
        self.line.hide()
        return self.line

    def _connect(self) -> None:
        self.segments.chosenChanged.connect(self._on_chosen)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.clear_button.clicked.connect(self.clear)

    @property
    def only(self) -> ClientFilter:
        """Return which clients are listed."""
        return ClientFilter(self.segments.chosen or ClientFilter.ARCHIVED.value)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that a client must bear."""
        return self._tags

    def clear(self) -> None:
        """List all clients."""
        self.choose(ClientFilter.ALL, ())

    def choose(self, only: ClientFilter, tags: tuple[str, ...] = ()) -> None:
        """List other clients."""
        before = (self.only, self._tags)
        self._tags = tags
        with QSignalBlocker(self.segments):
            self.segments.choose("" if only is ClientFilter.ARCHIVED else only.value)
        self._say()
        if (self.only, self._tags) != before:
            self.changed.emit()

    def show_counts(self, counts: dict[ClientFilter, int]) -> None:
        """Show how many clients there are; a filter without a count shows its word alone."""
        self._counts = counts
        self._fit()

    def _fit(self) -> None:
        """Leave the counts out where they would be cut."""
        counted = [self._with_count(one) for one in self._words]
        needed = sum(self.fontMetrics().horizontalAdvance(text) + px(_AROUND_TEXT) for text in counted)
        texts = counted if needed <= self.segments.width() else list(self._words.values())
        for button, text, spoken in zip(self.segments.buttons, texts, counted, strict=True):
            button.setText(text)
            button.setAccessibleName(f"{self.segments.accessibleName()}: {spoken}")

    def _with_count(self, one: ClientFilter) -> str:
        count = self._counts.get(one)
        return self._words[one] if count is None else f"{self._words[one]} {grouped(count)}"

    def _say(self) -> None:
        said = [self.tr("Archived")] if self.only is ClientFilter.ARCHIVED else []
        if self._tags:
            said.append(self.tr("Tagged {tags}").format(tags=", ".join(self._tags)))
        self.said.setText(". ".join(said))
        self.line.setVisible(bool(said))

    def _fill_menu(self) -> None:
        self.menu.clear()
        archived = self._add_choice(self.tr("&Archived"), self.only is ClientFilter.ARCHIVED)
        archived.toggled.connect(self._on_archived)
        tags = dict.fromkeys((*self._offered(), *self._tags))
        if tags:
            self.menu.addSeparator()
        for tag in tags:
            action = self._add_choice(menu_text(tag), tag in self._tags)
            action.toggled.connect(lambda is_on, tag=tag: self._on_tag(tag, is_on))

    def _add_choice(self, text: str, is_on: bool) -> QAction:
        action = QAction(text, self.menu)
        action.setCheckable(True)
        action.setChecked(is_on)
        self.menu.addAction(action)
        return action

    def _on_chosen(self, key: str) -> None:
        self._say()
        self.changed.emit()

    def _on_archived(self, is_on: bool) -> None:
        self.choose(ClientFilter.ARCHIVED if is_on else ClientFilter.ALL, self._tags)

    def _on_tag(self, tag: str, is_on: bool) -> None:
        others = tuple(one for one in self._tags if one != tag)
        self.choose(self.only, (*others, tag) if is_on else others)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
