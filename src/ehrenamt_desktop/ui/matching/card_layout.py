"""Where the parts of a match card stand, for any width and text size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.matches import FitWord, ReasonPart
from ehrenamt_desktop.ui.kit import theme

PAD = theme.GRID + 4
EDGE = theme.GRID + 1
"""Room in px above and below the text of a card."""
GAP = theme.GRID
NARROW_EM = 42
"""Below this width the bar and its word stand under the title."""
LEAST_EM = 7
"""Room that a shortened initiative needs beside the title; with less it goes below."""
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The three texts of a card, with their measures."""

    title: QFont
    body: QFont
    small: QFont

    @classmethod
    def now(cls) -> Fonts:
        """From the base text of the desk."""
        body = QFont(QApplication.font())
        title, small = QFont(body), QFont(body)
        title.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(round(theme.em() * 0.93))
        return cls(title, body, small)


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Rectangles relative to the card's upper left corner.

    Attributes:
        reasons: each fragment with the place of its sign and of its words.
    """

    height: int
    check: QRect
    title: QRect
    detail: QRect
    meter: QRect
    badge: QRect
    reasons: tuple[tuple[ReasonPart, QRect, QRect], ...]


def text_left() -> int:
    """Where the text of a card begins; left of it a click ticks."""
    return PAD + round(theme.em() * 1.2) + GAP


def lay_out(
    reason: tuple[ReasonPart, ...], title: str, detail: str, width: int, *, scored: bool
) -> CardLayout:
    """The layout of a card of `width` px; `scored` ones have a bar with its word."""
    return _lay_out(reason, title, detail, width, theme.em(), theme.line_height(), scored=scored)


@lru_cache(maxsize=1024)
def _lay_out(
    reason: tuple[ReasonPart, ...],
    title: str,
    detail: str,
    width: int,
    em: int,
    line: int,
    *,
    scored: bool,
) -> CardLayout:
    fonts = Fonts.now()
    left, right = text_left(), width - PAD
    badge_high = QFontMetrics(fonts.small).height() + 6
    badge_wide = max(QFontMetrics(fonts.small).horizontalAdvance(w.label) for w in FitWord) + 20
    meter_wide, meter_high = em * 7, max(theme.GRID, em // 2)
    narrow = scored and width < NARROW_EM * em
    beside_meter = scored and not narrow
    room = right - left - (meter_wide + badge_wide + 3 * GAP if beside_meter else 0)
    first = max(line, badge_high)
    title_at = _text(fonts.title, title, left, EDGE, room, first)
    beside = title_at.right() + 1 + GAP
    advance = QFontMetrics(fonts.body).horizontalAdvance(detail) + 2
    least = min(advance, _end(fonts.body, detail) + LEAST_EM * em)
    if beside + least <= left + room and title_at.height() <= first:
        detail_at = QRect(beside, EDGE, min(advance, left + room - beside), first)
        below = EDGE + first
    else:
        detail_at = _text(fonts.body, detail, left, title_at.bottom() + 1, room, line)
        below = detail_at.bottom() + 1
    bar_top = below + 4 if narrow else EDGE
    bar_left = left if narrow else right - badge_wide - 2 * GAP - meter_wide
    meter = QRect(bar_left, bar_top + (first - meter_high) // 2, meter_wide, meter_high)
    badge = QRect(meter.right() + 1 + 2 * GAP, bar_top + (first - badge_high) // 2,
                  badge_wide, badge_high)  # fmt: skip
    top = (bar_top + first if narrow else below) + 4
    reasons, bottom = _reasons(fonts.small, reason, QRect(left, top, right - left, 0), em)
    check = round(em * 1.2)
    box = QRect(PAD, EDGE + (first - check) // 2, check, check)
    return CardLayout(bottom + EDGE, box, title_at, detail_at, meter, badge, reasons)


def _end(font: QFont, words: str) -> int:
    return QFontMetrics(font).horizontalAdvance(words.rpartition(" · ")[2])


def shorten(metrics: QFontMetrics, words: str, room: int) -> str:
    """`Ortsverein Mit… · 4,9 km`: the first part gives way, the distance stays."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    first, dot, last = words.rpartition(" · ")
    kept = metrics.horizontalAdvance(dot + last)
    short = metrics.elidedText(first, Qt.TextElideMode.ElideRight, room - kept)
    return short + dot + last


def _text(font: QFont, words: str, left: int, top: int, room: int, least: int) -> QRect:
    box = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, words)
    return QRect(left, top, min(box.width() + 2, room), max(box.height(), least))


def _reasons(
    font: QFont, reason: tuple[ReasonPart, ...], box: QRect, em: int
) -> tuple[tuple[tuple[ReasonPart, QRect, QRect], ...], int]:
    """The fragments in as many lines as the width needs, and where they end."""
    metrics = QFontMetrics(font)
    placed, x, y, high = [], box.left(), box.top(), metrics.height()
    for part in reason:
        wide = metrics.horizontalAdvance(part.text) + 2
        if x > box.left() and x + em + GAP + wide > box.right():
            x, y = box.left(), y + high + 2
        room = box.right() - x - em - GAP
        words = metrics.boundingRect(QRect(0, 0, max(room, em), 10_000), _WRAP, part.text)
        high_here = max(metrics.height(), words.height())
        sign = QRect(x, y + (metrics.height() - em) // 2, em, em)
        placed.append((part, sign, QRect(x + em + GAP - 2, y, min(wide, room), high_here)))
        x += em + GAP + wide + 2 * GAP
        high = high_here
    return tuple(placed), y + high
