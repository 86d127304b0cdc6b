"""Liste ausgeben: which list, how much of it, in which kind of file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.exports import PERSONAL, ExportReason
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import icons, privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import hbox, label, vbox
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.lists.reason_fields import ReasonFields
from ehrenamt_desktop.ui.lists.seen_list import LISTS, SEEN, SeenList

KINDS = ((".xlsx", "Excel"), (".csv", "CSV"), (".pdf", "PDF"))
EXTENTS = (("seen", "Wie gerade zu sehen"), ("whole", "Ganze Datensätze"))
WHOLE = "Alle Datensätze dieser Liste mit allen Feldern, auch die im Archiv."
ON_PAPER = "Als PDF: die Liste mit den Spalten der ersten Ansicht, ohne Archiv."
MASKED = (
    "Der Sichtschutz ist an. In der Datei stünden die Namen offen: Bitte schalten Sie ihn erst "
    "mit F8 aus."
)
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
        self.extent = SegmentStrip(EXTENTS, name="export.extent")
        self.extent.setAccessibleName("Was soll in die Datei?")
        self.extent.changed.connect(lambda _: self._follow())
        self.nouns = SegmentStrip(LISTS, name="export.noun")
        self.nouns.setAccessibleName("Welche Liste?")
        self.kinds = SegmentStrip(KINDS, name="export.kind")
        self.kinds.setAccessibleName("Art der Datei")
        self.kinds.changed.connect(lambda _: self._follow())
        self.nouns.changed.connect(lambda _: self._follow())
        self.reason = ReasonFields("export")
        self.about = label("", "soft", wrap=True, name="export.about")
        self.refusal = label("", "error", wrap=True, name="export.refusal")
        self._build()
        self.accept_button.setObjectName("export.run")
        self.extent.set_current("seen" if seen else "whole")
        self.extent.setVisible(seen is not None)
        if seen is not None and seen.noun in dict(LISTS):
            self.nouns.set_current(seen.noun)
        self._follow()

    def seen(self) -> SeenList | None:
        """The list as it is seen, if that is wanted; None means whole records."""
        return self._seen if self.extent.current() == "seen" else None

    def noun(self) -> str:
        """The list that will be written."""
        seen = self.seen()
        return seen.noun if seen is not None else self.nouns.current()

    def personal(self) -> bool:
        """Whether the list names people."""
        return self.noun() in PERSONAL

    def confirm(self) -> None:
        """Ask for the file and write it; while names are blanked, nothing leaves."""
        if privacy.masked():
            self.refusal.setText(MASKED)
            self.refusal.show()
            return
        title = SEEN[self.noun()]
        suggested = f"{title} {clock.today():%Y-%m-%d}"
        reason = self.reason.read() if self.personal() else None
        if reason is None and self.personal():
            return
        path = self._desk.files.save("Liste speichern", suggested, self.kinds.current())
        if path is None:
            return
        export(self._desk, self.noun(), path, self.seen(), reason)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the longer of the two choices, so that nothing moves or scrolls."""
        super().showEvent(event)
        room = self.screen().availableSize().height() - 6 * theme.GRID
        self.resize(self.width(), min(self.height() + 3 * theme.em(), room))

    def _build(self) -> None:
        body = self.body
        body.addWidget(label("Was soll in die Datei?", "soft"))
        body.addWidget(self.extent)
        body.addWidget(self.nouns)
        body.addWidget(self.about)
        body.addSpacing(theme.GRID)
        body.addWidget(label("Art der Datei", "soft"))
        body.addWidget(self.kinds)
        body.addSpacing(theme.GRID)
        body.addWidget(self.reason)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("warning", "amber", round(theme.em() * 1.2)))
        self.warning = QWidget()
        row = hbox(vbox(picture, 1), label(WARNING, wrap=True, name="export.warning"))
        row.setStretch(1, 1)
        self.warning.setLayout(row)
        body.addWidget(self.warning)
        body.addWidget(self.refusal)
        self.refusal.hide()
        body.addStretch(1)

    def _follow(self) -> None:
        seen = self.seen()
        self.nouns.setVisible(seen is None)
        whole = ON_PAPER if self.kinds.current() == ".pdf" else WHOLE
        self.reason.setVisible(self.personal())
        self.warning.setVisible(self.personal())
        self.about.setText(seen.words() if seen is not None else whole)


def export(
    desk: Desk,
    noun: str,
    path: Path,
    seen: SeenList | None,
    reason: ExportReason | None = None,
) -> None:
    """Write a list, remember it under "Unterlagen", say where it is.

    Args:
        desk: the collaborators.
        noun: which list.
        path: the file to make.
        seen: the list as it is seen; None writes every record with all its fields.
        reason: why a list with personal data is written, and until when.
    """

    def work(progress: Progress) -> int:
        exports = desk.office.exports
        if seen is None:
            rows = exports.whole(noun, path, progress)
        else:
            rows = exports.view(
                noun, path, seen.query, seen.columns, seen.told, progress, seen.title
            )
        desk.office.export_log.keep(f"Liste {SEEN[noun]}", path, rows, reason)
        return rows

    desk.tasks.run_long("Die Liste wird geschrieben …", work, partial(_tell, desk, noun, path))


def _tell(desk: Desk, noun: str, path: Path, rows: int) -> None:
    entries = count(rows, "Eintrag", "Einträge")
    desk.notices.success(
        f"Die Liste „{SEEN[noun]}“ ist gespeichert ({entries}).", *paper_actions(desk.files, path)
    )
