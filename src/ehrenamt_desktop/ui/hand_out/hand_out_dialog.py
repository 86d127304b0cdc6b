"""Unterlagen aushändigen: what is suggested and why, further papers, and by which way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.enums import HandOutWay
from ehrenamt_desktop.model.hand_out import Packed, PackWish, Suggestion, Whom
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.hand_out.suggestions import SuggestionList
from ehrenamt_desktop.ui.hand_out.titles import fitting
from ehrenamt_desktop.ui.kit import privacy
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.pick_field import PickInput
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.lists.export_dialog import MASKED

NAME = "hand_out"
WAYS = (
    (HandOutWay.BY_HAND.value, "Ausdrucken"),
    (HandOutWay.POST.value, "Brief"),
    (HandOutWay.MAIL.value, "E-Mail"),
    (HandOutWay.FOLDER.value, "Ordner"),
)
ABOUT = {
    HandOutWay.BY_HAND: "Ein PDF zum Mitgeben: Begleitbrief, dahinter die Unterlagen.",
    HandOutWay.POST: "Ein PDF für den Fensterumschlag: Begleitbrief, dahinter die Unterlagen.",
    HandOutWay.MAIL: "Ein Entwurf für Ihr E-Mail-Programm mit den Unterlagen als Anhang.",
    HandOutWay.FOLDER: "Ein Ordner mit Begleitbrief und allen Unterlagen als einzelnen Dateien.",
}
NOTHING = "Nichts drängt sich auf. Bitte wählen Sie unten eine Unterlage."


class HandOutDialog(Dialog):
    """Reads the suggestions, opens, makes the pack."""

    def __init__(self, desk: Desk, whom: Whom, parent: QWidget | None = None) -> None:
        super().__init__(
            "Unterlagen aushändigen", parent, name=NAME, accept="Aushändigen …", width_em=54
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._whom = desk, whom
        self._others: dict[int, Suggestion] = {}
        self.ways = SegmentStrip(WAYS, name=f"{NAME}.ways")
        self.ways.setAccessibleName("Auf welchem Weg?")
        self.about = label("", "soft", wrap=True, name=f"{NAME}.about")
        self.papers = SuggestionList()
        self.none = label(NOTHING, "soft", wrap=True)
        self.more = PickInput(self._offer)
        self.more.setObjectName(f"{NAME}.more")
        self.more.setPlaceholderText("Titel eintippen")
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        further = label_of(self.more, "Weitere Unterlage")
        for part in (self.ways, self.about, self.none, self.papers, further, self.more,
                     self.problem):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.ways.changed.connect(self._turn)
        self.papers.changed.connect(self._count)
        self.more.picked.connect(self._take)
        self._turn(HandOutWay.BY_HAND.value)

    def load(self) -> None:
        """Read what is suggested, on the write lane, which imports the service; then open."""
        office, whom = self._desk.office, self._whom

        def suggested() -> tuple[Suggestion, ...]:
            return office.hand_outs.suggest(whom)

        self._desk.tasks.run(Lane.WRITE, suggested, self._begin)

    def way(self) -> HandOutWay:
        """The chosen way."""
        return HandOutWay(self.ways.current())

    def confirm(self) -> None:
        """Ask where the pack goes and make it; while names are blanked, nothing leaves."""
        if privacy.masked():
            self._say(MASKED)
            return
        chosen, way, desk = self.papers.chosen(), self.way(), self._desk
        if not chosen:
            return
        path = self._target(way)
        if path is None:
            return
        wish = PackWish(self._whom, chosen, way)

        def done(made: Packed) -> None:
            self.accept()
            papers = count(made.papers, "Unterlage", "Unterlagen")
            more = " Was kein PDF ist, liegt daneben." if made.beside else ""
            desk.notices.success(
                f"{papers} ausgehändigt.{more}", *paper_actions(desk.files, made.path)
            )
            if way in (HandOutWay.BY_HAND, HandOutWay.POST):
                desk.files.show(made.path)
            elif way is HandOutWay.MAIL:
                desk.files.launch(made.path)
            else:
                desk.files.reveal(made.path / "00 Begleitbrief.pdf")

        desk.tasks.run(
            Lane.WRITE, lambda: desk.office.hand_outs.pack(wish, path), done, self._refuse
        )

    def _begin(self, found: tuple[Suggestion, ...]) -> None:
        suggested = [one for one in found if one.reasons]
        self._others = {one.document_id: one for one in found if not one.reasons}
        self.none.setVisible(not suggested)
        self.papers.put(suggested)
        self.open()

    def _target(self, way: HandOutWay) -> Path | None:
        name, files = f"Unterlagen {clock.today():%Y-%m-%d}", self._desk.files
        if way is HandOutWay.FOLDER:
            return files.folder("Ordner für die Unterlagen")
        if way is HandOutWay.MAIL:
            return files.save("E-Mail speichern", name, ".eml")
        return files.save("Unterlagen speichern", name, ".pdf")

    def _offer(self, typed: str) -> list[tuple[int, str]]:
        return fitting({number: one.title for number, one in self._others.items()}, typed)

    def _take(self, number: int, _: str) -> None:
        self.papers.add(self._others[number])
        self.more.clear()

    def _turn(self, key: str) -> None:
        self.ways.set_current(key)
        self.about.setText(ABOUT[HandOutWay(key)])

    def _count(self) -> None:
        amount = len(self.papers.chosen())
        self.accept_button.setEnabled(bool(amount))
        self.accept_button.setText(
            f"{count(amount, 'Unterlage', 'Unterlagen')} aushändigen …"
            if amount
            else "Aushändigen …"
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._say(error.sentence)
        else:
            self._desk.notices.error(error)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()


def hand_out(desk: Desk, whom: Whom, parent: QWidget) -> None:
    """Open the dialog for somebody once the suggestions are there."""
    HandOutDialog(desk, whom, parent).load()
