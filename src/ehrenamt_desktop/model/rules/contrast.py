"""How well a colour can be read on white paper, and how it survives a black-and-white printer."""

from __future__ import annotations

import re

READABLE = 4.5
"""Least contrast of text (WCAG 2.1, 1.4.3; EN 301 549); such a colour also prints dark grey."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """Whether a text is a colour as `#1f6f5c`."""
    return _COLOUR.fullmatch(text) is not None


def on_white(colour: str) -> float:
    """Contrast of a colour `#rrggbb` on white: 1 (white) to 21 (black).

    Relative luminance after WCAG 2.1.
    """
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
