"""Into the trash and back, for the record of a page: menu, key and bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.kit.tasks import Lane

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.record.record_page import RecordPage

KEY = "Ctrl+Delete"
_ONE = {Kind.PERSON: "Die Person", Kind.INITIATIVE: "Die Initiative", Kind.OFFER: "Das Angebot"}
_MANY = {Kind.PERSON: "Personen", Kind.INITIATIVE: "Initiativen", Kind.OFFER: "Angebote"}


class Trashing(QObject):
    """Wires a page; the key works in its list and takes all chosen rows."""

    def __init__(self, page: RecordPage, kind: Kind) -> None:
        super().__init__(page)
        self._page = page
        self._kind = kind
        page.pane.trash_wanted.connect(self._put_shown)
        page.pane.trash_bar.restore_wanted.connect(self._restore)
        key = QShortcut(QKeySequence(KEY), page.list.table)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._put_chosen)

    def _put_shown(self) -> None:
        page = self._page
        lies_there = page.detail is not None and page.detail.trashed_on is not None
        if page.number is not None and not lies_there:
            self._put([page.number])

    def _put_chosen(self) -> None:
        self._put(self._page.list.table.selected_ids())

    def _put(self, numbers: Sequence[int]) -> None:
        if numbers:
            self._page.guarded(lambda: self._run_put(list(numbers)))

    def _run_put(self, numbers: list[int]) -> None:
        page, kind = self._page, self._kind
        one = f"{_ONE[kind]} liegt im Papierkorb."
        many = f"{count(len(numbers), kind.label, _MANY[kind])} liegen im Papierkorb."
        page.desk.tasks.run(
            Lane.WRITE,
            lambda: page.desk.office.trash.put(kind, numbers),
            lambda _: page.tell(one if len(numbers) == 1 else many),
        )

    def _restore(self) -> None:
        office, kind = self._page.desk.office, self._kind
        self._page.step(
            lambda number: office.trash.restore(kind, [number]),
            f"{_ONE[kind]} ist wiederhergestellt.",
        )
