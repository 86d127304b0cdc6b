"""Two records of one person beside each other: whose value stays is chosen field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ehrenamt_desktop.errors import DomainError, InvalidDraft
from ehrenamt_desktop.model.doubles import BOTH, KEEP, LOSE, MergeField, MergePreview
from ehrenamt_desktop.model.rows import PlaceRow
from ehrenamt_desktop.model.text import cut
from ehrenamt_desktop.ui.doubles.words import LONGEST, label_of, value_of
from ehrenamt_desktop.ui.kit import privacy, theme
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, vbox
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.kit.tips import tip

TOGETHER = "beides"


class MergeDialog(Dialog):
    """Shows where two records differ and what comes along; merges them as one step."""

    merged = Signal(int)
    turned = Signal(int, int)

    def __init__(
        self, desk: Desk, preview: MergePreview, places: Iterable[PlaceRow], parent: QWidget
    ) -> None:
        super().__init__(
            "Personen zusammenführen", parent, name="merge", accept="Zusammenführen", width_em=60,
        )  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._preview = preview
        self._places = {place.id: place.label for place in places}
        self._groups: dict[str, QButtonGroup] = {}
        keep, lose = preview.keep.number, preview.lose.number
        self.body.addWidget(label(
            f"Nr. {keep} bleibt, Nr. {lose} geht darin auf. Alles, was an Nr. {lose} hängt, kommt "
            "mit. Wählen Sie, welche Angaben stehen bleiben.", wrap=True,
        ))  # fmt: skip
        for field in preview.fields:
            self._add_field(field)
        self.body.addWidget(label(_brought(preview), "soft", wrap=True, name="merge.parts"))
        self.problem = label("", "error", wrap=True, name="merge.problem")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.turn_button = button(f"Nr. {lose} behalten", name="merge.turn")
        self.turn_button.setToolTip("Tauscht, welcher Datensatz bleibt")
        self.turn_button.setAutoDefault(False)
        self.turn_button.clicked.connect(self._turn)
        self.buttons.insertWidget(0, self.turn_button)

    def choices(self) -> Mapping[str, str]:
        """What is chosen, by field."""
        return {
            key: chosen.objectName().rsplit(".", 1)[-1]
            for key, group in self._groups.items()
            if (chosen := group.checkedButton()) is not None
        }

    def confirm(self) -> None:
        """Merge; refused, the dialog stays and says why."""
        preview, choices = self._preview, self.choices()
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: self._desk.office.merging.merge(
                preview.keep.number, preview.lose.number, choices, preview.versions
            ),
            lambda _: self._done(),
            self._refused,
        )

    def _done(self) -> None:
        self.merged.emit(self._preview.lose.number)
        self.accept()

    def _turn(self) -> None:
        self.reject()
        self.turned.emit(self._preview.lose.number, self._preview.keep.number)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidDraft):
            said = [f"{label_of(one.key)}: {one.sentence}" for one in error.fields]
        elif isinstance(error, DomainError):
            said = [error.sentence]
        else:
            self._desk.notices.error(error)
            return
        self.problem.setText(" ".join(said))
        self.problem.show()

    def _add_field(self, field: MergeField) -> None:
        """The name of a field, below it a button for each value that can stay."""
        named = label_of(field.key)
        group = self._groups[field.key] = QButtonGroup(self)
        flow = FlowLayout()
        values = {
            KEEP: f"Nr. {self._preview.keep.number}: {self._words(field, field.keep)}",
            LOSE: f"Nr. {self._preview.lose.number}: {self._words(field, field.lose)}",
            BOTH: TOGETHER,
        }
        for choice in field.choices:
            whole = " ".join(values[choice].split())
            words = cut(whole, LONGEST).replace("&", "&&")
            one = button(words, name=f"merge.{field.key}.{choice}")
            one.setProperty("choice", "true")
            one.setCheckable(True)
            one.setAutoDefault(False)
            one.setAccessibleName(f"{named}: {whole}")
            one.setToolTip(tip(whole) if len(whole) > LONGEST else "")
            one.setChecked(choice == field.chosen)
            group.addButton(one)
            flow.addWidget(one)
        self.body.addLayout(vbox(label(named, "soft"), flow, gap=theme.GRID // 2))

    def _words(self, field: MergeField, value: object) -> str:
        return privacy.DOTS if privacy.masked() else value_of(field.key, value, self._places)


def _brought(preview: MergePreview) -> str:
    parts = [f"{amount} × {words}" for words, amount in preview.parts]
    said = f"Kommt mit: {', '.join(parts)}." if parts else "Weiter hängt nichts daran."
    if not preview.twice:
        return said
    both = " und ".join(f"„{title}“" for title in preview.twice)
    return f"{said} Beide haben eine offene Vermittlung zu {both}: Bitte beenden Sie danach eine."
