"""List left, record right: choosing, entering, keeping, archiving; never losing what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehrenamt_desktop.errors import ConflictError
from ehrenamt_desktop.model.calls import CALL
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.notices import Action
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.autosaver import PageAutosaver
from ehrenamt_desktop.ui.record.record_pane import FORM, RecordPane
from ehrenamt_desktop.ui.record.sight import bring_into_sight
from ehrenamt_desktop.ui.record.telling import tell
from ehrenamt_desktop.ui.record.trashing import Trashing

LIST_EM = 16
"""Least height of the list, in heights of the base text: some rows stay in view."""


class Deeds(Protocol):
    """What the office does with the records of a page; asked for on the task lanes only."""

    def read(self, number: int) -> Any:
        """The record as its pane shows it."""

    def save(self, values: Mapping[str, object], number: int | None, version: int | None) -> int:
        """Keep a new or changed record; returns its number."""

    def archive(self, number: int) -> None:
        """Put it into the archive."""

    def reopen(self, number: int) -> None:
        """Take it back."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What is said when a step worked."""

    saved: str
    created: str
    archived: str
    reopened: str


class RecordPage(QWidget):
    """Wires a list and a pane; knows no field of the record."""

    def __init__(
        self,
        desk: Desk,
        records: ListPane,
        pane: RecordPane,
        deeds: Deeds,
        *,
        kinds: tuple[Kind, ...],
        sentences: Sentences,
        forms: tuple[str, str],
        defaults: Mapping[str, Any] | None = None,
        shares: tuple[int, int] = (46, 54),
    ) -> None:
        """Build the page.

        Args:
            desk: the collaborators.
            records: the list.
            pane: the record beside it.
            deeds: what the office does.
            kinds: records whose changes the pane shows.
            sentences: what is said.
            forms: names of the form of a kept and of a new record.
            defaults: what the form of a new record shows at first.
            shares: how list and pane share the width, in hundredths.
        """
        super().__init__()
        self.desk = desk
        self.list = records
        self.pane = pane
        self.deeds = deeds
        self.number: int | None = None
        self.detail: Any = None
        self._kinds = kinds
        self._sentences = sentences
        self._kept_form, self._new_form = forms
        self._version: int | None = None
        self._defaults = dict(defaults or {})
        self._new_values: Mapping[str, Any] = {}
        self._entering = False
        self._landing = False
        self._pending: Callable[[], None] | None = None
        self._restoring: Callable[[], None] | None = None
        self._lay_out(shares)
        self._connect()
        self.trashing = Trashing(self, kinds[0])
        self.autosaver = PageAutosaver(self, kinds[0])

    def open(self, number: int, part: str = "") -> None:
        """Show a record, in the list or not."""

        def go() -> None:
            self._landing = True
            self._load(number)
            if part:
                self.pane.turn(part)
            bring_into_sight(self.pane)

        self.guarded(go)

    def new(self, values: Mapping[str, Any] | None = None) -> None:
        """Show the empty form, with these values in it."""
        self.guarded(lambda: self._begin({**self._defaults, **(values or {})}))

    def come_back(
        self, number: int | None, values: Mapping[str, Any], then: Callable[[], None]
    ) -> None:
        """Show the form of a record, or of a new one that began with `values`, and do `then`."""
        self._restoring = then
        if number is None:
            self.new(values)
        else:
            self.open(number, FORM)

    def at_work(self) -> tuple[int | None, Mapping[str, Any]]:
        """What the form edits: the record's number, or None and what a new one began with."""
        return (None, self._new_values) if self._entering else (self.number, {})

    def save(self, then: Callable[[int], None] | None = None) -> None:
        """Keep what the form and an open panel hold; `then` follows when it is kept."""
        entry = self.pane.entry()
        if entry is None or not entry.is_dirty():
            self._save_form(then)
        elif self.pane.form_part.is_dirty():
            entry.confirm(lambda: self._save_form(then))
        else:
            entry.confirm(lambda: then(self.shown()) if then is not None else None)

    def _save_form(self, then: Callable[[int], None] | None) -> None:
        form = self.pane.form_part.form
        if form is None or not (form.is_dirty() or self._entering):
            return
        values = form.submit()
        if values is None:
            self.pane.turn(FORM)
            return
        given = {**self._new_values, **values} if self._entering else values
        number, version = (None, None) if self._entering else (self.number, self._version)
        self.desk.tasks.run(
            Lane.WRITE,
            lambda: self.deeds.save(given, number, version),
            lambda kept: self._saved(kept, then),
            self._refused,
        )

    def discard(self) -> None:
        """Drop what was typed."""
        entering, self._entering = self._entering, False
        self._forget()
        if self.number is not None:
            self._load(self.number)
        elif entering:
            self.pane.clear()

    def is_dirty(self) -> bool:
        """Whether typed words would be lost."""
        entry = self.pane.entry()
        return self.pane.form_part.is_dirty() or (entry is not None and entry.is_dirty())

    def shown(self) -> int:
        """The number of the shown record; 0 for none."""
        return self.number or 0

    def guarded(self, go: Callable[[], None]) -> None:
        """Do `go`, after asking if typed words would be lost."""
        if not self.is_dirty():
            self._entering = False
            go()
            return
        self._pending = go
        self.list.table.select_id(self.number)
        self.pane.guard.ask()

    def archive(self) -> None:
        """Put the shown record into the archive."""
        self.step(self.deeds.archive, self._sentences.archived)

    def reopen(self) -> None:
        """Take the shown record back."""
        self.step(self.deeds.reopen, self._sentences.reopened)

    def tell(self, sentence: str) -> None:
        """Say that a step worked; it can be undone at once."""
        tell(self.desk, sentence)

    def step(self, work: Callable[[int], object], sentence: str) -> None:
        """Do something with the shown record and say so."""
        number = self.number
        if number is not None:
            self.desk.tasks.run(Lane.WRITE, lambda: work(number), lambda _: self.tell(sentence))

    def _lay_out(self, shares: tuple[int, int]) -> None:
        self.list.setMinimumHeight(LIST_EM * theme.em())
        splitter = SideBySide(self.list, self.pane, shares)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        self.list.selected.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.list.new_requested.connect(self.new)
        self.list.table.counted.connect(self._choose_first)
        self.pane.form_part.save_wanted.connect(self.save)
        self.pane.form_part.discard_wanted.connect(self.discard)
        guard = self.pane.guard
        guard.save_wanted.connect(lambda: self.save(lambda _: self._go_on()))
        guard.discard_wanted.connect(self._drop)
        guard.stay_wanted.connect(self._stay)
        self.desk.bus.changed.connect(self._refresh)
        self._choose_first(self.list.table.count())

    def _choose(self, number: int | None) -> None:
        if number is not None and number != self.number:
            self.guarded(lambda: self._load(number))

    def _enter(self, number: int) -> None:
        self._choose(number)
        self.pane.focus()
        bring_into_sight(self.pane)

    def _choose_first(self, hits: int) -> None:
        """A list that opens shows its first record, so that the desk is never half empty."""
        if not hits or self.number is not None or self._entering:
            return
        chosen = self.list.table.selected_id()  # before this page came to be
        if chosen is None:
            self.list.table.selectRow(0)
        else:
            self._choose(chosen)

    def _begin(self, values: Mapping[str, Any]) -> None:
        self._entering = True
        self.number, self.detail, self._version = None, None, None
        self._new_values = dict(values)
        self.list.table.select_id(None)
        self.pane.show_new()
        bring_into_sight(self.pane)
        self.pane.form_part.load(self._new_form, values, then=self._focus_form)

    def _focus_form(self) -> None:
        form = self.pane.form_part.form
        if form is not None and self._entering:
            if CALL in self._new_values:
                form.unsettle()
            form.focus_first()
        self._put_back()

    def _load(self, number: int) -> None:
        if number != self.number:
            self.detail = None
        self.number = number
        self.list.table.select_id(number)
        self.desk.navigator.visit(self._kinds[0], number)
        self._read(number)

    def _read(self, number: int) -> None:
        self.desk.tasks.run(
            Lane.READ, lambda: self.deeds.read(number), self._show, self._gone,
            key=f"{self.pane.objectName()}.read",
        )  # fmt: skip

    def _show(self, detail: Any) -> None:
        if detail.id != self.number or self._entering:
            return
        same = self.detail is not None and self.detail.id == detail.id
        self.detail = detail
        self.pane.guard.hide()
        self.pane.show_detail(detail)
        self.pane.show_deeds(shown=True)
        self.pane.lock(detail.trashed_on)
        landing, self._landing = self._landing, False
        if landing:
            self.pane.land()
        if same and self.is_dirty():
            return
        self._version = detail.version
        terms = getattr(detail, "terms", ())
        then = self._put_back if self._restoring is not None else None
        self.pane.form_part.load(self._kept_form, detail.values, terms, then)

    def _put_back(self) -> None:
        restoring, self._restoring = self._restoring, None
        if restoring is not None:
            restoring()

    def _gone(self, error: Exception) -> None:
        shown, self.number, self.detail = self.detail, None, None
        self.pane.form_part.settle()
        self.pane.clear()
        self.list.table.select_id(None)
        if shown is None:
            self.desk.notices.error(error)

    def _saved(self, number: int, then: Callable[[int], None] | None) -> None:
        created, self._entering = self._entering, False
        self.pane.form_part.settle()
        self.tell(self._sentences.created if created else self._sentences.saved)
        self._load(number)
        if created:
            self.pane.turn(next(iter(self.pane.columns)))
            self.pane.focus()
        if then is not None:
            then(number)

    def _refused(self, error: Exception) -> None:
        self.pane.turn(FORM)
        form = self.pane.form_part.form
        if isinstance(error, ConflictError):
            self.desk.notices.warning(error.sentence, Action("Neu laden", self.discard))
        elif form is not None:
            form.refuse(error, self.desk.notices)

    def _go_on(self) -> None:
        pending, self._pending = self._pending, None
        self.pane.guard.hide()
        if pending is not None:
            pending()

    def _drop(self) -> None:
        self._entering = False
        self._forget()
        self._go_on()

    def _forget(self) -> None:
        self.pane.form_part.settle()
        entry = self.pane.entry()
        if entry is not None:
            entry.drop()

    def _stay(self) -> None:
        self._pending = None
        self.pane.guard.hide()

    def _refresh(self, changes: tuple[Change, ...]) -> None:
        if self.number is not None and touches(changes, *self._kinds):
            self._read(self.number)
