"""The one theme: colour tokens, sizes that follow the system's text, palette and style sheet.

Every size of a text container derives from the base text (`em`, px), so a doubled font doubles
the desk. Contrast of each pair used is at least 4.5 : 1, of control edges 3 : 1 (computed in a
test, WCAG 2.1 1.4.3 and 1.4.11).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit.style_sheet import CONTRAST_MORE, SHEET

GRID = 8
"""Spacing of the desk in px; text containers grow with the font, gaps do not."""

BASE = 14
"""Least height of the base text in px; a larger text of the system wins."""


class Look(Enum):
    """What the coordinator can choose; `value` is kept outside the store."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tokens(NamedTuple):
    """The colours of one look, as `#rrggbb`.

    Attributes:
        ink, soft: text and second text.
        line, edge: rules between things; borders of controls.
        ground, card: window and panels.
        on_green: text on a green button.
        focus: the ring around what has the focus.
        hover, selected, stripe: rows and buttons under the mouse; chosen rows; every second row.
        track: the empty part of a bar.
    """

    ink: str
    soft: str
    line: str
    edge: str
    ground: str
    card: str
    green: str
    green_ground: str
    amber: str
    amber_ground: str
    red: str
    red_ground: str
    blue: str
    blue_ground: str
    on_green: str
    focus: str
    hover: str
    selected: str
    stripe: str
    track: str


LIGHT = Tokens(
    ink="#1d2a26", soft="#5d6b66", line="#dfe5e1", edge="#7d8a84", ground="#f4f6f3",
    card="#ffffff", green="#1f6f5c", green_ground="#e3f0ec", amber="#8f5300",
    amber_ground="#fdf0da", red="#a3261f", red_ground="#fbe6e4", blue="#27598c",
    blue_ground="#e4edf7", on_green="#ffffff", focus="#1f6f5c", hover="#eef4f1",
    selected="#e3f0ec", stripe="#fafbfa", track="#e4e9e6",
)  # fmt: skip
DARK = Tokens(
    ink="#e8efec", soft="#abbab4", line="#34423d", edge="#7d8c86", ground="#141c19",
    card="#1c2723", green="#74c9b0", green_ground="#1f3d35", amber="#f0b860",
    amber_ground="#3d301a", red="#f59d96", red_ground="#482523", blue="#92c0ee",
    blue_ground="#1f354b", on_green="#10201b", focus="#74c9b0", hover="#24322d",
    selected="#23433a", stripe="#1f2b27", track="#34423d",
)  # fmt: skip
CONTRAST = Tokens(
    ink="#ffffff", soft="#f0f0f0", line="#ffffff", edge="#ffffff", ground="#000000",
    card="#000000", green="#6dffb8", green_ground="#00271a", amber="#ffd54a",
    amber_ground="#2a2000", red="#ffa8a0", red_ground="#330600", blue="#a5d3ff",
    blue_ground="#001a33", on_green="#000000", focus="#ffff00", hover="#1f1f1f",
    selected="#003055", stripe="#000000", track="#4d4d4d",
)  # fmt: skip

_LOOKS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}
_PROPERTY = "ehrenamt-look"
_SIZE = "ehrenamt-px"
_NAME = re.compile(r"@([a-z_]+?)(px)?(?![a-z_])")


def tokens() -> Tokens:
    """The colours of the look that is shown now."""
    application = QApplication.instance()
    chosen = application.property(_PROPERTY) if application is not None else None
    return _LOOKS[Look(chosen)] if chosen else LIGHT


def em() -> int:
    """Height of the base text in px: 14 or more."""
    application = QApplication.instance()
    chosen = application.property(_SIZE) if application is not None else None
    return int(chosen) if chosen else QFontInfo(QApplication.font()).pixelSize()


def line_height() -> int:
    """Height of one line of the base text in px."""
    return QFontMetrics(QApplication.font()).height()


def tone_colours(tone: Tone) -> tuple[str, str]:
    """Text and ground of a meaning."""
    shown = tokens()
    return {
        Tone.PLAIN: (shown.ink, shown.hover),
        Tone.SOFT: (shown.soft, shown.hover),
        Tone.GOOD: (shown.green, shown.green_ground),
        Tone.SOON: (shown.amber, shown.amber_ground),
        Tone.LATE: (shown.red, shown.red_ground),
        Tone.UNDER_WAY: (shown.blue, shown.blue_ground),
    }[tone]


def apply(application: QApplication, look: Look = Look.SYSTEM, scale: float = 1.0) -> None:
    """Dress the whole program.

    Args:
        application: the running application.
        look: light, dark, high contrast, or as the system.
        scale: factor on the system's text size (2.0 is the 200 % of the accessibility rules).
    """
    shown = _resolve(application, look)
    application.setProperty(_PROPERTY, shown.value)
    font = _base_font(application, scale)
    application.setFont(font)
    application.setProperty(_SIZE, font.pixelSize())
    application.setPalette(_palette(_LOOKS[shown]))
    application.setStyleSheet(sheet(_LOOKS[shown], font.pixelSize()))


def sheet(colours: Tokens, size: int) -> str:
    """The style sheet for a base text of `size` px."""
    words = {name: getattr(colours, name) for name in Tokens._fields}
    sizes = {
        "title": round(size * 1.43), "number": round(size * 1.86), "heading": round(size * 1.07),
        "small": round(size * 0.93), "pad": max(4, round(size * 0.43)),
        "pad_less": max(3, round(size * 0.43) - 1), "gap": round(size * 0.86),
        "pad_ring": max(0, round(size * 0.43) - 4), "gap_ring": round(size * 0.86) - 7,
        "bar": round(size * 0.64), "check": round(size * 1.2), "least": round(size * 1.43),
        "control": round(size * 1.45), "round": round(size * 0.7), "head": round(size * 0.43) + 3,
        "indent": round(size * 2.3), "cell_wide": max(24, round(size * 2.1)),
        "cell_high": max(22, round(size * 1.5)),
    }  # fmt: skip
    known = {name: str(value) for name, value in (words | sizes).items()}
    text = SHEET + CONTRAST_MORE if colours is CONTRAST else SHEET
    return _NAME.sub(lambda found: known[found[1]] + (found[2] or ""), text)


def _resolve(application: QApplication, look: Look) -> Look:
    if look is not Look.SYSTEM:
        return look
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Look.DARK if dark else Look.LIGHT


def _base_font(application: QApplication, scale: float) -> QFont:
    """The system's font, a sixth larger (Windows: 12 px become 14), at least 14 px, scaled."""
    known = application.property("ehrenamt-system-px")
    system = int(known) if known else QFontInfo(application.font()).pixelSize()
    application.setProperty("ehrenamt-system-px", system)
    font = QFont(application.font())
    font.setPixelSize(round(max(BASE, round(system * 1.17)) * scale))
    return font


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.ground, role.WindowText: colours.ink, role.Base: colours.card,
        role.AlternateBase: colours.stripe, role.Text: colours.ink, role.Button: colours.card,
        role.ButtonText: colours.ink, role.BrightText: colours.red, role.Link: colours.green,
        role.Highlight: colours.green, role.HighlightedText: colours.on_green,
        role.ToolTipBase: colours.card, role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.soft, role.Light: colours.card, role.Midlight: colours.line,
        role.Mid: colours.edge, role.Dark: colours.edge, role.Shadow: colours.line,
        role.Accent: colours.green,
    }  # fmt: skip
    for name, value in pairs.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.soft))
    return palette
