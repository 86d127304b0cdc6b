"""The floor of every start: an application and an empty main window, nothing else."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

STAYS = "--stay" in sys.argv


class Watch(QObject):
    """Tells when the window was painted for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint once it is through."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """Print the moment and end."""
    print("window", time.monotonic_ns(), flush=True)
    if not STAYS:
        os._exit(0)


application = QApplication(sys.argv[:1])
window = QMainWindow()
watch = Watch()
window.installEventFilter(watch)
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
