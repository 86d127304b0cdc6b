"""From the question to the sheet: an offer to take along, names to sign, whom to phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.desk_sheets import Meeting
from ehrenamt_desktop.model.rows import OfferRow
from ehrenamt_desktop.ui.documents.sheet_dialogs import (
    CALLS,
    MEETING,
    NOUNS,
    OFFER,
    SheetDialog,
    Source,
)
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import SourceLookup
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.tab import Tab
from ehrenamt_desktop.ui.kit.tasks import Lane

Values = Mapping[str, Any]
Make = Callable[[Path, Values, Source | None], int]
SIGNING = "Zum Unterschreiben: leere Zeilen oder die Namen einer gespeicherten Ansicht."
PHONING = "Namen und Telefonnummern einer gespeicherten Ansicht, mit Kästchen und Notizzeilen."


class SheetMaker:
    """Makes sheets for a tab.

    `made` is told the number of each finished paper.
    """

    def __init__(self, tab: Tab, made: Callable[[int], object]) -> None:
        self._tab = tab
        self._made = made

    def commands(self) -> tuple[Command, ...]:
        """The sheets by their names."""
        return (
            Command("Angebotsblatt …", (), self.ask_offer, "documents.offer_sheet",
                    "Angebot mitnehmen eine Seite Blatt drucken"),
            Command("Teilnahmeliste …", (), self.ask_attendance, "documents.attendance",
                    "Anwesenheit Unterschriften Schulung Treffen Liste"),
            Command("Anrufliste …", (), self.ask_calls, "documents.call_sheet",
                    "Telefonliste anrufen Telefon abhaken"),
            Command("Aussagen für junge Leute …", (), self.print_statements,
                    "documents.statements", "Jugendliche Sätze ankreuzen Interessen Blatt"),
        )  # fmt: skip

    def ask_offer(self) -> None:
        """Ask which offer the sheet is for."""
        self._open(self._offer_dialog(), "Angebotsblatt", self._write_offer)

    def ask_attendance(self) -> None:
        """Ask what the attendance sheet is for."""
        self._tab.tasks.run(
            Lane.READ, lambda: self._sources("people"),
            lambda found: self._open(self._attendance_dialog(found), "Teilnahmeliste",
                                     self._write_attendance),
        )  # fmt: skip

    def ask_calls(self) -> None:
        """Ask who is to be called, and why."""
        self._tab.tasks.run(
            Lane.READ, lambda: self._sources(*NOUNS),
            lambda found: self._open(self._call_dialog(found), "Anrufliste", self._write_calls),
        )  # fmt: skip

    def print_statements(self) -> None:
        """Write the page of statements; nothing is to be asked."""
        from ehrenamt_desktop.ui.people.statements_dialog import print_statements

        tab = self._tab
        desk = Desk(tab.office, tab.tasks, tab.bus, tab.notices, tab.files, tab.navigator)
        print_statements(desk, self._made)

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The dialogs."""
        found = self._sources("people")
        for name, dialog in (
            ("angebotsblatt", self._offer_dialog()),
            ("teilnahmeliste", self._attendance_dialog(found)),
            ("anrufliste", self._call_dialog(found)),
        ):
            dialog.open()
            yield name, dialog

    def _open(self, dialog: SheetDialog, name: str, make: Make) -> None:
        tab = self._tab

        def submitted(values: Values) -> None:
            path = tab.files.save(f"{name} speichern", name, ".pdf")
            if path is not None:
                source = dialog.source()
                tab.tasks.run(Lane.WRITE, lambda: make(path, values, source), done(path), refused)

        def done(path: Path) -> Callable[[int], None]:
            def tell(number: int) -> None:
                dialog.accept()
                self._made(number)
                tab.notices.success(f"{name}: Das Blatt ist fertig.",
                                    *paper_actions(tab.files, path))  # fmt: skip

            return tell

        def refused(error: Exception) -> None:
            dialog.refuse(error, tab.notices)

        dialog.submitted.connect(submitted)
        dialog.open()

    def _write_offer(self, path: Path, values: Values, _: Source | None) -> int:
        return self._tab.office.desk_sheets.offer_sheet(path, int(values["offer"]))

    def _write_attendance(self, path: Path, values: Values, source: Source | None) -> int:
        sheets = self._tab.office.desk_sheets
        people = sheets.of_view(source.noun, source.view) if source else []
        meeting = Meeting(
            values["title"], values["on"], values["time"] or "", values["place"] or ""
        )
        return sheets.attendance(path, meeting, people, values["empty"])

    def _write_calls(self, path: Path, values: Values, source: Source | None) -> int:
        sheets = self._tab.office.desk_sheets
        noun, numbers = "people", list[int]()
        if source is not None:
            noun, numbers = source.noun, sheets.of_view(source.noun, source.view)
        return sheets.call_sheet(path, noun, numbers, values["reason"])

    def _sources(self, *nouns: str) -> list[Source]:
        views = self._tab.office.views
        return [Source(noun, row.name) for noun in nouns for row in views.all(noun)]

    def _offer_dialog(self) -> SheetDialog:
        offers = SourceLookup(self._tab.office.lists.offers, _label)
        return SheetDialog("Angebotsblatt", "offer_sheet", OFFER, self._tab, offers=offers)

    def _attendance_dialog(self, found: list[Source]) -> SheetDialog:
        return SheetDialog(
            "Teilnahmeliste", "attendance", MEETING, self._tab, sources=[None, *found],
            text=SIGNING,
        )  # fmt: skip

    def _call_dialog(self, found: list[Source]) -> SheetDialog:
        return SheetDialog(
            "Anrufliste", "call_sheet", CALLS, self._tab, sources=found, text=PHONING
        )


def _label(row: OfferRow) -> str:
    return f"Nr. {row.id} · {row.title} ({row.stage.label})"
