"""The boards of the villages, and the round: what to hang up and to take down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.boards import BOARD_COLUMNS, BoardRow, RoundStop
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.files import paper_actions
from ehrenamt_desktop.ui.kit.panels import button, clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import CheckInput
from ehrenamt_desktop.ui.record.form_dialog import FormDialog

SPECS = (
    FieldSpec("name", "Name"),
    FieldSpec("place_id", "Ortsteil", FieldKind.PLACE),
    FieldSpec("large", "A3 passt hinein", FieldKind.CHECK),
    FieldSpec("note", "Notiz", hint="Wo er steht, wo der Schlüssel liegt. Bitte keine Namen.",
              wide=True),
)  # fmt: skip
NOTHING = "Zurzeit ist nirgends etwas aufzuhängen oder abzunehmen."


def board_form(
    places: tuple[PlaceRow, ...], values: Mapping[str, object], parent: QWidget | None
) -> FormDialog:
    """The few fields of a board."""
    title = "Schaukasten ändern" if values else "Neuer Schaukasten"
    return FormDialog(title, SPECS, values, parent, name="case", required=("name",),
                      vocabulary=Vocabulary(places=places))  # fmt: skip


class BoardsDialog(Dialog):
    """The register above, the round below; ticks are entered as one step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Schaukästen und Rundgang", parent, name="boards", accept="Angekreuztes eintragen",
            cancel="Schließen", width_em=52,
        )  # fmt: skip
        self._desk = desk
        self._source: RowsSource[BoardRow] = RowsSource(BOARD_COLUMNS)
        self.ticks: dict[int, CheckInput] = {}
        self.table = RecordTable(
            self._source, BOARD_COLUMNS, desk.tasks, name="boards.table", label="Schaukästen",
            empty="Noch ist kein Schaukasten eingetragen.",
        )  # fmt: skip
        self.table.setMinimumHeight(9 * self.fontMetrics().height())
        self.new_button = button("Neuer Schaukasten …", name="boards.new")
        self.change_button = button("Ändern …", name="boards.change")
        self.remove_button = button("Entfernen", name="boards.remove")
        self.print_button = button("Rundgang drucken …", name="boards.print", icon="print")
        self.buttons.insertWidget(1, self.print_button)
        self._round = QWidget()
        self._column = vbox()
        self._round.setLayout(self._column)
        deeds = hbox(self.new_button, self.change_button, self.remove_button)
        deeds.addStretch(1)
        self.body.addWidget(self.table)
        self.body.addLayout(deeds)
        self.body.addWidget(label("Rundgang", "heading"))
        self.body.addWidget(self._round)
        self.body.addStretch(1)
        self.new_button.clicked.connect(lambda: self._ask(None))
        self.change_button.clicked.connect(lambda: self._ask(self._chosen()))
        self.remove_button.clicked.connect(self._remove)
        self.print_button.clicked.connect(self._print)
        self.table.selected.connect(self._enable)
        self.table.opened.connect(lambda _: self._ask(self._chosen()))
        self._show_round(())

    def look(self) -> None:
        """Read boards and round anew."""
        boards = self._desk.office.boards
        self._desk.tasks.run(Lane.READ, lambda: (boards.rows(), boards.round()), self._show)

    def confirm(self) -> None:
        """Enter what is ticked and stay."""
        done = [number for number, tick in self.ticks.items() if tick.isChecked()]
        if done:
            self._run(lambda: self._desk.office.boards.done(done), "Der Rundgang ist eingetragen.")

    def _show(self, found: tuple[tuple[BoardRow, ...], tuple[RoundStop, ...]]) -> None:
        rows, stops = found
        self._source.put(rows)
        self.table.reload()
        self._show_round(stops)

    def _show_round(self, stops: tuple[RoundStop, ...]) -> None:
        column = self._column
        clear_layout(column)
        self.ticks = {}
        for stop in stops:
            where = f"{stop.place}: {stop.name}" if stop.place else stop.name
            column.addWidget(label(where, "strong", wrap=True))
            for item in stop.items:
                tick = CheckInput(f"{item.title} {item.deed}".replace("&", "&&"))
                tick.setObjectName(f"boards.tick.{item.reminder}")
                tick.setAccessibleName(f"{where}: {item.title} {item.deed}")
                self.ticks[item.reminder] = tick
                column.addWidget(tick)
        if not stops:
            column.addWidget(label(NOTHING, "soft", wrap=True))
        self.accept_button.setEnabled(bool(stops))
        self.print_button.setEnabled(bool(stops))
        self._enable(self.table.selected_id())

    def _enable(self, number: int | None) -> None:
        for one in (self.change_button, self.remove_button):
            one.setEnabled(number is not None)

    def _chosen(self) -> BoardRow | None:
        number = self.table.selected_id()
        row: BoardRow | None = None if number is None else self.table.row(number)
        return row

    def _ask(self, row: BoardRow | None) -> None:
        places = self._desk.office.lists.places
        self._desk.tasks.run(Lane.READ, places, partial(self._open_form, row))

    def _open_form(self, row: BoardRow | None, places: tuple[PlaceRow, ...]) -> None:
        dialog = board_form(places, row._asdict() if row else {}, self)
        dialog.submitted.connect(partial(self._keep, dialog, row))
        dialog.open()

    def _keep(self, dialog: FormDialog, row: BoardRow | None, values: Mapping[str, object]) -> None:
        def work() -> int:
            number, version = (row.id, row.version) if row else (None, None)
            return self._desk.office.boards.save(values, number, version)

        def done(_: int) -> None:
            dialog.accept()
            self.look()

        self._desk.tasks.run(
            Lane.WRITE, work, done, lambda error: dialog.refuse(error, self._desk.notices)
        )

    def _remove(self) -> None:
        row = self._chosen()
        if row is not None:
            self._run(lambda: self._desk.office.boards.remove(row.id),
                      "Der Schaukasten ist entfernt.")  # fmt: skip

    def _run(self, work: Callable[[], None], sentence: str) -> None:
        def done(_: None) -> None:
            self._desk.notices.success(sentence)
            self.look()

        self._desk.tasks.run(Lane.WRITE, work, done)

    def _print(self) -> None:
        files, notices = self._desk.files, self._desk.notices
        path = files.save("Rundgang speichern", "Rundgang Aushänge", ".pdf")
        if path is None:
            return

        def work(progress: Progress) -> int:
            return self._desk.office.boards.paper(path, progress=progress)

        def done(_: int) -> None:
            notices.success("Der Rundgang ist gedruckt.", *paper_actions(files, path))

        self._desk.tasks.run_long("Die Liste wird erstellt …", work, done)
