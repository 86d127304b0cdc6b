"""The round of the half-year: begin it, print list and letters, key in the answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.round import OPEN_ONLY, ROUND_COLUMNS
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.queries import Change, ListQuery
from ehrenamt_desktop.model.rounds import Round
from ehrenamt_desktop.model.text import count, day
from ehrenamt_desktop.ui.initiatives.deeds import RoundDeeds
from ehrenamt_desktop.ui.initiatives.round_keys import RoundKeys
from ehrenamt_desktop.ui.initiatives.round_source import RoundSource
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import MeterBar, button, clear_layout, hbox, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.strips import SegmentStrip
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.telling import tell

KINDS = (Kind.OFFER_ROUND, Kind.OFFER_QUESTION, Kind.OFFER, Kind.INITIATIVE, Kind.CONTACT)
SHOWN = (("open", "Offen"), ("all", "Alle"))
Make = Callable[[Path, Progress], int]
Facts = tuple[Round | None, int]


class RoundPage(QWidget):
    """Head with the steps, the mask for answers, the list of what is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("round")
        self._desk = desk
        self._deeds = RoundDeeds(desk.office)
        self._kept: Round | None = None
        self.keys = RoundKeys(desk)
        self._about = label("", wrap=True, name="round.about")
        self._meter = hbox()
        self._buttons = {
            "begin": button("Abfrage beginnen", name="round.begin", primary=True),
            "more": button("Neu fällige aufnehmen", name="round.more", icon="plus"),
            "calls": button("Telefonliste …", name="round.calls", icon="phone"),
            "letters": button("Briefe …", name="round.letters", icon="mail"),
            "close": button("Abfrage abschließen", name="round.close"),
        }
        deeds = {"begin": self._begin, "more": self._begin, "calls": self._print_calls,
                 "letters": self._print_letters, "close": self._close}  # fmt: skip
        for key, deed in deeds.items():
            self._buttons[key].clicked.connect(deed)
        self.shown = SegmentStrip(SHOWN, name="round.shown")
        self.shown.changed.connect(self._filter)
        self.table = RecordTable(
            RoundSource(desk.office), ROUND_COLUMNS, desk.tasks, name="round.table",
            label="Angebote der Abfrage", empty="Hier ist keine Antwort offen.",
        )  # fmt: skip
        self.table.opened.connect(self._key_in)
        self._build()
        desk.bus.changed.connect(self._refresh)
        self._filter(self.shown.current())
        self.reload()

    def focus(self) -> None:
        """Go where the work is: to the code, or to the first button."""
        (self.keys.code if self.keys.isVisibleTo(self) else self._buttons["begin"]).setFocus()

    def reload(self) -> None:
        """Read the round again."""
        self._desk.tasks.run(Lane.READ, self._deeds.facts, self._show, key="round")

    def _build(self) -> None:
        flow = FlowLayout()
        for one in self._buttons.values():
            one.hide()
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID + 4)
        column.addWidget(self._about)
        column.addLayout(self._meter)
        column.addLayout(flow)
        column.addWidget(self.keys)
        column.addWidget(self.shown)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self._parts: tuple[QWidget, ...] = (self.keys, self.shown, self.table)
        for part in self._parts:
            part.hide()

    def _show(self, facts: Facts) -> None:
        before, (self._kept, due) = self._kept, facts
        kept = self._kept
        self._about.setText(_words(kept, due))
        clear_layout(self._meter)
        if kept is not None and kept.total:
            done = kept.total - kept.open
            told = f"{done} von {kept.total} beantwortet"
            self._meter.addWidget(MeterBar(done / kept.total, None, Tone.GOOD, told))
        shown = {"begin": kept is None, "more": kept is not None and due > 0,
                 "calls": kept is not None, "letters": kept is not None,
                 "close": kept is not None}  # fmt: skip
        for key, wanted in shown.items():
            self._buttons[key].setVisible(wanted)
        self._buttons["begin"].setEnabled(due > 0)
        for key in ("calls", "letters"):
            self._buttons[key].setEnabled(kept is not None and kept.open > 0)
        for part in self._parts:
            part.setVisible(kept is not None)
        if (before is None) != (kept is None) and self.isVisible():
            self.focus()

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        if touches(changes, *KINDS):
            self.reload()
            self.table.reload()

    def _filter(self, key: str) -> None:
        filters = {OPEN_ONLY: ("yes",)} if key == "open" else {}
        self.table.set_query(ListQuery(filters=filters))

    def _key_in(self, number: int) -> None:
        row = self.table.row(number)
        if row is not None:
            self.keys.begin(row.question.code)

    def _begin(self) -> None:
        self._desk.tasks.run(
            Lane.WRITE, self._deeds.begin,
            lambda amount: tell(
                self._desk, f"{count(amount, 'Angebot', 'Angebote')} in die Abfrage aufgenommen."
            ),
        )  # fmt: skip

    def _close(self) -> None:
        self._desk.tasks.run(
            Lane.WRITE, self._deeds.close,
            lambda _: tell(self._desk, "Die Abfrage ist abgeschlossen."),
        )  # fmt: skip

    def _print_calls(self) -> None:
        self._make("Telefonliste", "Die Telefonliste ist fertig.",
                   self._deeds.phone_list)  # fmt: skip

    def _print_letters(self) -> None:
        bodies = self._kept.bodies if self._kept else ()
        left = sum(1 for body in bodies if body.open and body.missing)
        more = (
            f" Ohne vollständige Anschrift: {count(left, 'Initiative', 'Initiativen')}, bitte "
            "anrufen." if left else ""
        )  # fmt: skip
        self._make("Briefe zur Abfrage", f"Die Briefe sind fertig.{more}",
                   self._deeds.letters)  # fmt: skip

    def _make(self, name: str, sentence: str, work: Make) -> None:
        desk = self._desk
        path = desk.files.save(f"{name} speichern", name, ".pdf")
        if path is not None:
            desk.tasks.run_long(
                f"{name}: wird erstellt …", lambda progress: work(path, progress),
                lambda _: desk.notices.success(sentence, *paper_actions(desk.files, path)),
            )  # fmt: skip


def _words(kept: Round | None, due: int) -> str:
    if kept is not None:
        done = kept.total - kept.open
        return f"Abfrage vom {day(kept.started_on)}: {done} von {kept.total} beantwortet."
    if not due:
        return "Alle Angebote sind in den letzten drei Monaten bestätigt. Es gibt nichts zu fragen."
    many = count(due, "Angebot ist", "Angebote sind")
    return (
        f"{many} seit über drei Monaten nicht bestätigt. Die Abfrage sammelt sie nach Initiativen; "
        "Sie rufen an oder schreiben und tragen die Antworten hier ein."
    )
