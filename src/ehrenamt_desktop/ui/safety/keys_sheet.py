"""The recovery sheet: printed or saved, then typed back once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.services.key_slots import keep_sheet, same_code
from ehrenamt_desktop.ui.kit.dialogs import Dialog
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.flow_layout import FlowLayout
from ehrenamt_desktop.ui.kit.panels import button, label, label_of
from ehrenamt_desktop.ui.kit.text_inputs import LineInput

ABOUT = (
    "Mit diesem Code lässt sich der Bestand öffnen, wenn das Kennwort vergessen ist. Er wird nur "
    "jetzt gezeigt. Drucken Sie das Blatt zweimal und schließen Sie beide an verschiedenen Orten "
    "ein. Ohne Drucker schreiben Sie den Code ab."
)
BACK = "Zur Probe: Tippen Sie den Code vom Blatt ab"
WRONG = (
    "Das ist nicht der Code vom Blatt. Bitte vergleichen Sie Feld für Feld; der Code steht oben."
)
LATER = (
    "Der Code ist noch nicht abgetippt. Mit „Später“ geht es weiter; das Programm erinnert Sie "
    "beim nächsten Start und druckt dann ein neues Blatt."
)


class SheetDialog(Dialog):
    """Shows a code once; `checked` is called when it was typed back."""

    def __init__(
        self,
        code: str,
        sheet: bytes,
        files: Files,
        checked: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Wiederherstellungsblatt", parent, name="sheet", accept="Fertig", cancel="Später",
            width_em=44,
        )  # fmt: skip
        self._code, self._sheet, self._files, self._checked = code, sheet, files, checked
        self._warned = False
        shown = label(code, "heading", wrap=True, name="sheet.code")
        shown.setAccessibleName(" ".join(code.replace("-", " ")))
        self.print_button = button("Drucken …", name="sheet.print", icon="print")
        self.print_button.clicked.connect(self._print)
        self.save_button = button("Als PDF speichern …", name="sheet.save")
        self.save_button.clicked.connect(self._save)
        self.typed = LineInput()
        self.typed.setObjectName("sheet.typed")
        self.problem = label("", "error", wrap=True, name="sheet.problem")
        self.problem.hide()
        ways = QWidget()
        row = FlowLayout(ways)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        for part in (
            label(ABOUT, wrap=True), shown, ways, label_of(self.typed, BACK), self.typed,
            self.problem,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.body.addStretch(1)

    def confirm(self) -> None:
        """End when the code was typed back."""
        if not same_code(self.typed.text(), self._code):
            self._tell(WRONG)
            self.typed.selectAll()
            self.typed.setFocus()
            return
        self._checked()
        self.accept()

    def reject(self) -> None:
        """Leave without the trial; said once before."""
        if self._warned:
            super().reject()
            return
        self._warned = True
        self._tell(LATER)

    def _print(self) -> None:
        from ehrenamt_desktop.ui.kit.pdf_pages import Pages
        from ehrenamt_desktop.ui.kit.printing import print_pages

        self._try(lambda: print_pages(Pages(self._sheet), self))

    def _save(self) -> None:
        path = self._files.save("Blatt speichern", "Wiederherstellungsblatt", ".pdf")
        if path is not None:
            self._try(lambda: keep_sheet(self._sheet, path))

    def _try(self, deed: Callable[[], None]) -> None:
        self.problem.hide()
        try:
            deed()
        except EhrenamtError as error:
            self._tell(error.sentence)

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.typed.setAccessibleDescription(sentence)
