"""Contrast is computed from the tokens (WCAG 2.1: text 4.5 : 1, edges of controls 3 : 1)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit import icons, theme

LOOKS = {"light": theme.LIGHT, "dark": theme.DARK, "contrast": theme.CONTRAST}
TEXT_PAIRS = [
    ("ink", ("ground", "card", "hover", "selected", "stripe", "green_ground", "amber_ground",
             "red_ground", "blue_ground")),
    ("soft", ("ground", "card", "hover", "selected", "stripe", "track")),
    ("green", ("ground", "card", "green_ground", "hover", "selected", "stripe")),
    ("amber", ("ground", "card", "amber_ground", "selected", "stripe")),
    ("red", ("ground", "card", "red_ground", "selected", "stripe")),
    ("blue", ("ground", "card", "blue_ground", "selected", "stripe")),
    ("on_green", ("green",)),
]  # fmt: skip
EDGE_PAIRS = [("edge", ("ground", "card")), ("focus", ("ground", "card", "selected"))]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_every_text_can_be_read(look):
    colours = LOOKS[look]
    weak = {
        (ink, ground): round(found, 2)
        for ink, grounds in TEXT_PAIRS
        for ground in grounds
        if (found := contrast(getattr(colours, ink), getattr(colours, ground))) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("look", LOOKS)
def test_every_control_shows_its_edge(look):
    colours = LOOKS[look]
    for edge, grounds in EDGE_PAIRS:
        for ground in grounds:
            assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3.0, (edge, ground)


@pytest.mark.parametrize("look", LOOKS)
def test_the_sheet_leaves_no_name_open(look):
    assert "@" not in theme.sheet(LOOKS[look], 14)


def test_a_doubled_text_doubles_its_containers(desk):
    theme.apply(desk, theme.Look.LIGHT)
    small, button = theme.em(), QPushButton("Speichern")
    button.ensurePolished()
    height = button.sizeHint().height()
    theme.apply(desk, theme.Look.LIGHT, 2.0)
    large = QPushButton("Speichern")
    large.ensurePolished()
    assert theme.em() == 2 * small
    assert large.sizeHint().height() >= 1.7 * height
    theme.apply(desk, theme.Look.LIGHT)


def test_targets_are_large_enough(desk):
    button = QPushButton("×")
    button.ensurePolished()
    assert button.sizeHint().height() >= 24
    assert button.sizeHint().width() >= 24


def test_scaling_twice_does_not_add_up(desk):
    for _ in range(3):
        theme.apply(desk, theme.Look.LIGHT)
    assert theme.BASE <= theme.em() <= 18


def test_every_tone_has_words_colours(desk):
    for tone in Tone:
        ink, ground = theme.tone_colours(tone)
        assert contrast(ink, ground) >= 4.5, tone


def test_icons_take_the_colour_of_the_look(desk):
    theme.apply(desk, theme.Look.LIGHT)
    light = icons.pixmap("check", "green", 24).toImage()
    theme.apply(desk, theme.Look.DARK)
    dark = icons.pixmap("check", "green", 24).toImage()
    theme.apply(desk, theme.Look.LIGHT)
    assert light != dark


def test_an_icon_draws_something(desk):
    image = icons.pixmap("people", "ink", 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
