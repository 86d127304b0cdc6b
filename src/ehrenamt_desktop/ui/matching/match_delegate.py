"""Draws the rows of the ranked list: cards, the fold of near misses, plain lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.matches import FitWord, ReasonKind
from ehrenamt_desktop.ui.kit import icons, privacy, theme
from ehrenamt_desktop.ui.kit.meter import draw_meter
from ehrenamt_desktop.ui.matching.card_layout import GAP, PAD, CardLayout, Fonts, lay_out, shorten
from ehrenamt_desktop.ui.matching.match_model import LINE, Line, LineKind

Index = QModelIndex | QPersistentModelIndex
TONES = {
    FitWord.VERY_GOOD: Tone.GOOD,
    FitWord.GOOD: Tone.GOOD,
    FitWord.PARTLY: Tone.SOON,
    FitWord.TOO_LITTLE: Tone.SOFT,
}
SIGNS = {
    ReasonKind.FITS: ("check", "green"),
    ReasonKind.ASK: ("question", "amber"),
    ReasonKind.NOTE: ("info", "blue"),
}
EDGE = 4
"""Room in px between the cards and the scroll bar."""
_LEFT = Qt.AlignmentFlag.AlignLeft
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(_LEFT) | int(Qt.AlignmentFlag.AlignVCenter)
_TOP_WRAP = int(Qt.TextFlag.TextWordWrap) | int(_LEFT) | int(Qt.AlignmentFlag.AlignTop)


class MatchDelegate(QStyledItemDelegate):
    """One card per match; `private` blanks its title under Sichtschutz."""

    def __init__(self, view: QListView, *, private: bool) -> None:
        super().__init__(view)
        self._view = view
        self._private = private

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QSize:
        """As wide as the view, as high as the words need; the gap below belongs to the row."""
        width = self._view.viewport().width() - EDGE
        line: Line = index.data(LINE)
        if line.match is not None:
            return QSize(width, lay_out(line.match, line.text, width).height + GAP)
        lines = 2 if line.kind is LineKind.NEAR else 1
        return QSize(width, lines * theme.line_height() + 2 * GAP + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line: Line = index.data(LINE)
        box = option.rect.adjusted(0, 0, 0, -GAP)
        self._frame(painter, box, option, line)
        if line.match is not None:
            checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self._card(painter, box, line, checked=checked)
        else:
            self._words(painter, box, line)
        painter.restore()

    def _frame(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, line: Line
    ) -> None:
        shown = theme.tokens()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = current and self._view.hasFocus()
        if line.kind is LineKind.COUNT and not focused:
            return
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        width = 3.0 if focused else 2.0 if current else 1.0
        colour = shown.focus if focused else shown.green if current else shown.line
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(QColor(shown.hover if hovered and not current else shown.card))
        half = width / 2
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), 8, 8)

    def _card(self, painter: QPainter, box: QRect, line: Line, *, checked: bool) -> None:
        match = line.match
        if match is None:
            return
        shown, fonts = theme.tokens(), Fonts.now()
        title = privacy.DOTS if self._private and privacy.masked() else line.text
        at = lay_out(match, title, box.width())
        painter.translate(box.topLeft())
        _tick(painter, at.check, checked=checked)
        _say(painter, fonts.title, shown.ink, at.title, title)
        one_line = at.detail.height() < 2 * theme.line_height()
        where = line.detail
        if one_line:
            where = shorten(QFontMetrics(fonts.body), where, at.detail.width())
        _say(painter, fonts.body, shown.soft, at.detail, where)
        tone = TONES[match.word]
        draw_meter_at(painter, at.meter, match.low, match.high, tone)
        _badge(painter, at, fonts.small, match.word.label, tone)
        for part, sign, words in at.reasons:
            name, colour = SIGNS[part.kind]
            painter.drawPixmap(sign.topLeft(), icons.pixmap(name, colour, sign.height()))
            _say(painter, fonts.small, shown.soft, words, part.text, _TOP_WRAP)

    def _words(self, painter: QPainter, box: QRect, line: Line) -> None:
        shown, fonts = theme.tokens(), Fonts.now()
        inner = box.adjusted(PAD, 0, -PAD, 0)
        if line.kind is LineKind.NEAR:
            inner = inner.adjusted(2 * GAP, 0, 0, 0)
            high = theme.line_height()
            masked = self._private and privacy.masked()
            first = QRect(inner.left(), box.top() + GAP, inner.width(), high)
            _elided(painter, fonts.title, shown.ink, first, privacy.DOTS if masked else line.text)
            sign = icons.pixmap("question", "amber", theme.em())
            painter.drawPixmap(first.left(), first.bottom() + 3, sign)
            second = first.translated(0, high).adjusted(theme.em() + GAP, 0, 0, 0)
            _elided(painter, fonts.small, shown.soft, second, line.detail)
            return
        if line.kind is LineKind.FOLD:
            self._chevron(painter, inner)
            inner = inner.adjusted(theme.em() + GAP, 0, 0, 0)
        bold = line.kind in (LineKind.FOLD, LineKind.MORE)
        colour = shown.soft if line.kind is LineKind.COUNT else shown.ink
        font = fonts.title if bold else fonts.body
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(line.text) + GAP
        _elided(painter, font, colour, inner, line.text)
        _elided(painter, fonts.body, shown.soft, inner.adjusted(wide, 0, 0, 0), line.detail)

    def _chevron(self, painter: QPainter, box: QRect) -> None:
        size = theme.em()
        model = self._view.model()
        unfolded = bool(getattr(model, "unfolded", lambda: False)())
        painter.save()
        painter.translate(box.left() + size / 2, box.center().y() + 1)
        painter.rotate(0 if unfolded else -90)
        painter.drawPixmap(-size // 2, -size // 2, icons.pixmap("chevron", "ink", size))
        painter.restore()


def draw_meter_at(painter: QPainter, box: QRect, low: float, high: float, tone: Tone) -> None:
    """Draw the bar of a score without leaving its clip behind."""
    painter.save()
    draw_meter(painter, QRectF(box), min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0), tone)
    painter.restore()


def _tick(painter: QPainter, box: QRect, *, checked: bool) -> None:
    shown = theme.tokens()
    painter.setPen(QPen(QColor(shown.green if checked else shown.edge), 1.5))
    painter.setBrush(QColor(shown.green if checked else shown.card))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3)
    if checked:
        inner = box.adjusted(2, 2, -2, -2)
        painter.drawPixmap(inner.topLeft(), icons.pixmap("check", "on_green", inner.height()))


def _badge(painter: QPainter, at: CardLayout, font: QFont, words: str, tone: Tone) -> None:
    ink, ground = theme.tone_colours(tone)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(words) + 20
    box = QRect(at.badge.left(), at.badge.top(), wide, at.badge.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
    painter.setPen(QColor(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _say(
    painter: QPainter, font: QFont, colour: str, box: QRect, words: str, flags: int = _WRAP
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, flags, words)


def _elided(painter: QPainter, font: QFont, colour: str, box: QRect, words: str) -> None:
    painter.setFont(font)
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.setPen(QColor(colour))
    painter.drawText(box, int(_LEFT | Qt.AlignmentFlag.AlignVCenter), short)
