"""The coming weeks of both treatments: each day by its state, and plans as markers that go to other days."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.planner import Planner
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment
from tracker.ui.charts.tip import ChartTip
from tracker.ui.fonts import BODY, ui_font
from tracker.ui.plan.axis import PlanAxis
from tracker.ui.plan.cursor import Cursor
from tracker.ui.plan.lane_painting import LanePainter, Mark
from tracker.ui.plan.state import PlanState
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.words import catalog as names
from tracker.ui.words.planner import kind_on

TOP, LANE, BAR, LABEL_ABOVE, WORDS_BELOW, FOOT = 20, 54, 22, 14, 20, 30
NAME_GAP, REACH = 16, 12
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_PLAN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P)


class PlanTimeline(QWidget):
    """Shows a planner. The cursor is one day of one lane; ``cursorMoved`` says that it went elsewhere.

    ``planDropped`` carries a plan and its new day, ``planWanted`` a kind and a day, ``removalWanted`` a plan; none of
    them follows where it is only read.
    """

    cursorMoved = Signal()
    planDropped = Signal(object, object)
    planWanted = Signal(object, object)
    removalWanted = Signal(object)

    def __init__(
        self, theme: Theme, planner: Planner, parent: QWidget | None = None, *, is_read_only: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_read_only = is_read_only
        self.state = PlanState(planner, None)
        self.setObjectName("planTimeline")
        self.setAccessibleName(self.tr("Next twelve weeks"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.tip = ChartTip(self)
        self.tip.restyle(theme.tokens)
        theme.changed.connect(self._on_theme_changed)

    def show_planner(self, planner: Planner) -> None:
        """Show a person's days and plans; the cursor stays where it was, if it can."""
        self.state = PlanState(planner, self.state.cursor)
        self.tip.hide()
        self._tell()

    @property
    def is_carrying(self) -> bool:
        """Return whether a plan is on its way to another day."""
        return self.state.cursor.carried is not None

    def go_to(self, kind: Kind, on: date) -> None:
        """Put the cursor on a day."""
        self._carry(Cursor(kind, on).to(on, self.state.planner))

    def axis(self) -> PlanAxis:
        """Return where the days lie."""
        metrics, planner = QFontMetrics(ui_font(BODY)), self.state.planner
        left = max(metrics.horizontalAdvance(names.kind(kind)) for kind in TREATMENTS) + px(NAME_GAP)
        return PlanAxis(planner.first_day, planner.last_day, left, self.width() - 2)

    def middle_of(self, kind: Kind) -> float:
        """Return the height of a lane's bar."""
        return px(TOP) + px(LANE) * TREATMENTS.index(kind) + px(LANE) / 2

    def point_of(self, kind: Kind, on: date) -> QPointF:
        """Return the middle of a day of a lane."""
        return QPointF(self.axis().middle_of(on), self.middle_of(kind))

    def _kind_at(self, y: float) -> Kind:
        return min(TREATMENTS, key=lambda kind: abs(self.middle_of(kind) - y))

    def _plan_near(self, point: QPointF) -> PlannedTreatment | None:
        """Return the plan that can be carried from a point: of the nearest marker within reach."""
        if self._is_read_only:
            return None
        kind, axis, reach = self._kind_at(point.y()), self.axis(), px(REACH)
        if abs(self.middle_of(kind) - point.y()) > reach:
            return None
        plans = [plan for plan in self.state.planner.plans if plan.kind is kind]
        near = min(plans, key=lambda plan: abs(axis.middle_of(plan.on) - point.x()), default=None)
        return near if near is not None and abs(axis.middle_of(near.on) - point.x()) <= reach else None

    def _carry(self, cursor: Cursor) -> None:
        self.state.carry(cursor)
        self._tell()

    def _let_go(self) -> None:
        """Leave a plan where it was, the cursor on it."""
        carried = self.state.cursor.carried
        self.tip.hide()
        if carried is not None:
            self._carry(Cursor(carried.kind, carried.on).to(carried.on, self.state.planner))

    def _drop(self) -> None:
        """Leave a plan where the cursor is."""
        cursor, carried = self.state.cursor, self.state.cursor.carried
        if carried is None:
            return
        self.tip.hide()
        self._carry(replace(cursor, carried=None))
        if carried.on != cursor.on:
            self.planDropped.emit(carried, cursor.on)

    def _tell(self) -> None:
        cursor = self.state.cursor
        words = self.state.words(cursor.kind, cursor.on)
        day = kind_on(cursor.kind, cursor.on, self.state.planner.today)
        self.setAccessibleDescription(f"{day}. {words.pill}. {words.reason}")
        self.update()
        self.cursorMoved.emit()

    def _show_tip(self, kind: Kind, on: date) -> None:
        words = self.state.words(kind, on)
        day = kind_on(kind, on, self.state.planner.today)
        self.tip.show_lines([day, words.pill, words.reason], self.point_of(kind, on).toPoint())

    def _on_theme_changed(self) -> None:
        self.tip.restyle(self._theme.tokens)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(TOP) + px(LANE) * len(TREATMENTS) + px(FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        planner, cursor = self.state.planner, self.state.cursor
        painter = QPainter(self)
        drawing = LanePainter(painter, self._theme, self.axis(), planner.today)
        bottom = px(TOP) + px(LANE) * len(TREATMENTS)
        drawing.draw_grid(px(TOP), bottom, bottom + px(FOOT - 8))
        for kind in TREATMENTS:
            middle = self.middle_of(kind)
            drawing.draw_name(names.kind(kind), middle)
            drawing.draw_lane(self.state.lane(kind), middle, middle + px(WORDS_BELOW))
        drawing.draw_today(px(TOP - 4), bottom, self.tr("today"), px(TOP - 8))
        for kind in TREATMENTS:
            middle = self.middle_of(kind)
            drawing.draw_marks(self._marks(kind), middle, middle - px(LABEL_ABOVE))
        if cursor.carried is None:
            drawing.draw_cursor(cursor.on, self.middle_of(cursor.kind), px(BAR), has_focus=self.hasFocus())

    def _marks(self, kind: Kind) -> list[Mark]:
        planner, carried = self.state.planner, self.state.cursor.carried
        return [
            Mark(plan, carried is not None and plan.id == carried.id)
            for plan in planner.plans
            if plan.kind is kind and planner.first_day <= plan.on <= planner.last_day
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        plan = self._plan_near(event.position())
        if plan is None:
            self.go_to(self._kind_at(event.position().y()), self.axis().day_at(event.position().x()))
        else:
            self._carry(Cursor(plan.kind, plan.on, plan))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cursor, on = self.state.cursor, self.axis().day_at(event.position().x())
        if cursor.carried is not None:
            moved = cursor.to(on, self.state.planner)
            if moved != cursor:
                self._carry(moved)
            self._show_tip(moved.kind, moved.on)
            return
        is_on_marker = self._plan_near(event.position()) is not None
        self.setCursor(Qt.CursorShape.OpenHandCursor if is_on_marker else Qt.CursorShape.ArrowCursor)
        if event.position().x() >= self.axis().left:
            self._show_tip(self._kind_at(event.position().y()), on)
        else:
            self.tip.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drop()

    def leaveEvent(self, event: QEvent) -> None:
        self.tip.hide()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor, key = self.state.cursor, event.key()
        plan = self.state.plan_on(cursor.kind, cursor.on)
        can_change = not self._is_read_only
        if can_change and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _SIDEWAYS:
            cursor = replace(cursor, carried=plan)
        moved = cursor.moved(key, self.state.planner)
        if moved is not None:
            self._carry(moved)
        elif not can_change:
            super().keyPressEvent(event)
        elif key in _PLAN_KEYS and cursor.carried is not None:
            self._drop()
        elif key in _PLAN_KEYS and plan is None and cursor.on >= self.state.planner.today:
            self.planWanted.emit(cursor.kind, cursor.on)
        elif key == Qt.Key.Key_Delete and plan is not None:
            self.removalWanted.emit(plan)
        elif key == Qt.Key.Key_Escape and cursor.carried is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            self._drop()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()
        self.update()
