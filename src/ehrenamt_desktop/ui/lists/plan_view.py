"""What an import will do, on one page: counts, hints, rows by verdict, columns by field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ehrenamt_desktop.model.imports import ImportPlan, Preview
from ehrenamt_desktop.ui.kit import icons, theme
from ehrenamt_desktop.ui.kit.panels import clear_layout, hbox, label, vbox
from ehrenamt_desktop.ui.kit.strips import TabStrip
from ehrenamt_desktop.ui.lists import plan_words as words
from ehrenamt_desktop.ui.lists.column_choice import ColumnChoice
from ehrenamt_desktop.ui.lists.line_table import LineTable

PARTS = (
    ("rows", "Alle Zeilen"),
    ("refused", "Abgewiesen"),
    ("doubles", "Vielleicht doppelt"),
    ("columns", "Spalten"),
)


class PlanView(QWidget):
    """Shows a plan; of it only the columns can be changed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self.counts = label("", "heading", wrap=True, name="import.counts")
        self.also = label("", "soft", wrap=True, name="import.also")
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(theme.GRID // 2)
        self.parts = TabStrip(PARTS, name="import.parts")
        self.parts.changed.connect(self._show_part)
        self.table = LineTable("import.rows", "Zeilen der Datei")
        self.table.setMinimumHeight(theme.line_height() * 7)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now.row()))
        self.reason = label("", "soft", wrap=True, name="import.reason")
        self.columns = ColumnChoice()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.columns)
        frame = QFrame()
        frame.setProperty("card", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.pages)
        column = vbox(
            self.counts, self.also, self._warnings, self.parts, frame, self.reason,
            gap=theme.GRID,
        )  # fmt: skip
        column.setStretch(4, 1)
        self.setLayout(column)

    def show_columns(self, noun: str, preview: Preview) -> None:
        """Show nothing but the columns of a file that is no plan yet."""
        self._plan = None
        clear_layout(self._warnings)
        for part in (self.counts, self.also, self.parts, self.reason):
            part.hide()
        self.columns.offer(noun, preview)
        self.pages.setCurrentWidget(self.columns)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan; refused rows first when there are any."""
        self._plan = plan
        for part in (self.counts, self.parts, self.reason):
            part.show()
        if plan.preview is not None:
            self.columns.offer(plan.noun, plan.preview)
        self.counts.setText(words.counts_words(plan))
        self.also.setText(words.also_words(plan))
        self.also.setVisible(bool(self.also.text()))
        clear_layout(self._warnings)
        for sentence in plan.warnings:
            self._warnings.addWidget(_warning(sentence))
        self.parts.set_title("rows", f"Alle {plan.unit[1]} {plan.counts.read}")
        self.parts.set_title("refused", f"Abgewiesen {len(plan.refused)}")
        self.parts.set_title("doubles", f"Vielleicht doppelt {len(plan.doubtful)}")
        self.parts.set_title("columns", f"Spalten {len(plan.mapping)}")
        self.parts.set_current("refused" if plan.refused else "rows")
        self._show_part(self.parts.current())

    def warnings(self) -> list[str]:
        """The shown hints on the whole list."""
        return [
            text.text()
            for text in self.findChildren(QLabel, "import.warning")
            if not text.isHidden()
        ]

    def _show_part(self, part: str) -> None:
        plan = self._plan
        if plan is None:
            return
        self.reason.setVisible(part != "columns")
        if part == "columns":
            self.pages.setCurrentWidget(self.columns)
            return
        rows = {"rows": plan.rows, "refused": plan.refused, "doubles": plan.doubtful}[part]
        headings = (plan.unit[0], *words.ROW_HEADINGS[1:])
        self.table.show_lines(headings, words.row_lines(rows))
        self.pages.setCurrentWidget(self.table)
        self._tell(0)

    def _tell(self, row: int) -> None:
        """Say the whole hint of the chosen row; in the table it may be cut."""
        line = self.table.lines.line(row)
        if line is None:
            self.reason.setText("Hier ist nichts zu prüfen.")
            return
        hint = line.cells[-1]
        unit = self._plan.unit[0] if self._plan is not None else ""
        self.reason.setText(f"{unit} {line.cells[0]}: {hint}" if hint else "")


def _warning(sentence: str) -> QWidget:
    row = QWidget()
    picture = QLabel()
    picture.setPixmap(icons.pixmap("warning", "amber", theme.em()))
    text = label(sentence, wrap=True, name="import.warning")
    inside = QVBoxLayout()
    inside.addWidget(picture)
    inside.addStretch(1)
    line = hbox(inside, text)
    line.setStretch(1, 1)
    line.setAlignment(text, Qt.AlignmentFlag.AlignTop)
    row.setLayout(line)
    return row
