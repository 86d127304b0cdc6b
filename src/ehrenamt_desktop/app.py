"""The composition root of the window: makes each collaborator once and passes it down."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ehrenamt_desktop import logbook
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.errors import EhrenamtError, StoreUnavailable, WrongPassphrase
from ehrenamt_desktop.services.first_start import is_sample
from ehrenamt_desktop.services.keys import needs_passphrase
from ehrenamt_desktop.services.office import Office, open_office
from ehrenamt_desktop.ui.kit import kept_layouts, singletons, theme
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import DeskFiles
from ehrenamt_desktop.ui.kit.garbage import MainThreadGarbage
from ehrenamt_desktop.ui.kit.navigator import Navigator
from ehrenamt_desktop.ui.kit.notice_bar import NoticeBar
from ehrenamt_desktop.ui.kit.notices import DeskNotices
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks
from ehrenamt_desktop.ui.main_window import TITLE, MainWindow


def run_window(store: Path | None = None, passphrase: str | None = None) -> int:
    """Open the window on `store`, on the last one, or on what the start dialog makes.

    Returns:
        The exit code: 0 when the window was closed, 1 when no store could be opened.
    """
    logbook.note(logbook.Event.STARTED)
    application = make_application(keeps=False)
    device = Device()
    theme.apply(application, theme.Look(device.get("look", theme.Look.SYSTEM.value)))
    garbage = MainThreadGarbage()  # until the last window is gone: Qt's ends must not be nested
    try:
        return _open_and_work(application, store, passphrase, device)
    finally:
        garbage.stop()
        logbook.note(logbook.Event.ENDED)


def _open_and_work(
    application: QApplication, store: Path | None, passphrase: str | None, device: Device
) -> int:
    """A window on a store, and another one when a safety copy takes its place."""
    bus = ChangeBus()
    while True:
        office = _find_office(store, passphrase, device, bus)
        if office is None:
            return 1 if store is not None else 0
        code, copy = _work(application, make_window(office, bus, device))
        if copy is None:
            return code
        _replace(office, copy)
        store, passphrase = office.path, None


def _work(application: QApplication, window: MainWindow) -> tuple[int, Path | None]:
    """Show the window until it is closed; gives the safety copy that is to take over, if one is."""
    before, sys.excepthook = sys.excepthook, _hook(window)
    logbook.note(logbook.Event.OPENED)
    window.show()
    try:
        return application.exec(), window.wanted_copy
    finally:
        window.desk.tasks.close()
        _keep(window)
        window.desk.office.close()
        logbook.note(logbook.Event.CLOSED)
        sys.excepthook = before


def _keep(window: MainWindow) -> None:
    """The copy of the day; the window is gone by now."""
    from ehrenamt_desktop.ui.safety.keeper import keep_at_exit

    keep_at_exit(window.desk.office, window.device)


def _replace(office: Office, copy: Path) -> None:
    """Put a safety copy in place of the closed store, or say why it was left alone."""
    from ehrenamt_desktop.services.backups import replace

    try:
        replace(copy, office.path, office.store.key)
    except StoreUnavailable as error:
        from ehrenamt_desktop.ui.kit import boxes

        boxes.show_unavailable(error)


def make_application(*, keeps: bool = True) -> QApplication:
    """The Qt application, speaking German; the running one if there is one.

    Without `keeps` the caller sees to `singletons.keep`: the window does when its rows stand.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if keeps:
        singletons.keep()
    # by option: asking Qt for its style loads hundreds of names, 8 ms of the start
    application = QApplication([*(sys.argv[:1] or [TITLE]), "-style", "fusion"])
    application.setApplicationName("ehrenamt-desktop")
    application.setApplicationDisplayName(TITLE)
    install_german(application)
    return application


def install_german(application: QApplication) -> None:
    """Give Qt's own buttons, dialogs and dates their German words."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    german = QTranslator(application)
    if german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(german)


def make_window(office: Office, bus: ChangeBus, device: Device) -> MainWindow:
    """The window with its collaborators, not yet shown."""
    kept_layouts.keep_in(device)
    bar = NoticeBar()
    notices = DeskNotices(bar)
    tasks = BackgroundTasks(notices.error)
    shown: list[MainWindow] = []
    files = DeskFiles(device, lambda: shown[0] if shown else None)
    desk = Desk(office, tasks, bus, notices, files, Navigator())
    window = MainWindow(desk, bar, device)
    shown.append(window)
    return window


def take_screenshots(store: Path, folder: Path, passphrase: str | None = None) -> list[Path]:
    """Pictures of every tab and dialog: light, dark and with doubled text, 1366 × 768 px.

    Raises:
        WrongPassphrase: the store is encrypted and the passphrase does not open it.
        StoreUnavailable: the store cannot be opened.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ehrenamt_desktop.ui.frame.pictures import take

    application = make_application()
    bus = ChangeBus()
    office = open_office(store, passphrase=passphrase, on_changed=bus.publish)
    before = qInstallMessageHandler(_tell)
    try:
        return take(application, office, bus, folder)
    finally:
        qInstallMessageHandler(before)
        office.close()


def _tell(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Pass Qt's messages on, but for those of a screen that nobody sees."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _find_office(
    store: Path | None, passphrase: str | None, device: Device, bus: ChangeBus
) -> Office | None:
    path = store or device.last_store
    problem = ""
    while True:
        if path is not None:
            try:
                office = _open(path, passphrase, bus)
            except StoreUnavailable as error:
                if store is not None:
                    from ehrenamt_desktop.ui.kit import boxes

                    boxes.show_unavailable(error)
                    return None
                problem = error.sentence
            else:
                if office is not None and not is_sample(path):
                    device.last_store = path
                return office
        path, passphrase = _choose(device, problem)
        if path is None:
            return None


def _open(path: Path, passphrase: str | None, bus: ChangeBus) -> Office | None:
    """The open office; None when the passphrase was not typed."""
    if passphrase is not None or not needs_passphrase(path):
        return open_office(path, passphrase=passphrase, on_changed=bus.publish)
    with suppress(WrongPassphrase):  # unless this computer keeps what opens it
        return open_office(path, on_changed=bus.publish)
    from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

    dialog = UnlockDialog(
        path, lambda typed: open_office(path, passphrase=typed, on_changed=bus.publish)
    )
    dialog.exec()
    return dialog.opened if isinstance(dialog.opened, Office) else None


def _choose(device: Device, problem: str) -> tuple[Path | None, str | None]:
    from ehrenamt_desktop.ui.safety.keys_first_start import StartDialog

    dialog = StartDialog(DeskFiles(device, lambda: dialog), problem)
    dialog.exec()
    return dialog.path, dialog.passphrase


def _hook(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What happens to an error nobody caught: a notice by its rung, never a silent end."""

    def show(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
        elif isinstance(error, EhrenamtError):
            window.desk.notices.error(error)
        else:
            from ehrenamt_desktop.ui.kit import boxes

            boxes.show_bug(error, window)

    return show
