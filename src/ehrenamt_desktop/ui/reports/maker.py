"""From the question to the file: asks what to report, where to, and tells when it is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.report_words import ReportWords
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.reports.kinds import KINDS, ReportKind
from ehrenamt_desktop.ui.reports.report_dialog import ReportDialog

Period = tuple[dt.date, dt.date]


class ReportMaker:
    """Makes reports for a tab.

    `made` is told the number of each finished paper.
    """

    def __init__(self, tab: Tab, made: Callable[[int], object]) -> None:
        self._tab = tab
        self._made = made

    def ask(self, key: str = KINDS[0].key, period: Period | None = None) -> None:
        """Ask what shall be reported; kind and period are proposed."""
        self._tab.tasks.run(
            Lane.READ,
            self._tab.office.lists.municipalities,
            lambda towns: self._ask(key, period, towns),
        )

    def commands(self) -> tuple[Command, ...]:
        """Each report by its name."""
        return tuple(
            Command(
                f"{one.label} …", (), partial(self.ask, one.key), f"report.{one.key}", one.words
            )
            for one in KINDS
        )

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The dialog."""
        dialog = ReportDialog(clock.today(), self._tab.office.lists.municipalities(), self._tab)
        dialog.open()
        yield "bericht", dialog

    def make(self, kind: ReportKind, period: Period, words: ReportWords, town: str = "") -> None:
        """Make a report as a file of the coordinator's choice."""
        name = f"{kind.label.partition(' (')[0]} {period[0]:%Y-%m}"
        path = self._tab.files.save(f"{kind.label} speichern", name, kind.suffix)
        if path is None:
            return

        def work(progress: Progress) -> int:
            return self._write(kind, path, period, words, town, progress)

        def done(number: int) -> None:
            self._made(number)
            actions = paper_actions(self._tab.files, path)
            self._tab.notices.success(f"{kind.label}: Die Datei ist fertig.", *actions)

        self._tab.tasks.run_long("Der Bericht wird erstellt …", work, done)

    def _write(
        self,
        kind: ReportKind,
        path: Path,
        period: Period,
        words: ReportWords,
        town: str,
        progress: Progress,
    ) -> int:
        reporting = self._tab.office.reporting
        if kind.deed == "council_list":
            return reporting.council_list(path, *period, town, progress)
        makers = {
            "council_page": reporting.council_page,
            "annual": reporting.annual,
            "funding": reporting.funding,
        }
        return makers[kind.deed](path, *period, words, progress)

    def _ask(self, key: str, period: Period | None, towns: tuple[str, ...]) -> None:
        dialog = ReportDialog(clock.today(), towns, self._tab)
        dialog.choose(key)
        if period is not None:
            dialog.set_period(*period)
        dialog.accepted.connect(
            lambda: self.make(dialog.kind(), dialog.period(), dialog.words(), dialog.municipality())
        )
        dialog.open()
