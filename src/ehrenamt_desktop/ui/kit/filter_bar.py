"""Active filters as chips, how many records they leave, and one key to take them all away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label


class Option(NamedTuple):
    """One value of a filter and its words."""

    value: str
    label: str


class Filter(NamedTuple):
    """One filter of a list, as `ListQuery.filters` knows it by `key`.

    `named` puts its label before the values on a chip, where those alone do not tell.
    """

    key: str
    label: str
    options: tuple[Option, ...]
    named: bool = False


def options_of(members: type[Labelled]) -> tuple[Option, ...]:
    """All members of an enum as options."""
    return tuple(Option(str(member.value), member.label) for member in members)


class FilterBar(QWidget):
    """Chips with ×, `23 von 140`, `Filter …`, `Zurücksetzen`."""

    changed = Signal(object)

    def __init__(
        self, filters: Sequence[Filter] = (), *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._filters = tuple(filters)
        self._active: dict[str, tuple[str, ...]] = {}
        self._chips: list[QPushButton] = []
        self._flow = FlowLayout(self)
        self._count = label("", "soft", name=f"{name}.count")
        self._add = button("Filter …", name=f"{name}.add", icon="filter", flat=True)
        self._menu = QMenu(self._add)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        self._reset = button("Zurücksetzen", name=f"{name}.reset", flat=True)
        self._reset.setToolTip("Alle Filter entfernen (Esc)")
        self._reset.clicked.connect(self.reset)
        for part in (self._count, self._add, self._reset):
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show()

    def set_filters(self, filters: Sequence[Filter]) -> None:
        """Offer these filters."""
        self._filters = tuple(filters)
        self._show()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button behind the one for filters."""
        self._flow.insert(self._flow.count() - 1, tool)

    def known(self) -> tuple[Filter, ...]:
        """The filters that are offered."""
        return self._filters

    def active(self) -> dict[str, tuple[str, ...]]:
        """The filters that hold now."""
        return dict(self._active)

    def set_active(self, active: Mapping[str, tuple[str, ...]]) -> None:
        """Let these filters hold and no other, and tell."""
        self.put_active(active)
        self.changed.emit(self.active())

    def put_active(self, active: Mapping[str, tuple[str, ...]]) -> None:
        """Let these filters hold and no other; whoever calls asks the list."""
        self._active = {key: tuple(values) for key, values in active.items() if values}
        self._show()

    def reset(self) -> None:
        """Take all filters away."""
        self.set_active({})

    def set_count(self, shown: int, total: int) -> None:
        """Say how many records are shown of how many."""
        self._count.setText(
            f"{shown} von {total}" if shown != total else count(total, "Eintrag", "Einträge")
        )
        self._count.setAccessibleName(f"{shown} von {total} Einträgen")

    def toggle(self, key: str, value: str) -> None:
        """Add or take away one value."""
        values = self._active.get(key, ())
        kept = tuple(one for one in values if one != value)
        if len(kept) == len(values):
            kept = (*values, value)
        self.set_active({**self._active, key: kept})

    def chips(self) -> list[str]:
        """The words of the active filters."""
        return [one.text() for one in self._chips]

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key, values) for key, values in self._active.items()]
        for place, chip in enumerate(self._chips):
            self._flow.insert(place, chip)
        self._reset.setVisible(bool(self._active))
        self._add.setVisible(bool(self._filters))
        self.updateGeometry()

    def _chip(self, key: str, values: tuple[str, ...]) -> QPushButton:
        words = self._words(key, values)
        chip = QPushButton(words)
        chip.setObjectName(f"{self.objectName()}.chip.{key}")
        chip.setProperty("chip", "true")
        chip.setAutoDefault(False)
        chip.setIcon(icons.icon("close", "green"))
        chip.setIconSize(QSize(theme.em(), theme.em()))
        chip.setAccessibleName(f"Filter entfernen: {words}")
        chip.setToolTip("Diesen Filter entfernen")
        chip.clicked.connect(lambda: self.set_active({**self._active, key: ()}))
        return chip

    def _words(self, key: str, values: tuple[str, ...]) -> str:
        known = next((one for one in self._filters if one.key == key), None)
        names = {one.value: one.label for one in known.options} if known else {}
        words = ", ".join(names.get(value, value) for value in values)
        return (
            words
            if all(value in names for value in values)
            and len(words) > 3
            and not (known and known.named)
            else (f"{known.label}: {words}" if known else words)
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        for one in self._filters:
            inner = self._menu.addMenu(one.label)
            for option in one.options:
                inner.addAction(self._entry(inner, one.key, option))

    def _entry(self, menu: QMenu, key: str, option: Option) -> QAction:
        action = QAction(option.label, menu)
        action.setCheckable(True)
        action.setChecked(option.value in self._active.get(key, ()))
        action.triggered.connect(lambda: self.toggle(key, option.value))
        return action
