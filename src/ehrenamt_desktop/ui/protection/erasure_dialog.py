"""Aufbewahrung und Löschung: who is due, the way through the archive, and the last step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.columns.erasures import ERASURE_COLUMNS
from ehrenamt_desktop.model.enums import ArchiveAnswer
from ehrenamt_desktop.model.erasures import Erased, ErasureRow, ErasureStage
from ehrenamt_desktop.model.progress import Progress
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.panels import button, label
from ehrenamt_desktop.ui.kit.record_table import RecordTable
from ehrenamt_desktop.ui.kit.rows_source import RowsSource
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.entry_dialog import EntryDialog

NAME = "erasures"
ABOUT = (
    "Hier steht, wessen Angaben nicht mehr gebraucht werden oder wer die Löschung verlangt hat. "
    "Öffentliche Stellen bieten solche Akten zuerst dem Archiv an (HArchivG); bis zur Antwort sind "
    "sie gesperrt. Gelöscht wird erst, was freigegeben ist, und dann endgültig."
)
SURE = (
    "{} wird endgültig gelöscht: alle Angaben, Gespräche und Änderungen. Das lässt sich nicht "
    "rückgängig machen; auch eine Sicherung bringt niemanden zurück. In den Berichten zählen die "
    "Fälle ohne Namen weiter."
)
ANSWER = (
    FieldSpec("answer", "Antwort *", FieldKind.CHOICE, wide=True, choices=ArchiveAnswer),
    FieldSpec("on", "Am *", FieldKind.DATE),
    FieldSpec("file_number", "Aktenzeichen",
              hint="Der Antwort oder des allgemeinen Verzichts; ohne Antwort bleibt es leer."),
)  # fmt: skip
RULES = (
    FieldSpec("enquiry", "Anfrage ohne Beratung *", FieldKind.INTEGER, unit="Monate"),
    FieldSpec("counselled", "Beraten, nicht vermittelt *", FieldKind.INTEGER, unit="Monate"),
    FieldSpec("placed", "Nach der letzten Vermittlung *", FieldKind.INTEGER, unit="Monate"),
    FieldSpec("archive", "Zuständiges Archiv", wide=True, hint="Zum Beispiel das Kreisarchiv"),
    FieldSpec("waiver", "Allgemeiner Verzicht des Archivs", wide=True,
              hint="Aktenzeichen, wenn das Archiv auf Fallakten verzichtet hat"),
    FieldSpec("undo_days", "Schritte rückgängig machen *", FieldKind.INTEGER, unit="Tage"),
    FieldSpec("history_months", "Änderungen nachlesen *", FieldKind.INTEGER, unit="Monate"),
)  # fmt: skip


class ErasureDialog(Dialog):
    """The people, what is done with the chosen ones, and the periods."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Aufbewahrung und Löschung", parent, name=NAME, accept="Endgültig löschen …",
            cancel="Schließen", width_em=88,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._rows: dict[int, ErasureRow] = {}
        self._source: RowsSource[ErasureRow] = RowsSource(ERASURE_COLUMNS)
        self.table = RecordTable(
            self._source, ERASURE_COLUMNS, desk.tasks, name=f"{NAME}.table",
            label="Personen, deren Angaben gehen", private=frozenset({"name"}), many=True,
            empty="Niemand ist fällig, und niemand hat die Löschung verlangt.",
        )  # fmt: skip
        self.table.setMinimumHeight(theme.em() * 16)
        self.offer_button = button("Dem Archiv anbieten …", name=f"{NAME}.offer")
        self.hand_button = button("Für das Archiv ausgeben …", name=f"{NAME}.hand_over")
        self.answer_button = button("Antwort eintragen …", name=f"{NAME}.answer")
        self.keep_button = button("Nicht löschen", name=f"{NAME}.keep")
        self.rules_button = button("Fristen und Archiv …", name=f"{NAME}.rules")
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        ways = QWidget()
        row = FlowLayout(ways)
        for one in (self.offer_button, self.hand_button, self.answer_button, self.keep_button,
                    self.rules_button):  # fmt: skip
            row.addWidget(one)
        for part in (label(ABOUT, "soft", wrap=True), self.table, ways, self.problem):
            self.body.addWidget(part)
        self._connect()
        self.load()

    def load(self) -> None:
        """Read the people anew."""
        self._desk.tasks.run(Lane.WRITE, self._read, self._show)

    def confirm(self) -> None:
        """Ask, then delete the chosen people for good."""
        rows = self._chosen()
        question = SURE.format(count(len(rows), "Person", "Personen"))
        if not rows or not self._desk.notices.ask(question, "Endgültig löschen", "Zurück"):
            return
        letters: Path | None = None
        if any(one.recipients for one in rows):
            letters = self._desk.files.folder("Ordner für die Briefe an die Empfänger wählen")
            if letters is None:
                return
        numbers, office = [one.id for one in rows], self._desk.office

        def work(progress: Progress) -> Erased:
            done = office.erasures.erase(numbers, letters, len(numbers), progress)
            office.backups.keep()
            return done

        self._desk.tasks.run_long("Wird gelöscht …", work, self._erased, self._refuse)

    def _connect(self) -> None:
        self.offer_button.clicked.connect(self._offer)
        self.hand_button.clicked.connect(self._hand_over)
        self.answer_button.clicked.connect(self._answer)
        self.keep_button.clicked.connect(self._keep)
        self.rules_button.clicked.connect(self._ask_rules)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choose())

    def _show(self, rows: tuple[ErasureRow, ...]) -> None:
        self._rows = {one.id: one for one in rows}
        self._source.put(rows)
        self.table.reload()
        self.table.select_first()
        self._choose()

    def _chosen(self) -> list[ErasureRow]:
        return [self._rows[one] for one in self.table.selected_ids() if one in self._rows]

    def _choose(self) -> None:
        """Only what can be done with all the chosen ones."""
        rows, free = self._chosen(), not self._desk.office.read_only
        stages = {one.stage for one in rows}
        self.offer_button.setEnabled(free and stages == {ErasureStage.PROPOSED})
        self.hand_button.setEnabled(free and bool(rows) and all(one.offered_on for one in rows))
        self.answer_button.setEnabled(free and bool(rows))
        self.keep_button.setEnabled(free and bool(rows))
        self.rules_button.setEnabled(free)
        self.accept_button.setEnabled(free and stages == {ErasureStage.RELEASED})

    def _read(self) -> tuple[ErasureRow, ...]:
        """On the write lane, which imports the service."""
        return self._desk.office.erasures.listed()

    def _read_rules(self) -> dict[str, Any]:
        office = self._desk.office
        return office.erasures.rules()._asdict() | office.ageing.terms()._asdict()

    def _offer(self) -> None:
        self._write("Ordner für die Liste wählen", self._desk.office.erasures.offer,
                    "Die Liste für das Archiv ist fertig; die Angaben sind gesperrt.")  # fmt: skip

    def _hand_over(self) -> None:
        self._write("Ordner für das Archiv wählen", self._desk.office.erasures.hand_over,
                    "Die Datensätze für das Archiv sind geschrieben.")  # fmt: skip

    def _write(self, title: str, deed: Callable[..., Path], said: str) -> None:
        numbers = [one.id for one in self._chosen()]
        folder = self._desk.files.folder(title)
        if folder is None:
            return

        def done(made: Path) -> None:
            reveal = Action("Ordner", lambda: self._desk.files.reveal(made))
            self._desk.notices.success(said, reveal)
            self.load()

        self.problem.hide()
        self._desk.tasks.run_long(
            "Wird geschrieben …", lambda progress: deed(numbers, folder, progress), done,
            self._refuse,
        )  # fmt: skip

    def _answer(self) -> None:
        numbers, office = [one.id for one in self._chosen()], self._desk.office
        dialog = EntryDialog(
            "Antwort des Archivs", "", ANSWER, Vocabulary(), {"answer": ArchiveAnswer.DECLINED},
            self._desk,
            lambda given: office.erasures.answer(
                numbers, given["answer"], given["on"], given["file_number"] or ""
            ),
            self, name="archive_answer", said="Die Antwort ist eingetragen.",
        )  # fmt: skip
        dialog.accepted.connect(self.load)
        dialog.open()

    def _keep(self) -> None:
        numbers = [one.id for one in self._chosen()]
        self._desk.tasks.run(
            Lane.WRITE, lambda: self._desk.office.erasures.keep(numbers), lambda _: self.load(),
            self._refuse,
        )  # fmt: skip

    def _ask_rules(self) -> None:
        self._desk.tasks.run(Lane.WRITE, self._read_rules, self._open_rules)

    def _open_rules(self, rules: dict[str, Any]) -> None:
        dialog = EntryDialog(
            "Fristen und Archiv", "", RULES, Vocabulary(), rules, self._desk,
            self._desk.office.erasures.set_rules, self,
            name="retention", said="Die Fristen sind gespeichert.",
        )  # fmt: skip
        dialog.accepted.connect(self.load)
        dialog.open()

    def _erased(self, done: Erased) -> None:
        words = [f"{count(done.people, 'Person', 'Personen')} gelöscht."]
        actions = []
        if done.path is not None:
            path = done.path
            words.append(f"{count(done.letters, 'Brief', 'Briefe')} an Empfänger liegen bereit.")
            actions.append(Action("Ordner", lambda: self._desk.files.reveal(path)))
        if done.files:
            words.append(
                "Diese Papiere liegen noch außerhalb; bitte löschen Sie sie: "
                + ", ".join(str(one) for one in done.files)
            )
        self._desk.notices.success(" ".join(words), *actions)
        self.load()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self.problem.setText(error.sentence)
            self.problem.show()
        else:
            self._desk.notices.error(error)


def request_dialog(desk: Desk, person_id: int, parent: QWidget) -> EntryDialog:
    """Asks when somebody wanted to be erased."""
    specs = (
        FieldSpec("on", "Verlangt am", FieldKind.DATE, hint="Leer: heute. Sie haben einen Monat."),
        FieldSpec("note", "Notiz", wide=True),
    )
    return EntryDialog(
        "Löschung vormerken", "", specs, Vocabulary(), {}, desk,
        lambda given: desk.office.erasures.request(person_id, given["on"], given["note"] or ""),
        parent, name="erasure_request",
        said="Vorgemerkt. Weiter geht es im Menü „Datenschutz“ unter „Aufbewahrung und Löschung“.",
    )  # fmt: skip
