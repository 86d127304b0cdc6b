"""Pictures of every tab and dialog, for the handbook, for reviews and for whoever asks."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ehrenamt_desktop.device import Device
from ehrenamt_desktop.ui.frame.dialog_pictures import around, dialogs
from ehrenamt_desktop.ui.frame.tab_specs import TABS
from ehrenamt_desktop.ui.kit import shipped_font, theme
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import DeskFiles
from ehrenamt_desktop.ui.kit.navigator import Navigator
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.notices import DeskNotices
from ehrenamt_desktop.ui.kit.tasks import InlineTasks
from ehrenamt_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office

SIZE = (1366, 768)
Dress = tuple[str, theme.Look, float]
LOOKS: tuple[Dress, ...] = (
    ("", theme.Look.LIGHT, 1.0),
    ("-dunkel", theme.Look.DARK, 1.0),
    ("-200", theme.Look.LIGHT, 2.0),
)
ROUNDS = 8
"""Turns of the event loop until parts that are made late have found their room."""


def take(
    application: QApplication,
    office: Office,
    bus: ChangeBus,
    folder: Path,
    *,
    looks: Sequence[Dress] = LOOKS,
    size: tuple[int, int] = SIZE,
) -> list[Path]:
    """Save `start.png`, `start-dunkel.png`, `start-200.png` … into `folder`; returns them."""
    folder.mkdir(parents=True, exist_ok=True)
    shipped_font.wear(application)
    made: list[Path] = []
    for ending, look, scale in looks:
        theme.apply(application, look, scale)
        with tempfile.TemporaryDirectory() as device_folder:
            window = _window(office, bus, Device(Path(device_folder)))
            window.resize(*size)
            made += _tabs(application, window, folder, ending)
            window.close()
            window.deleteLater()
            application.processEvents()
    return made


def _window(office: Office, bus: ChangeBus, device: Device) -> MainWindow:
    bar = NoticeBar()
    notices = DeskNotices(bar)
    desk = Desk(
        office, InlineTasks(notices.error), bus, notices, DeskFiles(device, lambda: None),
        Navigator(),
    )  # fmt: skip
    return MainWindow(desk, bar, device)


def _tabs(application: QApplication, window: MainWindow, folder: Path, ending: str) -> list[Path]:
    window.show()
    window.refresh_facts()
    application.processEvents()
    made = []
    for spec in TABS:
        window.show_tab(spec.name)
        made.append(_grab(application, window, folder / f"{spec.name}{ending}.png"))
        for name, view in window.current().pictures():
            shown = window if view.window() is window else view
            made.append(_grab(application, shown, folder / f"{spec.name}-{name}{ending}.png"))
            if shown is not window:
                view.close()
    window.equipment.complete()
    for name, view in chain(around(window), dialogs(window)):
        made.append(_grab(application, view, folder / f"{name}{ending}.png"))
    return made


def _grab(application: QApplication, widget: QWidget, path: Path) -> Path:
    for _ in range(ROUNDS):
        application.processEvents()
    widget.grab().save(str(path))
    return path
