"""The chart alone on a page, with what its scores mean."""

from PySide6.QtCore import QRectF

from tracker.ui.reports.chart import chart
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.frame import scored_heading
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.scale import scale_in_lines
from tracker.ui.reports.sheet import Mark
from tracker.ui.reports.single_page import single_page
from tracker.ui.words.documents import document_name

_HEIGHT = 560.0


def lay_out_chart(contents: ReportContents) -> Pages:
    """Return the page with the chart of the report's period."""

    def body(room: QRectF) -> list[Mark]:
        area = QRectF(room.topLeft(), room.size()).adjusted(0, 0, 0, _HEIGHT - room.height())
        anchors, _ = scale_in_lines(contents, room.left(), area.bottom())
        return [chart(contents, area), *anchors]

    return single_page(contents, scored_heading(contents, document_name(Document.CHART)), body)
