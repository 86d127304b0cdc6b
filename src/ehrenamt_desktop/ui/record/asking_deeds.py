"""Reads what is to be asked, keeps what was said, prints the letter with its slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.asking import Answered, Asked
from ehrenamt_desktop.model.matches import Side
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.asking_panel import AskingPanel
from ehrenamt_desktop.ui.record.telling import tell, way_back


class AskingDeeds:
    """What the mask cannot do itself; `undo` of an answer takes all of one call back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(
        self, number: int, show: Callable[[AskingPanel], None], *, framed: bool = True
    ) -> None:
        """Make the mask of a reminder and hand it to `show`."""
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._desk.office.asking.asked(number),
            lambda asked: show(self._panel(asked, framed=framed)),
            key="asking",
        )

    def _panel(self, asked: Sequence[Asked], *, framed: bool) -> AskingPanel:
        panel = AskingPanel(asked, framed=framed)
        panel.answered.connect(lambda said: self._answer(panel, said))
        panel.slip_wanted.connect(self._slip)
        return panel

    def _answer(self, panel: AskingPanel, said: list[Answered]) -> None:
        def kept(_: None) -> None:
            panel.settled.emit()
            tell(self._desk, _words(said))

        def refused(error: Exception) -> None:
            if not panel.refuse(error):
                self._desk.notices.error(error)

        self._desk.tasks.run(
            Lane.WRITE, lambda: self._desk.office.asking.answer(said), kept, refused
        )

    def _slip(self, number: int, side: Side) -> None:
        desk = self._desk
        name = f"Nachfrage {number} {clock.today().isoformat()}"
        path = desk.files.save("Brief mit Rückmeldezettel speichern", name, ".pdf")
        if path is None:
            return
        desk.tasks.run_long(
            "Brief wird geschrieben",
            lambda progress: desk.office.reply_slips.write(path, number, side, progress),
            lambda _: self._printed(path),
        )

    def _printed(self, path: Path) -> None:
        desk = self._desk
        words = "Der Brief mit Rückmeldezettel ist gespeichert."
        desk.notices.success(words, *paper_actions(desk.files, path), way_back(desk))


def _words(said: Sequence[Answered]) -> str:
    if len(said) > 1:
        return f"{count(len(said), 'Nachfrage', 'Nachfragen')} beantwortet."
    told = [one.result.label for one in (said[0].person, said[0].initiative) if one is not None]
    return f"Erledigt: {' · '.join(dict.fromkeys(told))}."
