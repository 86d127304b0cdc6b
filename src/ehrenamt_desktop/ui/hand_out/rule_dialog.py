"""One rule as a sentence of three parts: when, which paper, because of what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.documents import DocumentRow
from ehrenamt_desktop.model.enums import DocumentState, RuleField
from ehrenamt_desktop.model.hand_out import RuleRow
from ehrenamt_desktop.model.rules.hand_out import asks
from ehrenamt_desktop.ui.hand_out.titles import fitting
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.panels import label, label_of
from ehrenamt_desktop.ui.kit.pick_field import PickInput
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.text_inputs import ChoiceInput, LineInput
from ehrenamt_desktop.ui.record.telling import tell

NAME = "rule"
FIELDS = tuple(RuleField)
NO_PAPER = "Bitte wählen Sie die Unterlage aus der Liste, die beim Tippen erscheint."


class RuleDialog(Dialog):
    """Stays open until the rule is kept."""

    def __init__(self, desk: Desk, row: RuleRow | None, parent: QWidget | None = None) -> None:
        super().__init__(
            "Regel ändern" if row else "Neue Regel", parent, name=NAME, accept="Speichern",
            width_em=42,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._row = desk, row
        self._paper = row.document_id if row else None
        self._values: list[str] = []
        self._papers: dict[int, str] = {}
        self._build()
        office = desk.office
        desk.tasks.run(Lane.READ, office.library.rows, self._know)
        if row is not None:
            self.field.setCurrentIndex(FIELDS.index(row.field))
            self.age.setText(row.value)
            self.paper.setText(row.title)
            self.reason.setText(row.reason)
        self._fit()

    def confirm(self) -> None:
        """Keep the rule."""
        if self._paper is None or self.paper.text().strip() != self._papers.get(self._paper):
            self._say(NO_PAPER)
            return
        field = FIELDS[self.field.currentIndex()]
        index = self.choice.currentIndex()
        value = self.age.text().strip() if field is RuleField.UNDER_AGE else (
            self._values[index] if asks(field) and 0 <= index < len(self._values) else ""
        )  # fmt: skip
        values = {
            "document_id": self._paper, "field": field, "value": value,
            "reason": self.reason.text(),
        }  # fmt: skip
        desk, row = self._desk, self._row
        number, version = (row.id, row.version) if row else (None, None)

        def kept(_: int) -> None:
            self.accept()
            tell(desk, "Die Regel ist gespeichert.")

        desk.tasks.run(
            Lane.WRITE, lambda: desk.office.document_rules.save(values, number, version), kept,
            self._refuse,
        )  # fmt: skip

    def _build(self) -> None:
        self.field = ChoiceInput()
        self.field.setObjectName(f"{NAME}.field")
        for one in FIELDS:
            self.field.addItem(one.label)
        self.age = LineInput()
        self.age.setObjectName(f"{NAME}.age")
        self.choice = ChoiceInput()
        self.choice.setObjectName(f"{NAME}.choice")
        self.paper = PickInput(self._offer)
        self.paper.setObjectName(f"{NAME}.paper")
        self.reason = LineInput()
        self.reason.setObjectName(f"{NAME}.reason")
        self.reason.setMaxLength(300)
        self.problem = label("", "error", wrap=True, name=f"{NAME}.problem")
        self.problem.hide()
        self._age_label = label_of(self.age, "Jahre")
        self._choice_label = label_of(self.choice, "Nämlich")
        for part in (
            label_of(self.field, "Wenn"), self.field, self._age_label, self.age,
            self._choice_label, self.choice, label_of(self.paper, "dann diese Unterlage"),
            self.paper, label_of(self.reason, "weil"), self.reason, self.problem,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.field.currentIndexChanged.connect(lambda _: self._fit())
        self.paper.picked.connect(self._take)

    def _fit(self) -> None:
        """Show what the condition is compared with."""
        field = FIELDS[self.field.currentIndex()]
        by_age = field is RuleField.UNDER_AGE
        for shown, *parts in (
            (by_age, self.age, self._age_label),
            (asks(field) and not by_age, self.choice, self._choice_label),
        ):
            for one in parts:
                one.setVisible(shown)
        if asks(field) and not by_age:
            office = self._desk.office
            self._desk.tasks.run(
                Lane.WRITE, lambda: office.document_rules.choices(field), self._fill, key=NAME
            )

    def _fill(self, choices: tuple[tuple[str, str], ...]) -> None:
        self._values = [value for value, _ in choices]
        self.choice.clear()
        for _, words in choices:
            self.choice.addItem(words)
        if self._row is not None and self._row.value in self._values:
            self.choice.setCurrentIndex(self._values.index(self._row.value))

    def _know(self, rows: tuple[DocumentRow, ...]) -> None:
        self._papers = {
            one.id: one.title for one in rows if one.state is not DocumentState.ARCHIVED
        }

    def _offer(self, typed: str) -> list[tuple[int, str]]:
        return fitting(self._papers, typed)

    def _take(self, number: int, title: str) -> None:
        self._paper = number
        self.paper.setText(title)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, EhrenamtError):
            self._say(error.sentence)
        else:
            self._desk.notices.error(error)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
