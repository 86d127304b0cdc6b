"""Streets, towns, professions …: a line offers what the office wrote before, while typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtWidgets import QCompleter, QListView

from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.fields import Editor, LineEditor
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane

KEYS = ("street", "city", "title", "profession", "referral")
OFFERED = 8
"""Words offered at once."""


class OwnWords(QObject):
    """Reads the words of a field when it is first typed into; learns what is typed meanwhile."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words: dict[str, list[str]] = {}

    def watch(self, form: RecordForm) -> None:
        """Let the lines of a form complete themselves."""
        for key in KEYS:
            try:
                editor = form.editor(key)
            except KeyError:
                continue
            if isinstance(editor, LineEditor):
                _Offers(self, key, editor)

    def answers(self, key: str, typed: str) -> list[str]:
        """Words that begin so, then words that hold a part that does; umlauts do not matter."""
        self._read(key)
        wanted = fold(typed)
        if not wanted:
            return []
        folded = [(fold(words), words) for words in self._words[key]]
        first = [words for plain, words in folded if plain.startswith(wanted)]
        second = [words for plain, words in folded if f" {wanted}" in f" {plain}"]
        found = list(dict.fromkeys([*first, *second]))[:OFFERED]
        return [] if found == [typed] else found

    def learn(self, key: str, words: str) -> None:
        """Remember what was typed."""
        known = self._words.get(key)
        if known is not None and words and words not in known:
            known.append(words)

    def _read(self, key: str) -> None:
        if key in self._words:
            return
        self._words[key] = []
        lists = self._desk.office.lists
        self._desk.tasks.run(
            Lane.READ, lambda: lists.own_words(key), partial(self._take, key),
            key=f"own_words.{key}",
        )  # fmt: skip

    def _take(self, key: str, words: Sequence[str]) -> None:
        self._words[key][:0] = words


class _Offers(QObject):
    """The list under one line: ↓ and Enter take, Tab and Escape go on without."""

    def __init__(self, words: OwnWords, key: str, editor: LineEditor) -> None:
        super().__init__(editor)
        self._words = words
        self._key = key
        self._editor: Editor = editor
        self._line = editor.line
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self._line)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.setAccessibleName("Vorschläge")
        self._completer.activated.connect(self._take)
        self._line.textEdited.connect(self._offer)
        self._line.editingFinished.connect(lambda: words.learn(key, self._line.text().strip()))

    def _offer(self, typed: str) -> None:
        found = self._words.answers(self._key, typed)
        self._model.setStringList(found)
        if found:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, words: str) -> None:
        self._line.setText(words)
        self._editor.tell()
