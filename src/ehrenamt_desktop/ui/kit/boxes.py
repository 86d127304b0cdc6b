"""The few dialogs that stop the work: a question, a failing environment, a bug."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ehrenamt_desktop import logbook
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.ui.kit.bug_report import report


def ask(question: str, yes: str, no: str, parent: QWidget | None = None) -> bool:
    """Ask before something is lost; True means `yes`, and `no` is what Enter and Escape do."""
    box = _box(QMessageBox.Icon.Question, question, parent)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is agree


def show_unavailable(error: StoreUnavailable, parent: QWidget | None = None) -> None:
    """Tell that the environment fails; the sentence names the way out."""
    logbook.note(logbook.Event.UNAVAILABLE, error)
    box = _box(QMessageBox.Icon.Warning, error.sentence, parent)
    box.addButton("Schließen", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def show_bug(error: BaseException, parent: QWidget | None = None) -> None:
    """Tell that the program failed, with a report that holds no personal data."""
    logbook.note(logbook.Event.FAULT, error)
    text = report(error)
    box = _box(
        QMessageBox.Icon.Critical,
        "Im Programm ist ein Fehler aufgetreten. Was bereits gespeichert war, ist gespeichert.",
        parent,
    )
    box.setInformativeText(
        "Bitte kopieren Sie den Fehlerbericht und schicken Sie ihn an Ihre Betreuung. "
        "Er enthält keine personenbezogenen Daten."
    )
    box.setDetailedText(text)
    copy = box.addButton("Bericht kopieren", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Schließen", QMessageBox.ButtonRole.RejectRole)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    box.exec()


def _box(icon: QMessageBox.Icon, text: str, parent: QWidget | None) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("Ehrenamt Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
