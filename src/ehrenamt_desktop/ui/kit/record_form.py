"""The form binder: specifications and limits in, editors on a page, plain values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model import limits
from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.rows import TermValue
from ehrenamt_desktop.ui.kit.editors import make_editor
from ehrenamt_desktop.ui.kit.field_box import FieldBox
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec, Vocabulary
from ehrenamt_desktop.ui.kit.fields import Editor, InputError
from ehrenamt_desktop.ui.kit.form_page import FormPage
from ehrenamt_desktop.ui.kit.notices import Notices
from ehrenamt_desktop.ui.kit.panels import label
from ehrenamt_desktop.ui.kit.term_field import ChosenTerm, TermsEditor

REQUIRED = "Bitte füllen Sie dieses Feld aus."
_RELATION_KEYS = {"person": "relation", "offer": "role"}


class RecordForm(QWidget):
    """Loads a record's values, tells whether they changed, gives them back checked.

    Build it behind the painted window: the limits come from the drafts.
    """

    changed = Signal()

    def __init__(
        self,
        noun: str,
        specs: Sequence[FieldSpec],
        vocabulary: Vocabulary,
        *,
        name: str,
        groups: Sequence[FieldGroup] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Build the editors.

        Args:
            noun: the draft whose limits hold, as `model/limits` names it; empty for none.
            specs: the fields in their order.
            vocabulary: what editors choose from.
            name: prefix of the object names.
            groups: the groups in their order; titles not named here follow.
            parent: Qt's owner.

        Raises:
            KeyError: a spec names a field the draft does not have.
        """
        super().__init__(parent)
        self.setObjectName(f"{name}.form")
        self._relation_key = _RELATION_KEYS.get(noun, "relation")
        known = limits.of(noun) if noun else {}
        self._boxes = {spec.name: self._box(spec, known, noun, vocabulary, name) for spec in specs}
        self._rest: list[TermValue] = []
        self._page = FormPage(list(self._boxes.values()), groups, name)
        self._general = label("", "error", wrap=True, name=f"{name}.error")
        self._general.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._general)
        column.addWidget(self._page)
        self._loaded = self._snapshot()

    def load(self, values: Mapping[str, Any], terms: Iterable[TermValue] = ()) -> None:
        """Show a record, or an empty one for `{}`; errors go away."""
        terms = tuple(terms)
        covered: set[int] = set()
        for box in self._boxes.values():
            if isinstance(box.editor, TermsEditor):
                mine = [one for one in terms if self._belongs(box, one)]
                covered.update(id(one) for one in mine)
                box.editor.set_value([ChosenTerm(one.term_id, one.level) for one in mine])
            else:
                box.editor.set_value(values.get(box.spec.key))
        self._rest = [one for one in terms if id(one) not in covered]
        self.clear_errors()
        self._loaded = self._snapshot()
        self._page.unfold_filled()

    def values(self) -> dict[str, Any]:
        """The present values by field.

        Raises:
            InvalidDraft: with a sentence for each entry that is no value.
        """
        found: dict[str, Any] = {}
        wrong: list[FieldError] = []
        for name, box in self._boxes.items():
            try:
                value = box.editor.value()
            except InputError as error:
                wrong.append(FieldError(name, error.sentence))
                continue
            if box.spec.kind is FieldKind.TERMS:
                found.setdefault("terms", self._kept()).extend(self._choices(box.spec, value))
            else:
                found[box.spec.key] = value
                if box.editor.limit.required and value in (None, ""):
                    wrong.append(FieldError(name, REQUIRED))
        if wrong:
            raise InvalidDraft(tuple(wrong))
        return found

    def is_dirty(self) -> bool:
        """Whether something differs from what was loaded."""
        return self._snapshot() != self._loaded

    def changed_editors(self) -> dict[str, Editor]:
        """The editors of the fields that differ from what was loaded, by name."""
        now = self._snapshot()
        return {
            name: box.editor
            for name, box in self._boxes.items()
            if now[name] != self._loaded.get(name)
        }

    def settle(self) -> None:
        """Take the present values as the loaded ones, after they were kept."""
        self._loaded = self._snapshot()
        self.clear_errors()

    def unsettle(self) -> None:
        """Take the present values as unsaved: they were carried over from elsewhere."""
        self._loaded = {}
        self.changed.emit()

    def submit(self) -> dict[str, Any] | None:
        """The values; or None, with the errors shown and the first field focused."""
        self.clear_errors()
        try:
            return self.values()
        except InvalidDraft as error:
            self.show_errors(error.fields)
            return None

    def refuse(self, error: Exception, notices: Notices) -> None:
        """Show what a service refused: under the fields, or as a notice."""
        if isinstance(error, InvalidDraft):
            self.show_errors(error.fields)
        else:
            notices.error(error)

    def show_errors(self, fields: Sequence[FieldError]) -> None:
        """Put each sentence under its field, those of no field on top; focus the first."""
        self.clear_errors()
        loose = []
        first: FieldBox | None = None
        for one in fields:
            box = self._find(one.key)
            if box is None:
                loose.append(one.sentence)
                continue
            box.show_error(one.sentence)
            self._page.unfold(box)
            first = first or box
        self._general.setText(" ".join(loose))
        self._general.setVisible(bool(loose))
        if first is not None:
            first.editor.setFocus()

    def clear_errors(self) -> None:
        """Take all sentences away."""
        self._general.hide()
        for box in self._boxes.values():
            if box.error():
                box.show_error("")

    def errors(self) -> dict[str, str]:
        """The shown sentences by field."""
        return {name: box.error() for name, box in self._boxes.items() if box.error()}

    def focus_first(self) -> None:
        """Go to the first field."""
        next(iter(self._boxes.values())).editor.setFocus()

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show a field, or leave it out while it does not apply."""
        box = self._find(key)
        if box is not None:
            box.setVisible(shown)
            self._page.hide_empty()

    def hint_at(self, key: str, sentence: str) -> None:
        """Put a sentence under a field while somebody types; the focus stays where it is."""
        box = self._find(key)
        if box is not None and box.error() != sentence:
            box.show_error(sentence)

    def put_on_top(self, *parts: QWidget) -> None:
        """Let these stand above the fields."""
        for place, part in enumerate(parts):
            self._column.insertWidget(place, part)

    def note_at(self, key: str, words: str) -> None:
        """Put soft words under a field: what follows from its value."""
        box = self._find(key)
        if box is not None:
            box.show_note(words)

    def editor(self, key: str) -> Editor:
        """The editor of a field.

        Raises:
            KeyError: there is no such field.
        """
        box = self._find(key)
        if box is None:
            raise KeyError(key)
        return box.editor

    def _box(
        self,
        spec: FieldSpec,
        known: Mapping[str, Limit],
        noun: str,
        vocabulary: Vocabulary,
        name: str,
    ) -> FieldBox:
        limit = known[spec.key] if noun else Limit()
        box = FieldBox(spec, make_editor(spec, limit, vocabulary), name)
        box.editor.changed.connect(lambda: box.show_error("") if box.error() else None)
        box.editor.changed.connect(self.changed)
        box.editor.implies.connect(self._imply)
        return box

    def _imply(self, values: Mapping[str, object]) -> None:
        """Fill other fields with what was said in one."""
        for key, value in values.items():
            box = self._find(key)
            if box is not None:
                box.editor.set_value(value)

    def _find(self, key: str) -> FieldBox | None:
        if key in self._boxes:
            return self._boxes[key]
        return next((box for box in self._boxes.values() if box.spec.key == key), None)

    def _belongs(self, box: FieldBox, term: TermValue) -> bool:
        return (
            term.relation == box.spec.relation
            and isinstance(box.editor, TermsEditor)
            and box.editor.knows(term.term_id)
        )

    def _kept(self) -> list[dict[str, Any]]:
        return [
            {"term_id": one.term_id, self._relation_key: one.relation, "level": one.level}
            for one in self._rest
        ]

    def _choices(self, spec: FieldSpec, value: object) -> list[dict[str, Any]]:
        chosen = value if isinstance(value, list) else []
        return [
            {"term_id": one.term_id, self._relation_key: spec.relation, "level": one.level}
            for one in chosen
        ]

    def _snapshot(self) -> dict[str, object]:
        return {name: _state(box.editor) for name, box in self._boxes.items()}


def _state(editor: Editor) -> object:
    try:
        value = editor.value()
    except InputError as error:
        return f"!{error.sentence}"
    return value.value if isinstance(value, Enum) else value
