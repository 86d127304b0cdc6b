"""How a value between 0 and 1 is drawn: filled where known, hatched where unknown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit import theme


def draw_meter(painter: QPainter, box: QRectF, low: float, high: float, tone: Tone) -> None:
    """Draw a rounded bar into `box`: `low` filled, up to `high` hatched, the rest empty."""
    shown = theme.tokens()
    radius = box.height() / 2
    outline = QPainterPath()
    outline.addRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setClipPath(outline)
    painter.fillPath(outline, QColor(shown.track))
    if high > low:
        hatch = QBrush(QColor(shown.soft), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(_part(box, low, high), hatch)
    if low > 0:
        painter.fillRect(_part(box, 0, low), QColor(theme.tone_colours(tone)[0]))


def _part(box: QRectF, start: float, end: float) -> QRectF:
    return QRectF(box.left() + box.width() * start, box.top(), box.width() * (end - start),
                  box.height())  # fmt: skip
