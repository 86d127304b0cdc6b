"""The style sheet of the desk; `@name` stands for a colour token or a size of `theme`."""

from __future__ import annotations

SHEET = """
QWidget { color: @ink; }
QMainWindow, QDialog, QWidget[ground="true"] { background: @ground; }
QScrollArea, QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; border: 0; }
QScrollArea:focus { border: 2px solid @focus; border-radius: 4px; }
QToolTip { color: @ink; background: @card; border: 1px solid @edge; padding: 4px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: @titlepx; font-weight: 600; }
QLabel[role="number"] { font-size: @numberpx; font-weight: 600; }
QLabel[role="heading"] { font-size: @headingpx; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="soft"] { color: @soft; }
QLabel[role="small"] { color: @soft; font-size: @smallpx; }
QLabel[role="error"] { color: @red; font-size: @smallpx; }
QLabel[tone="good"] { color: @green; }
QLabel[tone="soon"] { color: @amber; }
QLabel[tone="late"] { color: @red; }
QLabel[tone="under_way"] { color: @blue; }

QFrame[card="true"] { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame[card="chosen"] { background: @card; border: 2px solid @green; border-radius: 8px; }
QFrame[due="plain"] { border: 2px solid transparent; border-radius: 6px; }
QFrame[due="plain"]:focus { border: 2px solid @focus; }
QFrame[due="plain"]:hover { background: @stripe; }
QFrame[due="current"] { background: @stripe; border: 2px solid @line; border-radius: 6px; }
QFrame[due="current"]:focus { border: 2px solid @focus; }
QFrame[panel="true"] { border: 2px solid transparent; border-radius: 6px; }
QFrame[panel="true"]:focus { border: 2px solid @focus; }
QFrame[rule="true"] { background: @line; border: 0; max-height: 1px; }
QFrame[badge="plain"], QFrame[badge="soft"] { background: @hover; border-radius: @roundpx; }
QFrame[badge="good"] { background: @green_ground; border-radius: @roundpx; }
QFrame[badge="soon"] { background: @amber_ground; border-radius: @roundpx; }
QFrame[badge="late"] { background: @red_ground; border-radius: @roundpx; }
QFrame[badge="under_way"] { background: @blue_ground; border-radius: @roundpx; }
QFrame[bar="true"] { background: @card; border: 0; border-bottom: 1px solid @line; }
QFrame[bar="foot"] { background: @card; border: 0; border-top: 1px solid @line; }
QFrame[notice="info"] { background: @blue_ground; border: 1px solid @blue; border-radius: 6px; }
QFrame[notice="success"] {
    background: @green_ground; border: 1px solid @green; border-radius: 6px;
}
QFrame[notice="warning"] {
    background: @amber_ground; border: 1px solid @amber; border-radius: 6px;
}

QPushButton, QToolButton {
    background: @card; border: 1px solid @edge; border-radius: 6px;
    padding: @padpx @gappx; min-height: @leastpx;
}
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @selected; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus; padding: @pad_lesspx @gappx; }
QPushButton:disabled, QToolButton:disabled { color: @soft; border-color: @line; }
QPushButton[primary="true"] {
    background: @green; border: 1px solid @green; color: @on_green; font-weight: 600;
}
QPushButton[primary="true"]:focus {
    border: 2px solid @ink; padding: @pad_ringpx @gap_ringpx;
    outline: 2px solid @on_green; outline-radius: 4px;
}
QPushButton[primary="true"]:disabled { background: @track; border-color: @track; color: @soft; }
QPushButton[choice="true"]:checked {
    background: @green_ground; color: @green; border: 2px solid @green; padding: @pad_lesspx @gappx;
}
QPushButton[choice="true"]:focus { border: 2px solid @ink; padding: @pad_lesspx @gappx; }
QPushButton[choice="true"]:checked:focus {
    padding: @pad_ringpx @gap_ringpx; outline: 2px solid @ink; outline-radius: 4px;
}
QPushButton[flat="true"], QToolButton[flat="true"] {
    background: transparent; border: 1px solid transparent;
}
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border: 2px solid @focus; }
QPushButton[fact="true"] {
    background: transparent; border: 1px solid transparent; padding: 0; min-height: @leastpx;
}
QPushButton[fact="true"]:hover { background: @hover; }
QPushButton[fact="true"]:focus { border: 2px solid @focus; padding: 0; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[chip="true"] {
    background: @green_ground; color: @green; border: 1px solid transparent;
    border-radius: @roundpx; padding: 2px @padpx; min-height: @leastpx;
}
QPushButton[chip="true"]:focus { border: 2px solid @focus; padding: 1px @padpx; }
QPushButton[tile="true"] {
    border: 1px solid @line; border-radius: 8px; padding: 0; min-height: 0; text-align: left;
}
QPushButton[tile="true"]:focus { border: 2px solid @focus; }
QPushButton[tab="true"] {
    background: transparent; border: 0; border-radius: 0; border-bottom: 3px solid transparent;
    border-top: 3px solid transparent; padding: @padpx @gappx; color: @soft;
}
QPushButton[tab="true"]:hover { color: @ink; background: @hover; }
QPushButton[tab="true"]:checked { color: @green; border-bottom-color: @green; font-weight: 600; }
QPushButton[tab="true"]:focus { border: 2px solid @focus; padding: @pad_lesspx @gappx; }
QPushButton[tab="true"]:focus:checked { border-bottom: 3px solid @focus; }
QPushButton[segment="true"] { border-radius: 0; }
QPushButton[segment="true"]:checked {
    background: @green_ground; color: @green; border: 1px solid @green; font-weight: 600;
}
QPushButton[segment="true"]:focus { border: 2px solid @focus; }
QPushButton[segment="true"]:checked:focus {
    padding: @pad_ringpx @gap_ringpx; outline: 2px solid @focus; outline-radius: 4px;
}
QToolButton[cell="true"] {
    padding: 0; min-height: @cell_highpx; min-width: @cell_widepx;
    border-radius: 4px; background: @card;
}
QToolButton[cell="true"]:checked { background: @green; border-color: @green; }
QToolButton[cell="true"]:focus { border: 2px solid @focus; }
QToolButton[cell="true"]:checked:focus { border: 6px double @on_green; }

QLineEdit, QPlainTextEdit, QComboBox {
    background: @card; border: 1px solid @edge; border-radius: 6px;
    padding: @padpx; min-height: @leastpx;
    selection-background-color: @green; selection-color: @on_green;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
    border: 2px solid @focus; padding: @pad_lesspx;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid @red; padding: @pad_lesspx;
}
QLineEdit[search="true"] { padding-left: @indentpx; padding-right: @indentpx; }
QToolButton[bare="true"] {
    background: transparent; border: 0; padding: 0; min-height: 0; border-radius: 4px;
}
QToolButton[bare="true"]:hover { background: @hover; }
QLineEdit:read-only { background: @ground; }
QLineEdit, QPlainTextEdit { placeholder-text-color: @soft; }
QComboBox { padding-right: @controlpx; }
QComboBox::drop-down { border: 0; width: @controlpx; }
QComboBox::down-arrow { image: none; width: 0; }
QComboBox QAbstractItemView {
    background: @card; border: 1px solid @edge; outline: 0; padding: 2px;
    selection-background-color: @selected; selection-color: @ink;
}
QCheckBox, QRadioButton {
    spacing: @padpx; padding: 2px; min-height: @controlpx; border: 2px solid transparent;
    border-radius: 4px;
}
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; }
QCheckBox::indicator, QListView::indicator {
    width: @checkpx; height: @checkpx; background: @card; border: 1px solid @edge;
    border-radius: 3px;
}
QCheckBox::indicator:hover, QListView::indicator:hover { background: @hover; }
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: @green; border: 1px solid @green;
}
QCheckBox::indicator:disabled { background: @track; border: 1px solid @line; }

QTableView {
    background: @card; alternate-background-color: @stripe; border: 2px solid transparent;
    border-radius: 8px; gridline-color: @line; outline: 0;
    selection-background-color: @selected; selection-color: @ink;
}
QTableView:focus { border: 2px solid @focus; }
QTableView[frozen="true"] { border: 0; border-right: 1px solid @edge; border-radius: 0; }
QTableView::item { padding: 0 @padpx; border: 0; }
QTableView::item:hover { background: @hover; }
QTableView::item:selected { background: @selected; }
QHeaderView { background: @card; border: 0; }
QHeaderView::section {
    background: @card; color: @soft; font-weight: 600; border: 0; border-bottom: 1px solid @line;
    padding: @padpx; padding-left: @headpx; min-height: @controlpx;
}
QHeaderView::section:hover { color: @ink; background: @hover; }
QListView, QListWidget {
    background: @card; border: 1px solid @edge; border-radius: 6px; outline: 0;
}
QListWidget:focus { border: 2px solid @focus; }
QTextBrowser {
    background: @card; border: 1px solid @edge; border-radius: 6px;
    selection-background-color: @green; selection-color: @on_green;
}
QTextBrowser:focus { border: 2px solid @focus; }
QPdfView { border: 2px solid @ground; }
QPdfView:focus { border: 2px solid @focus; }
QListView[cards="true"] { background: transparent; border: 0; }
QListView::item { padding: @padpx; }
QListView::item:hover { background: @hover; color: @ink; }
QListView::item:selected { background: @selected; color: @ink; }

QScrollBar:vertical { background: transparent; width: @barpx; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: @barpx; margin: 0; border: 0; }
QScrollBar::handle { background: @edge; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: @controlpx; }
QScrollBar::handle:horizontal { min-width: @controlpx; }
QScrollBar::handle:hover { background: @soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @card; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: @padpx @controlpx; border-radius: 4px; }
QMenu::item:selected { background: @selected; color: @ink; }
QMenu::item:disabled { color: @soft; }
QMenu::separator { height: 1px; background: @line; margin: 4px; }
QMenuBar { background: @card; border-bottom: 1px solid @line; }
QMenuBar::item { padding: @padpx; background: transparent; }
QMenuBar::item:selected { background: @hover; color: @ink; }
QProgressBar {
    background: @track; border: 0; border-radius: 4px; text-align: center; max-height: @gappx;
}
QProgressBar::chunk { background: @green; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @line; }
"""

CONTRAST_MORE = """
QFrame[due="current"] { border: 2px solid transparent; }
QFrame[due="current"]:focus { border: 2px solid @focus; }
QFrame[badge="plain"], QFrame[badge="soft"] { border: 1px solid @ink; }
QFrame[badge="good"] { border: 1px solid @green; }
QFrame[badge="soon"] { border: 1px solid @amber; }
QFrame[badge="late"] { border: 1px solid @red; }
QFrame[badge="under_way"] { border: 1px solid @blue; }
QPushButton[chip="true"] { border: 1px solid @green; }
"""
