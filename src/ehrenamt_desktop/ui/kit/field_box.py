"""One field on a page: label, editor, hint, and the sentence when something is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ehrenamt_desktop.ui.kit.field_specs import FieldKind, FieldSpec
from ehrenamt_desktop.ui.kit.fields import Editor
from ehrenamt_desktop.ui.kit.panels import label


class FieldBox(QWidget):
    """The label is the editor's buddy; the error is read out with the editor."""

    def __init__(self, spec: FieldSpec, editor: Editor, name: str) -> None:
        super().__init__()
        self.spec = spec
        self.editor = editor
        required = editor.limit.required
        spoken = f"{spec.label}, Pflichtfeld" if required else spec.label
        editor.set_names(f"{name}.{spec.name}", spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = label(f"{spec.label} *" if required else spec.label, "soft")
        head.setBuddy(editor.input)
        if spec.kind is not FieldKind.CHECK:
            column.addWidget(head)
        column.addWidget(editor)
        if spec.hint:
            column.addWidget(label(spec.hint, "small", wrap=True))
        self._note = label("", "small", wrap=True, name=f"{name}.{spec.name}.note")
        self._note.hide()
        column.addWidget(self._note)
        self._error = label("", "error", wrap=True, name=f"{name}.{spec.name}.error")
        self._error.hide()
        column.addWidget(self._error)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_error(self, sentence: str) -> None:
        """Show a sentence under the field, or take it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.editor.mark_wrong(bool(sentence))
        self.editor.input.setAccessibleDescription(sentence)

    def show_note(self, words: str) -> None:
        """Show soft words that follow from the value, or take them away."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def error(self) -> str:
        """The shown sentence."""
        return self._error.text()
