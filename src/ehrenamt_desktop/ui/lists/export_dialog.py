"""Liste ausgeben: which list, how much of it, in which kind of file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import hbox, label, vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.lists.seen_list import LISTS, SEEN, SeenList

KINDS = ((".xlsx", "Excel"), (".csv", "CSV"))
WARNING = (
    "Die Datei enthält personenbezogene Daten. Sie gehört nur ins Büro: Bitte versenden Sie sie "
    "nicht unverschlüsselt, und löschen Sie sie, wenn Sie sie nicht mehr brauchen."
)


class ExportDialog(Dialog):
    """Asks, then writes into a file of the coordinator's choice."""

    def __init__(self, desk: Desk, seen: SeenList | None, parent: QWidget | None = None) -> None:
        super().__init__("Liste ausgeben", parent, name="export", accept="Weiter …", width_em=38)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._seen = seen
        self.as_seen = QRadioButton("Wie gerade zu sehen")
        self.as_seen.setObjectName("export.as_seen")
        self.whole = QRadioButton("Alle Datensätze mit allen Feldern")
        self.whole.setObjectName("export.whole")
        self.nouns = SegmentStrip(LISTS, name="export.noun")
        self.nouns.setAccessibleName("Welche Liste?")
        self.kinds = SegmentStrip(KINDS, name="export.kind")
        self.kinds.setAccessibleName("Art der Datei")
        self.seen_words = label(seen.words() if seen else "", "soft", wrap=True, name="export.seen")
        self._build()
        self.accept_button.setObjectName("export.run")
        (self.as_seen if seen else self.whole).setChecked(True)
        if seen is not None and seen.noun in dict(LISTS):
            self.nouns.set_current(seen.noun)
        self.whole.toggled.connect(self._follow)
        self._follow()

    def noun(self) -> str:
        """The list that will be written."""
        if self._seen is not None and self.as_seen.isChecked():
            return self._seen.noun
        return self.nouns.current()

    def confirm(self) -> None:
        """Ask for the file and write it."""
        title = SEEN[self.noun()]
        suggested = f"{title} {clock.today():%Y-%m-%d}"
        path = self._desk.files.save("Liste speichern", suggested, self.kinds.current())
        if path is None:
            return
        seen = self._seen if self.as_seen.isChecked() else None
        export(self._desk, self.noun(), path, seen)
        self.accept()

    def _build(self) -> None:
        body = self.body
        if self._seen is not None:
            body.addWidget(self.as_seen)
            body.addLayout(_indented(self.seen_words))
            body.addWidget(self.whole)
            body.addLayout(_indented(self.nouns))
        else:
            body.addWidget(label("Welche Liste?", "soft"))
            body.addWidget(self.nouns)
            body.addWidget(
                label("Alle Datensätze mit allen Feldern kommen in die Datei.", "small", wrap=True)
            )
        body.addWidget(label("Art der Datei", "soft"))
        body.addWidget(self.kinds)
        body.addSpacing(theme.GRID)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("warning", "amber", round(theme.em() * 1.2)))
        warning = hbox(vbox(picture, 1), label(WARNING, wrap=True, name="export.warning"))
        warning.setStretch(1, 1)
        body.addLayout(warning)
        body.addStretch(1)

    def _follow(self) -> None:
        self.nouns.setEnabled(self.whole.isChecked())


def export(desk: Desk, noun: str, path: Path, seen: SeenList | None) -> None:
    """Write a list, remember it under "Unterlagen", say where it is.

    Args:
        desk: the collaborators.
        noun: which list.
        path: the file to make.
        seen: the list as it is seen; None writes every record with all its fields.
    """

    def work(progress: Progress) -> int:
        exports = desk.office.exports
        if seen is None:
            rows = exports.whole(noun, path, progress)
        else:
            rows = exports.view(noun, path, seen.query, seen.keys, seen.told, progress)
        desk.office.papers.remember(PaperKind.LIST_EXPORT, f"Liste {SEEN[noun]}", path, rows)
        return rows

    desk.tasks.run_long("Die Liste wird geschrieben …", work, partial(_tell, desk, noun, path))


def _tell(desk: Desk, noun: str, path: Path, rows: int) -> None:
    entries = count(rows, "Eintrag", "Einträge")
    desk.notices.success(
        f"Die Liste „{SEEN[noun]}“ ist gespeichert ({entries}).", *paper_actions(desk.files, path)
    )


def _indented(widget: QWidget) -> QHBoxLayout:
    row = hbox(widget)
    row.setContentsMargins(2 * theme.GRID + theme.em(), 0, 0, theme.GRID)
    return row
