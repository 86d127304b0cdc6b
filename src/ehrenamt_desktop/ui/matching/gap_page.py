"""Lücken: where people and offers do not come together, in four parts, and as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind, PaperKind
from ehrenamt_desktop.model.gaps import Founded, GapReport, WishGap
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.kit.taking_back import latest, take_back
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.gap_parts import (
    NAME,
    GapList,
    OfferGaps,
    PersonGaps,
    ProofGaps,
    WishGaps,
)

PARTS = (
    ("offers", "Angebote ohne Personen"),
    ("people", "Personen ohne Angebot"),
    ("wishes", "Offene Wünsche"),
    ("proofs", "Fehlende Nachweise"),
)
COUNTED = (
    Kind.PERSON, Kind.PERSON_TERM, Kind.CREDENTIAL, Kind.OFFER, Kind.OFFER_TERM, Kind.PLACEMENT,
    Kind.TERM,
)  # fmt: skip
"""Records whose change makes the gaps stale."""
INTRODUCTION = (
    "Wo kommt nichts zusammen? Das Programm sucht Angebote, zu denen niemand passt, Personen, zu "
    "denen nichts passt, offene Wünsche und Nachweise, die als Einziges fehlen."
)
STALE = "Seit der Berechnung hat sich etwas geändert."


class GapPage(QWidget):
    """The gaps of the whole office."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: GapReport | None = None
        self.wishes = WishGaps(desk)
        self.parts: dict[str, GapList[Any]] = {
            "offers": OfferGaps(desk),
            "people": PersonGaps(desk),
            "wishes": self.wishes,
            "proofs": ProofGaps(desk),
        }
        self._lay_out()
        self._connect()

    @property
    def found(self) -> GapReport | None:
        """The gaps that are shown."""
        return self._found

    def calculate(self) -> None:
        """Look for the gaps anew."""
        self._desk.tasks.run_long(
            "Lücken werden gesucht",
            lambda progress: self._desk.office.gaps.report(progress=progress),
            self._show,
        )

    def write(self, suffix: str) -> None:
        """Write the report as PDF or Excel, as of now."""
        name = PaperKind.GAP_REPORT.label
        path = self._desk.files.save(f"{name} speichern", f"{name} {clock.today()}", suffix)
        if path is None:
            return
        self._desk.tasks.run_long(
            f"Der {name} wird geschrieben …",
            lambda progress: self._write(path, progress),
            lambda _: self._desk.notices.success(
                f"Der {name} ist fertig.", *paper_actions(self._desk.files, path)
            ),
        )

    def focus_search(self) -> None:
        """Go to the shown list, or to the button that comes first."""
        if self._found is None:
            self._begin.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.parts[self.strip.current()].focus_list()

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """Before and after computing, each part with its first row chosen."""
        yield "luecken-beginn", self
        self.calculate()
        for key, _ in PARTS:
            self.show_part(key)
            self.parts[key].table.select_first()
            yield f"luecken-{key}", self
        self.show_part(PARTS[0][0])

    def show_part(self, key: str) -> None:
        """Turn to a part."""
        self.strip.set_current(key)
        self._lists.setCurrentWidget(self.parts[key])

    def _lay_out(self) -> None:
        self._start = EmptyState(INTRODUCTION, "Lücken suchen", icon="search")
        self._begin = self._start.findChildren(QPushButton)[0]
        self.summary = label("", "strong", wrap=True, name=f"{NAME}.summary")
        self.hint = label("", "soft", wrap=True, name=f"{NAME}.hint")
        self.hint.hide()
        self.again = button("Neu berechnen", name=f"{NAME}.again")
        self.pdf = button("Als PDF …", name=f"{NAME}.pdf", icon="print")
        self.book = button("Als Excel …", name=f"{NAME}.xlsx")
        head = hbox(vbox(self.summary, self.hint), self.again, self.pdf, self.book)
        head.setStretch(0, 1)
        self.strip = TabStrip(PARTS, name=f"{NAME}.parts")
        self._lists = QStackedWidget()
        for part in self.parts.values():
            self._lists.addWidget(part)
        result = QWidget()
        whole = vbox(head, self.strip, self._lists)
        whole.setStretch(2, 1)
        result.setLayout(whole)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._stack.addWidget(result)
        self.setLayout(vbox(self._stack))

    def _connect(self) -> None:
        self._start.clicked.connect(self.calculate)
        self.again.clicked.connect(self.calculate)
        self.pdf.clicked.connect(lambda: self.write(".pdf"))
        self.book.clicked.connect(lambda: self.write(".xlsx"))
        self.strip.changed.connect(self.show_part)
        self.wishes.found_wanted.connect(self._found_initiative)
        self._desk.bus.changed.connect(self._tell_stale)

    def _write(self, path: Path, progress: Progress) -> int:
        return self._desk.office.gaps.paper(path, progress=progress)

    def _show(self, found: GapReport) -> None:
        first = self._found is None
        self._found = found
        self.summary.setText(found.summary)
        self.hint.hide()
        rows = (found.offer_gaps, found.person_gaps, found.wishes, found.proofs)
        for (key, title), some in zip(PARTS, rows, strict=True):
            self.strip.set_title(key, f"{title} {len(some)}")
            self.parts[key].put(some)
        self._stack.setCurrentIndex(1)
        if first:
            self.parts[self.strip.current()].focus_list()

    def _found_initiative(self, wish: WishGap) -> None:
        office = self._desk.office
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: (office.gaps.found(wish), latest(office)),
            lambda kept: self._tell_founded(wish, *kept),
        )

    def _tell_founded(self, wish: WishGap, made: Founded, step: int) -> None:
        """Say who is noted and who is not, and mark the wish."""
        if self._found is not None:
            marked = replace(wish, initiative_id=made.initiative_id)
            rows = tuple(marked if one.id == wish.id else one for one in self._found.wishes)
            self._found = replace(self._found, wishes=rows)
            self.wishes.put(rows)
        linked = count(made.linked, "Person ist", "Personen sind")
        text = f"„{made.name}“ ist in Gründung. {linked} als interessiert vermerkt."
        if made.left_out:
            reasons = " ".join(dict.fromkeys(reason for _, reason in made.left_out))
            text += f" {count(len(made.left_out), 'Person', 'Personen')} nicht: {reasons}"
        self._desk.notices.success(
            text,
            Action("Zeigen", lambda: self._desk.navigator.open(
                Kind.INITIATIVE, made.initiative_id)),
            Action("Rückgängig", lambda: self._undo(step)),
        )  # fmt: skip

    def _undo(self, step: int) -> None:
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: take_back(self._desk.office, (step,)),
            lambda _: self.calculate(),
        )

    def _tell_stale(self, changes: tuple[Change, ...]) -> None:
        if self._found is not None and touches(changes, *COUNTED):
            self.hint.setText(STALE)
            self.hint.show()
