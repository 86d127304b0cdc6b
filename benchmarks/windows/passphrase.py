"""The program's own window on an encrypted store, from the passphrase to the first paint.

The program is called as on the command line. The dialog that asks is answered as soon as it is
there, and a watch sits down beside the window.

Call: `passphrase.py STORE PASSPHRASE`
"""

import os
import sys
import time

from ehrenamt_desktop.__main__ import main

STORE, PASSPHRASE = sys.argv[1:3]


def answer() -> None:
    """Answer the dialog, and tell when."""
    from ehrenamt_desktop.ui.safety.keys_unlock import UnlockDialog

    def answered(dialog: UnlockDialog) -> None:
        dialog.show()
        dialog.passphrase.setText(PASSPHRASE)
        tell("passphrase")
        dialog.confirm()

    UnlockDialog.exec = answered


def watch() -> None:
    """Tell the first paint of the window once it is through."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from ehrenamt_desktop import app

    class Watch(QObject):
        def __init__(self, window: object) -> None:
            super().__init__()
            self.window = window
            window.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched is self.window:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.end)
            return False

        def end(self) -> None:
            tell("window")
            os._exit(0)

    make = app.make_window

    def make_watched(*collaborators: object) -> object:
        window = make(*collaborators)
        window.watch = Watch(window)
        return window

    app.make_window = make_watched


def tell(name: str) -> None:
    """Print what happened and when."""
    print(name, time.monotonic_ns(), flush=True)


answer()
watch()
sys.argv[1:] = ["--store", STORE]
raise SystemExit(main())
