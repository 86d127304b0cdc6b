"""The program's own window on an encrypted store, its key in hand, watched from outside.

The program is called as on the command line. Two of its names are replaced: `open_as` gives the key
at once instead of deriving it from a passphrase, and `make_window` lets a watch sit down beside the
window it made. The watch clicks on Personen as soon as the window is painted.

Call: `program.py STORE KEY_IN_HEX [--stay]`
"""

import os
import sys
import time
from types import SimpleNamespace

from ehrenamt_desktop.__main__ import main
from ehrenamt_desktop.services import office

STORE, KEY = sys.argv[1], bytes.fromhex(sys.argv[2]) or None
STAYS = "--stay" in sys.argv


def watch() -> None:
    """Sit down beside the window: the program imports its composition root when it needs it."""
    from ehrenamt_desktop import app

    make = app.make_window

    def make_watched(*collaborators: object) -> object:
        window = make(*collaborators)
        window.watch = _watcher(window)
        return window

    app.make_window = make_watched


def _watcher(window: object) -> object:
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        """Tells the first paint of the window and of the rows of Personen."""

        def __init__(self) -> None:
            super().__init__()
            self.table = None
            window.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """Note first paints once they are through."""
            if event.type() != QEvent.Type.Paint:
                return False
            if watched is window:
                window.removeEventFilter(self)
                QTimer.singleShot(0, self.open_people)
            elif self.table.count():
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.end)
            return False

        def open_people(self) -> None:
            """The window stands: click on Personen."""
            tell("window")
            window.show_tab("people")
            self.table = window.tab("people").list.table
            self.table.viewport().installEventFilter(self)

        def end(self) -> None:
            """The rows stand."""
            tell("people")
            os._exit(0)

    return Watch()


def tell(name: str) -> None:
    """Print what happened and when."""
    print(name, time.monotonic_ns(), flush=True)


office.open_as = lambda _path, _passphrase: SimpleNamespace(key=KEY, slot=None)
if not STAYS:
    watch()
sys.argv[1:] = ["--store", STORE]
raise SystemExit(main())
