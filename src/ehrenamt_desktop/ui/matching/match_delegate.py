"""Draws the rows of the ranked list: cards, the fold of near misses, plain lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.matches import FitWord, ReasonKind
from ehrenamt_desktop.ui.kit import icons, privacy, theme
from ehrenamt_desktop.ui.kit.meter import draw_meter
from ehrenamt_desktop.ui.matching.card_layout import GAP, PAD, CardLayout, Fonts, lay_out, shorten
from ehrenamt_desktop.ui.matching.card_painting import EDGE, draw_frame, draw_line, is_focused
from ehrenamt_desktop.ui.matching.match_model import LINE, RECORDS, Line, LineKind, MatchModel

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
    ReasonKind.HINDERS: ("hinder", "red"),
    ReasonKind.OPENS: ("plus", "amber"),
}
_LEFT = Qt.AlignmentFlag.AlignLeft
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(_LEFT) | int(Qt.AlignmentFlag.AlignVCenter)
_LINE = int(Qt.TextFlag.TextSingleLine) | int(_LEFT) | int(Qt.AlignmentFlag.AlignVCenter)
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
        if line.kind in RECORDS:
            return QSize(width, self._layout(line, line.text, width).height + GAP)
        return QSize(width, theme.line_height() + 2 * GAP + GAP)

    def _layout(self, line: Line, title: str, width: int) -> CardLayout:
        return lay_out(line.reason, title, line.detail, width, scored=line.match is not None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line: Line = index.data(LINE)
        box = option.rect.adjusted(0, 0, 0, -GAP)
        if line.kind is not LineKind.REST or is_focused(option, self._view):
            draw_frame(painter, box, option, self._view)
        if line.kind in RECORDS:
            checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self._card(painter, box, line, checked=checked)
        else:
            self._words(painter, box, line)
        painter.restore()

    def _card(self, painter: QPainter, box: QRect, line: Line, *, checked: bool) -> None:
        shown, fonts = theme.tokens(), Fonts.now()
        title = privacy.DOTS if self._private and privacy.masked() else line.text
        at = self._layout(line, title, box.width())
        painter.translate(box.topLeft())
        _say(painter, fonts.title, shown.ink, at.title, title)
        one_line = at.detail.height() < 2 * theme.line_height()
        where, flags = line.detail, _WRAP
        if one_line:
            where = shorten(QFontMetrics(fonts.body), where, at.detail.width())
            flags = _LINE
        _say(painter, fonts.body, shown.soft, at.detail, where, flags)
        if line.match is not None:
            _tick(painter, at.check, checked=checked)
            tone = TONES[line.match.word]
            draw_meter_at(painter, at.meter, line.match.low, line.match.high, tone)
            _badge(painter, at, fonts.small, line.match.word.label, tone)
        for part, sign, words in at.reasons:
            name, colour = SIGNS[part.kind]
            painter.drawPixmap(sign.topLeft(), icons.pixmap(name, colour, sign.height()))
            _say(painter, fonts.small, shown.soft, words, part.text, _TOP_WRAP)

    def _words(self, painter: QPainter, box: QRect, line: Line) -> None:
        shown, fonts = theme.tokens(), Fonts.now()
        inner = box.adjusted(PAD, 0, -PAD, 0)
        if line.kind is LineKind.FOLD:
            self._chevron(painter, inner, line)
            inner = inner.adjusted(theme.em() + GAP, 0, 0, 0)
        bold = line.kind in (LineKind.FOLD, LineKind.MORE)
        colour = shown.soft if line.kind is LineKind.REST else shown.ink
        font = fonts.title if bold else fonts.body
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(line.text) + GAP
        draw_line(painter, inner, line.text, font, colour)
        draw_line(painter, inner.adjusted(wide, 0, 0, 0), line.detail, fonts.body, shown.soft)

    def _chevron(self, painter: QPainter, box: QRect, line: Line) -> None:
        size, model = theme.em(), self._view.model()
        unfolded = isinstance(model, MatchModel) and model.is_open(line)
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
