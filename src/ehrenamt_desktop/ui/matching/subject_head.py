"""Whose list it is: the name with its facts beside it, in as many lines as the width needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import label


class SubjectHead(QWidget):
    """`Marion Dietzel  Wichmannshausen · bis 6 Std. pro Woche · bis 15 km · Mo, Di, Do`."""

    def __init__(self, name: str, *, private: bool, parent: QWidget | None = None) -> None:
        """Build an empty head; `private` blanks the name under Sichtschutz."""
        super().__init__(parent)
        self.headline = label("", "title", private=private, name=f"{name}.headline")
        self._facts: list[QLabel] = []
        self._name = name
        self._flow = FlowLayout(self, theme.GRID // 2)
        self.headline.setContentsMargins(0, 0, theme.GRID // 2, 0)
        self._flow.addWidget(self.headline)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_subject(self, name: str, facts: Sequence[str]) -> None:
        """Show another name and what is said of it."""
        self.headline.setText(name)
        for one in self._facts:
            self._flow.removeWidget(one)
            one.hide()
            one.deleteLater()
        last = len(facts) - 1
        self._facts = [
            label(f"{words} ·" if at < last else words, "soft") for at, words in enumerate(facts)
        ]
        for one in self._facts:
            self._flow.addWidget(one)
        self.updateGeometry()

    def facts(self) -> str:
        """What is said, as one text."""
        return " ".join(one.text() for one in self._facts)
