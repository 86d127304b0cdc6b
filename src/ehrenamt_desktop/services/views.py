"""Named views: what a list shows and how, kept in the office and undone like every step."""

from __future__ import annotations

import json
from importlib import import_module

from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model.text import fold, tidy
from ehrenamt_desktop.model.views import View, ViewRow
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import views

NOUNS = ("people", "initiatives", "offers", "placements", "postings")
LONGEST_NAME = 80
LONGEST_CONTENT = 10_000


class Views:
    """Use cases on saved views; `noun` names the list."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, noun: str) -> tuple[ViewRow, ...]:
        """The views of a list by their names."""
        with self._store.read() as connection:
            found = views.of(connection, noun)
        known = _known_filters(noun)
        rows = (_row(number, name, content, known) for number, name, content in found)
        return tuple(sorted(rows, key=lambda row: fold(row.name)))

    def save(self, noun: str, name: str, view: View) -> int:
        """Keep a view; one of the same name is replaced. Returns its number.

        Raises:
            InvalidDraft: the name is missing or too long.
            DomainError: the view holds more than fits.
        """
        from ehrenamt_desktop.model.records.office import SavedView

        name = _checked(name)
        content = json.dumps(view.plain(), ensure_ascii=False)
        if noun not in NOUNS:
            raise ValueError(noun)
        if len(content) > LONGEST_CONTENT:
            raise DomainError(
                "Diese Ansicht filtert nach zu vielen Werten auf einmal. Bitte nehmen Sie einige "
                "weg und speichern Sie sie dann."
            )
        with self._store.write("Ansicht gespeichert") as unit:
            number = self._number_of(noun, name)
            found = unit.get(SavedView, number) if number is not None else None
            if found is None:
                found = SavedView(noun=noun, name=name, content=content)
                unit.add(found)
            else:
                found.name, found.content = name, content
            unit.flush()
            return int(found.id or 0)

    def rename(self, number: int, name: str) -> None:
        """Give a view another name.

        Raises:
            InvalidDraft: the name is missing, too long or taken by another view of the list.
            DomainError: the view is gone.
        """
        from ehrenamt_desktop.model.records.office import SavedView
        from ehrenamt_desktop.services.records import find

        name = _checked(name)
        with self._store.write("Ansicht umbenannt") as unit:
            found = find(unit, SavedView, number)
            if self._number_of(found.noun, name) not in (None, number):
                sentence = "Eine Ansicht mit diesem Namen gibt es schon."
                raise InvalidDraft((FieldError("name", sentence),))
            found.name = name

    def delete(self, number: int) -> None:
        """Remove a view; undo brings it back.

        Raises:
            DomainError: the view is gone.
        """
        from ehrenamt_desktop.model.records.office import SavedView
        from ehrenamt_desktop.services.records import find

        with self._store.write("Ansicht gelöscht") as unit:
            unit.delete(find(unit, SavedView, number))

    def _number_of(self, noun: str, name: str) -> int | None:
        """The view of a list with this name, in capitals or not."""
        wanted = name.casefold()
        with self._store.read() as connection:
            found = views.of(connection, noun)
        return next((number for number, known, _ in found if known.casefold() == wanted), None)


def _checked(name: str) -> str:
    name = tidy(name)
    if not name:
        raise InvalidDraft((FieldError("name", "Bitte geben Sie der Ansicht einen Namen."),))
    if len(name) > LONGEST_NAME:
        sentence = f"Bitte kürzen Sie den Namen auf höchstens {LONGEST_NAME} Zeichen."
        raise InvalidDraft((FieldError("name", sentence),))
    return name


def _known_filters(noun: str) -> frozenset[str]:
    known: frozenset[str] = import_module(f"ehrenamt_desktop.store.reads.{noun}").SPEC.known
    return known


def _row(number: int, name: str, content: str, known: frozenset[str]) -> ViewRow:
    try:
        view = View.read(json.loads(content))
    except (ValueError, RecursionError):
        view = View()
    kept = {key: values for key, values in view.filters.items() if key in known}
    lost = tuple(key for key in view.filters if key not in known)
    return ViewRow(number, name, View(view.text, kept, view.layout), lost)
