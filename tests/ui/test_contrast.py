"""Contrast, computed from the style sheet, the tokens and the pixels (EN 301 549, WCAG 2.2).

Text 4.5 : 1, in high contrast 7 : 1; edges of controls, signs, bars and the focus 3 : 1. The pairs
are read from the sheet itself: each rule is laid over the rules it inherits from, so a new rule is
judged without being named here. What stands for itself without an edge is listed with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from tests.walk_desk import clear_away, settle

import ehrenamt_desktop.ui
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.panels import Badge, MeterBar, button, label
from ehrenamt_desktop.ui.kit.search_box import SearchBox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip, TabStrip
from ehrenamt_desktop.ui.kit.style_sheet import CONTRAST_MORE, SHEET
from ehrenamt_desktop.ui.kit.text_inputs import BlockInput, CheckInput, ChoiceInput, LineInput
from ehrenamt_desktop.ui.kit.tick_delegate import TickDelegate
from ehrenamt_desktop.ui.kit.time_grid import TimeGridView

LOOKS = {"light": theme.LIGHT, "dark": theme.DARK, "contrast": theme.CONTRAST}
TEXT = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
EDGE = 3.0

INKS = ("ink", "soft", "green", "amber", "red", "blue")
PLAIN = ("ground", "card", "hover", "selected", "stripe")
TINTED = ("green_ground", "amber_ground", "red_ground", "blue_ground")
LINES = ("edge", "focus")
DECOR = ("line",)
"""Rules between things: nothing is lost without them."""

ROWS = ("card", "stripe", "selected", "hover")
STAND_ON = {"QLabel": PLAIN, "QCheckBox": PLAIN, "QRadioButton": PLAIN, "QMenu": ("card",)}
"""Where a kind of widget without a ground of its own stands; others stand on window and panel."""

CONTROLS = ("QPushButton", "QToolButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QCheckBox",
            "QRadioButton", "QTableView", "QListView")  # fmt: skip
SILENT = {"indicator", "chunk", "handle", "separator", "menu-indicator", "drop-down", "down-arrow"}
"""Parts that hold no words."""

WITHOUT_WORDS = {
    'QFrame[rule="true"]': "a rule between parts",
    'QToolButton[cell="true"]:checked': "holds a tick",
    'QToolButton[cell="true"]:checked:focus': "holds a tick",
}
WITHOUT_EDGE = {
    'QTableView[frozen="true"]': "a rule between columns, not an edge to find",
    'QPushButton[tile="true"]': "its figure and words say what it is",
    'QToolButton[cell="true"]:checked:focus': "the ring lies inside its green ground",
}


class Rule(NamedTuple):
    """One selector with what it declares."""

    selector: str
    kind: str
    marks: frozenset[str]
    part: str
    states: frozenset[str]
    declared: dict[str, str]


def rules(sheet: str) -> list[Rule]:
    found = []
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        declared = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+);", body))
        for whole in selectors.split(","):
            selector = whole.split()[-1]  # a part inside other widgets is judged by its last name
            kind = re.match(r"\w+", selector)
            assert kind, selector
            part = re.search(r"::([\w-]+)", selector)
            states = re.findall(r"(?<!:):(?!:)([\w-]+)", selector)
            marks = re.findall(r"\[[^]]+\]", selector)
            found.append(
                Rule(selector, kind[0], frozenset(marks), part[1] if part else "",
                     frozenset(states), declared)
            )  # fmt: skip
    return found


ALL = rules(SHEET)
WITH_CONTRAST = ALL + rules(CONTRAST_MORE)


def cascade(rule: Rule, known: list[Rule]) -> dict[str, str]:
    """What holds for a selector: the rules it also meets, the most exact and latest last."""
    meets = [
        (len(one.marks) + len(one.states) + (one.kind != "QWidget"), place, one.declared)
        for place, one in enumerate(known)
        if one.kind in (rule.kind, "QWidget")
        and one.marks <= rule.marks
        and one.states <= rule.states
        and (one.part == rule.part or (not one.part and one.declared.keys() & {"color"}))
    ]
    held: dict[str, str] = {}
    for _, _, declared in sorted(meets, key=lambda one: one[:2]):
        held.update(declared)
    if rule.part:
        own = [one.declared for one in known if one.part == rule.part and one.kind == rule.kind]
        if not any("background" in one for one in own):
            held.pop("background", None)
        if not any(key.startswith("border") for one in own for key in one):
            held = {key: value for key, value in held.items() if not key.startswith("border")}
    return held


def tokens_in(value: str) -> list[str]:
    return [one for one in re.findall(r"@([a-z_]+)", value) if one in theme.Tokens._fields]


def grounds_of(rule: Rule, held: dict[str, str]) -> tuple[str, ...]:
    own = tokens_in(held.get("background", ""))
    if own:
        return tuple(own)
    return STAND_ON.get(rule.kind, ("ground", "card"))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ratio(look: str, one: str, other: str) -> float:
    return contrast(getattr(LOOKS[look], one), getattr(LOOKS[look], other))


def weak_texts(known: list[Rule], look: str) -> dict[tuple[str, str, str], float]:
    """Words that stand out too little from what is behind them."""
    pairs = []
    for rule in known:
        if "disabled" in rule.states or rule.part in SILENT or rule.selector in WITHOUT_WORDS:
            continue
        held = cascade(rule, known)
        grounds = grounds_of(rule, held)
        pairs += [(rule.selector, ink, ground) for ink in tokens_in(held.get("color", ""))
                  for ground in grounds]  # fmt: skip
        chosen = tokens_in(held.get("selection-color", ""))
        behind = tokens_in(held.get("selection-background-color", ""))
        pairs += [(rule.selector, ink, at) for ink, at in zip(chosen, behind, strict=True)]
    return {one: round(ratio(look, *one[1:]), 2) for one in pairs
            if ratio(look, *one[1:]) < TEXT[look]}  # fmt: skip


def weak_edges(known: list[Rule], look: str) -> dict[tuple[str, str, str], float]:
    """Borders of controls that stand out too little from window and panel."""
    pairs = []
    for rule in known:
        if rule.kind not in CONTROLS or rule.selector in WITHOUT_EDGE or "disabled" in rule.states:
            continue
        if rule.part not in ("", "indicator"):
            continue
        borders = [value for key, value in cascade(rule, known).items()
                   if key.startswith("border") and "radius" not in key]  # fmt: skip
        pairs += [(rule.selector, edge, ground) for value in borders for edge in tokens_in(value)
                  for ground in ("ground", "card")]  # fmt: skip
    return {one: round(ratio(look, *one[1:]), 2) for one in pairs
            if ratio(look, *one[1:]) < EDGE}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_every_rule_of_the_sheet_has_contrast(look):
    known = WITH_CONTRAST if look == "contrast" else ALL
    assert weak_texts(known, look) == {}
    assert weak_edges(known, look) == {}


@pytest.mark.parametrize(
    ("rule", "selector"),
    [
        ('QLabel[role="faint"] { color: @line; }', 'QLabel[role="faint"]'),
        ('QPushButton[odd="true"] { background: @amber; }', 'QPushButton[odd="true"]'),
        ("QLineEdit:hover { border: 1px solid @line; }", "QLineEdit:hover"),
    ],
)
def test_a_weak_rule_would_be_found(rule, selector):
    known = rules(SHEET + rule)
    weak = {**weak_texts(known, "light"), **weak_edges(known, "light")}
    assert {one[0] for one in weak} == {selector}


@pytest.mark.parametrize("look", LOOKS)
def test_the_focus_shows_on_every_ground(look):
    for rule in ALL:
        if "focus" not in rule.states:
            continue
        held = cascade(rule, ALL)
        ring = [one for key, value in held.items() if key.startswith(("border", "outline"))
                for one in tokens_in(value)]  # fmt: skip
        grounds = grounds_of(rule, held)
        shown = [one for one in ring if min(ratio(look, one, at) for at in grounds) >= EDGE]
        assert shown, rule.selector


@pytest.mark.parametrize("look", LOOKS)
def test_every_ink_can_be_read_on_every_ground(look):
    """Painted rows, cards and badges choose any of these pairs."""
    weak = {
        (ink, ground): round(found, 2)
        for ink in INKS
        for ground in (*PLAIN, *TINTED)
        if (found := ratio(look, ink, ground)) < TEXT[look]
    }
    assert weak == {}
    assert ratio(look, "on_green", "green") >= TEXT[look]


@pytest.mark.parametrize("look", LOOKS)
def test_signs_and_bars_can_be_seen(look):
    for sign in (*INKS, *LINES):
        for ground in PLAIN:
            assert ratio(look, sign, ground) >= EDGE, (sign, ground)
    for fill in ("green", "amber", "red", "soft"):
        assert ratio(look, fill, "track") >= EDGE, fill


def test_no_colour_escapes():
    """A new token must be told apart as ink, ground, line or decoration."""
    sorted_out = {*INKS, *PLAIN, *TINTED, *LINES, *DECOR, "on_green", "track"}
    assert sorted_out == set(theme.Tokens._fields)


def test_icons_and_painters_use_inks_only():
    """Signs are drawn in inks or edges; `line` and grounds are never a sign."""
    allowed = {*INKS, *LINES, "on_green", "green_ground", ""}
    root = Path(ehrenamt_desktop.ui.__file__).parent
    wrong = {
        (path.name, colour)
        for path in root.rglob("*.py")
        for colour in re.findall(
            r'icons\.(?:pixmap|icon|spaced)\(\s*[^,()]+,\s*"(\w+)"', path.read_text("utf-8")
        )
        if colour not in allowed
    }
    assert wrong == set()


def test_no_colour_stands_outside_the_theme():
    """Only the theme knows colours, so that no pair is missed."""
    root = Path(ehrenamt_desktop.ui.__file__).parent
    loose = {
        (path.name, found)
        for path in root.rglob("*.py")
        if path.name != "theme.py"
        for found in re.findall(r'"#[0-9a-fA-F]{6}"|Qt\.GlobalColor\.(?!transparent)\w+',
                                path.read_text("utf-8"))
    }  # fmt: skip
    assert loose == set()


@pytest.mark.parametrize("look", LOOKS)
def test_every_meaning_can_be_read(monkeypatch, look):
    monkeypatch.setattr(theme, "tokens", lambda: LOOKS[look])
    for tone in Tone:
        assert contrast(*theme.tone_colours(tone)) >= TEXT[look], tone


@pytest.fixture(params=LOOKS)
def gallery(request, desk, qtbot):
    """One of each widget at twice the size, so that strokes are not thinned by smoothing."""
    theme.apply(desk, theme.Look(request.param), 2.0)
    made = QWidget()
    made.setProperty("ground", "true")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(made)
    for widget in widgets():
        column.addWidget(widget)
    qtbot.addWidget(made)
    made.show()
    settle()
    yield request.param, made
    clear_away()
    theme.apply(desk, theme.Look.LIGHT)


def widgets() -> list[QWidget]:
    choice = ChoiceInput()
    choice.addItem("Wählbar")
    ticked = CheckInput("Mit Haken")
    ticked.setChecked(True)
    line, block = LineInput("Eingabe"), BlockInput(2)
    block.setPlainText("Mehrere Zeilen")
    read_only = LineInput("Nur lesen")
    read_only.setReadOnly(True)
    chip = QPushButton("Merkmal")
    chip.setProperty("chip", "true")
    words = [label("Wörter", role) for role in ("body", "title", "soft", "small", "error")]
    return [
        *words, *(Badge(tone.value, tone) for tone in Tone),
        button("Knopf", name="a"), button("Haupt", name="b", primary=True),
        button("Flach", name="c", flat=True), chip, SearchBox("Suchwort", "d"), line, read_only,
        block, choice, CheckInput("Ohne Haken"), ticked,
        TabStrip((("a", "Erster"), ("b", "Zweiter")), name="t"),
        SegmentStrip((("a", "Links"), ("b", "Rechts")), name="s"),
    ]  # fmt: skip


def colours(image: QImage, area: QRect) -> Counter[str]:
    area = area.intersected(image.rect())
    return Counter(
        QColor(image.pixel(x, y)).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def strongest(image: QImage, area: QRect) -> float:
    """The contrast of what is drawn against the most frequent colour of an area."""
    counted = colours(image, area)
    ground = counted.most_common(1)[0][0]
    return max(contrast(ground, one) for one in counted)


def inside(widget: QWidget, top: QWidget) -> QRect:
    """A widget's place in a picture of `top`, without its frame."""
    place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    return place.adjusted(6, 6, -6, -6)


def test_pixels_of_words_can_be_read(gallery):
    look, shown = gallery
    image = shown.grab().toImage()
    weak = {}
    kinds = (QLabel, QPushButton, LineInput, BlockInput, ChoiceInput)
    for widget in shown.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        area = QRect(widget.mapTo(shown, QPoint(0, 0)), widget.size())
        if not isinstance(widget, QLabel):
            area = inside(widget, shown)
        found = strongest(image, area)
        if found < TEXT[look] - 0.05:
            name = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
            weak[type(widget).__name__, name] = round(found, 2)
    assert weak == {}


def test_pixels_of_edges_can_be_seen(gallery):
    look, shown = gallery
    image = shown.grab().toImage()
    around = LOOKS[look].ground
    weak = {}
    for widget in shown.findChildren(QWidget):
        if not isinstance(widget, LineInput | BlockInput | ChoiceInput):
            continue
        place = QRect(widget.mapTo(shown, QPoint(0, 0)), widget.size())
        middle = place.center().y()
        left = [QColor(image.pixel(place.left() + step, middle)).name() for step in range(4)]
        if max(contrast(around, one) for one in left) < EDGE:
            weak[type(widget).__name__] = left
    assert weak == {}


def test_pixels_of_check_boxes_can_be_seen(gallery):
    look, shown = gallery
    image = shown.grab().toImage()
    around = LOOKS[look].ground
    empty, ticked = shown.findChildren(CheckInput)
    size = round(theme.em() * 1.2)
    for box in (empty, ticked):
        corner = box.mapTo(shown, QPoint(4, (box.height() - size) // 2))
        row = corner.y() + size // 2
        edge = [QColor(image.pixel(corner.x() + step, row)).name() for step in range(-2, 6)]
        assert max(contrast(around, one) for one in edge) >= EDGE
    area = QRect(ticked.mapTo(shown, QPoint(8, (ticked.height() - size) // 2 + 4)), empty.size())
    area.setSize(area.size().boundedTo(empty.size()))
    area.setWidth(size - 8)
    area.setHeight(size - 8)
    assert strongest(image, area) >= EDGE


@pytest.mark.parametrize("look", LOOKS)
def test_pixels_of_marks_in_a_list(desk, qtbot, look):
    theme.apply(desk, theme.Look(look), 2.0)
    marks = QListWidget()
    marks.setItemDelegate(TickDelegate(marks))
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.Checked):
        item = QListWidgetItem(" ")
        item.setCheckState(state)
        marks.addItem(item)
    qtbot.addWidget(marks)
    marks.show()
    settle()
    picture = marks.viewport().grab().toImage()
    for row in range(2):
        place = marks.visualItemRect(marks.item(row))
        left = QRect(place.left(), place.top(), 3 * theme.em(), place.height())
        assert strongest(picture, left) >= EDGE
        counted = colours(picture, left.adjusted(theme.em(), 12, -theme.em(), -12))
        ticked = marks.item(row).checkState() == Qt.CheckState.Checked
        assert (LOOKS[look].green in counted) is ticked
    clear_away()
    theme.apply(desk, theme.Look.LIGHT)


@pytest.mark.parametrize("look", LOOKS)
def test_pixels_of_tables_menus_and_bars(desk, qtbot, look):
    theme.apply(desk, theme.Look(look), 2.0)
    table = QTableWidget(2, 1)
    table.setHorizontalHeaderLabels(["Kopf"])
    for row in range(2):
        table.setItem(row, 0, QTableWidgetItem("Zelle"))
    table.selectRow(1)
    menu = QMenu()
    for words in ("Erster", "Zweiter"):
        menu.addAction(words).setCheckable(True)
    menu.actions()[1].setChecked(True)
    bar, meter, grid = QProgressBar(), MeterBar(0.5), TimeGridView(1)
    bar.setTextVisible(False)
    bar.setValue(50)
    for widget in (table, menu, bar, meter, grid):
        qtbot.addWidget(widget)
    table.show()
    settle()
    heads = table.findChild(QHeaderView)
    assert strongest(heads.grab().toImage(), heads.rect()) >= TEXT[look] - 0.05
    for row in range(2):
        cell = table.visualItemRect(table.item(row, 0)).adjusted(4, 4, -4, -4)
        assert strongest(table.viewport().grab().toImage(), cell) >= TEXT[look] - 0.05
    menu.ensurePolished()
    picture = menu.grab().toImage()
    for action in menu.actions():
        assert strongest(picture, menu.actionGeometry(action)) >= TEXT[look] - 0.05
    for one in (bar, meter, grid):
        assert strongest(one.grab().toImage(), one.rect()) >= EDGE
    clear_away()
    theme.apply(desk, theme.Look.LIGHT)
