"""Tags as they are typed: words between commas, each completed from those in use."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.folding import folded
from tracker.ui.dialogs.fields import Composite, line_edit
from tracker.ui.scale import px
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.words.people import short

MOST_OFFERED = 4
_COMMA = ", "


class TagsEdit(Composite):
    """One line of tags, and beneath it those in use that begin with what is being typed.

    ``in_use`` is asked for the tags to offer.
    """

    def __init__(self, in_use: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_use = in_use
        self._filled: tuple[str, ...] = ()
        self._offered: list[str] = []
        self._build()
        self._edit.textChanged.connect(self.changed)
        self._edit.textEdited.connect(self._on_edited)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, place=place: self._on_taken(place))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._edit = line_edit(self.tr("Words of your own, with commas between"))
        self._edit.setObjectName("tags_line")
        self._edit.setAccessibleName(self.tr("Tags, with commas between"))
        column.addWidget(self._edit)
        self._choices = QWidget(self)
        flow = FlowLayout(self._choices)
        self.buttons = [KeyButton("", kind="flat", parent=self._choices) for _place in range(MOST_OFFERED)]
        for button in self.buttons:
            button.setObjectName("offeredTag")
            button.setAutoDefault(False)
            flow.addWidget(button)
        column.addWidget(self._choices)
        self._choices.hide()
        self.setFocusProxy(self._edit)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags; exactly as they were filled in where nothing was edited."""
        if self._edit.text() == _COMMA.join(self._filled):
            return self._filled
        return tuple(tag.strip() for tag in self._edit.text().split(",") if tag.strip())

    @property
    def offered(self) -> list[str]:
        """Return the tags that are offered for what is being typed."""
        return self._offered

    def fill(self, tags: Sequence[str]) -> None:
        """Show ``tags``."""
        self._filled = tuple(tags)
        self._edit.setText(_COMMA.join(tags))

    def _offer(self, tags: Sequence[str]) -> None:
        self._offered = list(tags[:MOST_OFFERED])
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self._offered))
            if place < len(self._offered):
                button.setText(short(self._offered[place]).replace("&", "&&"))
                button.setAccessibleName(self.tr("Add the tag {tag}").format(tag=self._offered[place]))
        self._choices.setVisible(bool(self._offered))

    def _on_edited(self, text: str) -> None:
        typed, *former = (folded(part.strip()) for part in reversed(text.split(",")))
        known = {*former, typed}
        tags = self._in_use() if typed else ()
        self._offer([tag for tag in tags if folded(tag).startswith(typed) and folded(tag) not in known])

    def _on_taken(self, place: int) -> None:
        before, comma, _typed = self._edit.text().rpartition(",")
        self._edit.setText(f"{before}{_COMMA if comma else ''}{self._offered[place]}")
        self._offer([])
        self._edit.setFocus(Qt.FocusReason.TabFocusReason)
