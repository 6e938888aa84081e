"""What the program is and is not, what to do in an emergency, and whose work is in it."""

from importlib import metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker import __version__
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.statements import emergency_statement, eye_and_infection_statement, statements

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

WIDTH = 600
LIBRARIES = (
    ("PySide6-Essentials", "PySide6 (Qt)", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("sqlcipher3", "sqlcipher3, SQLite, SQLCipher", "zlib, BSD"),
    ("matplotlib", "matplotlib", "PSF"),
    ("numpy", "NumPy", "BSD-3-Clause"),
    ("icalendar", "icalendar", "BSD-2-Clause"),
)


class AboutDialog(CardDialog):
    """Version, statements, emergency words and licences."""

    def __init__(self, theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("About Skinterval"), width=WIDTH)
        self.set_subtitle(self.tr("Version {version}").format(version=__version__))
        self._build()
        self.order_tabs()

    def _build(self) -> None:
        for text in statements():
            self.rows.addWidget(PlainLabel(text, "", self, wrap=True))
        emergency = MessageFrame(self)
        emergency.show_message("firm", self.tr("In an emergency."), emergency_statement())
        self.rows.addWidget(emergency)
        self.rows.addWidget(PlainLabel(eye_and_infection_statement(), "", self, wrap=True))
        self.rows.addWidget(PlainLabel(self.tr("Licences"), "section", self))
        self.rows.addLayout(self._licences())
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        button = self.add_button(self.tr("&Close"), "close_about", is_primary=True)
        button.clicked.connect(self.accept)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _licences(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(2, 1)
        rows = [("Skinterval", __version__, "MIT"), ("Inter", "", "SIL Open Font License 1.1")]
        rows += [(name, _version_of(package), licence) for package, name, licence in LIBRARIES]
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                grid.addWidget(PlainLabel(text, "" if column == 0 else "muted", self), row, column)
        return grid


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
