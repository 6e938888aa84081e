"""What a row of the due list has beside its facts: the box that ticks it, the contact, and the button that acts."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from tracker.core.worklist import DueItem
from tracker.ui.fonts import BODY, SMALL, ui_font
from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.mirroring import mirrored
from tracker.ui.words import worklist as words
from tracker.ui.words.contacts import ICONS

BOX, TICK, BOX_LEFT, BOX_AREA = 20, 14, 11, 44
"""The box is 20 px wide; whatever is pressed in the first 44 px ticks the row."""
PADDING, ICON, ICON_GAP = 12, 14, 9
BUTTON_HEIGHT, BUTTON_INSET, BUTTON_RIGHT = 30, 11, 11
RADIUS = 6
CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def box_rect(cell: QRect) -> QRect:
    """Return where the box stands in the first cell of a row."""
    box = QRect(cell.left() + px(BOX_LEFT), cell.top() + (cell.height() - px(BOX)) // 2, px(BOX), px(BOX))
    return mirrored(cell, box)


def box_area(cell: QRect) -> QRect:
    """Return what of the first cell of a row ticks it when pressed."""
    return mirrored(cell, QRect(cell.left(), cell.top(), px(BOX_AREA), cell.height()))


def draw_box(painter: QPainter, theme: Theme, cell: QRect, is_ticked: bool) -> None:
    """Draw the box that ticks a row."""
    box = box_rect(cell)
    painter.setPen(Qt.PenStyle.NoPen if is_ticked else QPen(theme.color("control"), 1.5))
    painter.setBrush(theme.color("accent" if is_ticked else "card"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), px(4), px(4))
    if is_ticked:
        drawn = pixmap("check", theme, "onAccent", px(TICK), painter.device().devicePixelRatioF())
        painter.drawPixmap(box.topLeft() + QPoint((px(BOX) - px(TICK)) // 2, (px(BOX) - px(TICK)) // 2), drawn)


def draw_contact(painter: QPainter, theme: Theme, cell: QRect, item: DueItem) -> None:
    """Draw the icon and the words of the latest contact; without one the words alone, where those of others stand."""
    inner = mirrored(cell, cell.adjusted(px(PADDING), 0, -px(PADDING) // 2, 0))
    if item.contact is not None:
        name, token = ICONS[item.contact.outcome], "accent" if item.is_booked else "text2"
        drawn = pixmap(name, theme, token, px(ICON), painter.device().devicePixelRatioF())
        box = QRect(inner.left(), inner.top() + (inner.height() - px(ICON)) // 2, px(ICON), px(ICON))
        painter.drawPixmap(mirrored(inner, box).topLeft(), drawn)
    left = mirrored(inner, inner.adjusted(px(ICON) + px(ICON_GAP), 0, 0, 0))
    painter.setFont(ui_font(BODY))
    painter.setPen(theme.color("text2" if item.contact is None else "text"))
    shown = painter.fontMetrics().elidedText(words.contact(item), Qt.TextElideMode.ElideRight, max(0, left.width()))
    painter.drawText(left, CENTRED | Qt.AlignmentFlag.AlignLeft, shown)


def contact_room(text: str) -> int:
    """Return the width that the words of a contact need in their cell, in px."""
    return QFontMetrics(ui_font(BODY)).horizontalAdvance(text) + px(PADDING) * 2 + px(ICON) + px(ICON_GAP)


def button_width() -> int:
    """Return the width of the button of a row, in px."""
    return QFontMetrics(_button_font()).horizontalAdvance(words.log_contact()) + 2 * px(BUTTON_INSET) + 2


def button_rect(cell: QRect) -> QRect:
    """Return where the button stands in the last cell of a row."""
    width, height = button_width(), px(BUTTON_HEIGHT)
    top = cell.top() + (cell.height() - height) // 2
    return mirrored(cell, QRect(cell.right() + 1 - px(BUTTON_RIGHT) - width, top, width, height))


def draw_button(painter: QPainter, theme: Theme, cell: QRect, item: DueItem, *, is_near: bool) -> None:
    """Draw the button of a row: a framed one logs a contact, a plain one opens the client."""
    box = button_rect(cell)
    if not item.is_booked:
        painter.setPen(QPen(theme.color("lineStrong"), 1))
        painter.setBrush(theme.color("hover" if is_near else "card"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(RADIUS), px(RADIUS))
    font = _button_font()
    font.setUnderline(item.is_booked and is_near)
    painter.setFont(font)
    painter.setPen(theme.color("accent" if item.is_booked else "text"))
    side = Qt.AlignmentFlag.AlignRight if item.is_booked else Qt.AlignmentFlag.AlignHCenter
    inset = px(BUTTON_INSET) if item.is_booked else 0
    painter.drawText(mirrored(box, box.adjusted(0, 0, -inset, 0)), CENTRED | side, words.act(item))


def _button_font() -> QFont:
    return QFont(ui_font(SMALL, QFont.Weight.Medium))
