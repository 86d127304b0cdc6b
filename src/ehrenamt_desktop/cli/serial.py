"""Letters and labels to everybody in a list."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ehrenamt_desktop.cli.call import Line, office_of
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.label_sheets import LabelWish
from ehrenamt_desktop.model.letter_text import ASKED
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.serial import SerialWish
from ehrenamt_desktop.model.text import count

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


def letters(call: argparse.Namespace) -> int:
    """Print one letter to everybody in a list."""
    with office_of(call) as office:
        wanted = call.text.casefold()
        text = next(
            (one for one in office.serial_print.texts(call.noun)
             if wanted in (one.name.casefold(), one.title.casefold())), None,
        )  # fmt: skip
        if text is None:
            titles = ", ".join(f"„{one.title}“" for one in office.serial_print.texts(call.noun))
            raise DomainError(f"Den Brieftext „{call.text}“ gibt es hier nicht. Es gibt: {titles}.")
        answers = dict(_answer(one) for one in call.answer)
        wish = SerialWish(text.name, answers, call.households, call.single)
        ids = _ids(office, call)
        left = len(office.serial_print.plan(ids, wish, noun=call.noun).refused)
        run = office.serial_print.write(call.out, ids, wish, noun=call.noun, progress=Line())
    out = f"; {left} außen vor" if left else ""
    print(f"Gedruckt: {run.path} ({count(run.letters, 'Brief', 'Briefe')}{out})")
    return 0


def labels(call: argparse.Namespace) -> int:
    """Print the labels of a list, or the outlines of their sheet."""
    wish = LabelWish(call.sheet, call.start, call.right, call.down)
    with office_of(call) as office:
        if call.trial:
            office.labels.trial(call.out, wish)
            print(f"Gedruckt: {call.out}")
            return 0
        ids = _ids(office, call)
        made = office.labels.write(
            call.out, ids, wish, noun=call.noun, per_household=call.households, progress=Line()
        )
        left = _left_out(office, ids, call)
    print(f"Gedruckt: {call.out} ({count(made, 'Etikett', 'Etiketten')}{left})")
    return 0


def _answer(text: str) -> tuple[str, str]:
    """`Tag und Uhrzeit=3.12. um 18 Uhr` as a placeholder and what stands for it."""
    name, sign, value = text.partition("=")
    if not sign:
        raise DomainError(f"„{text}“ ist keine Antwort. Bitte schreiben Sie FRAGE=ANTWORT.")
    return f"{ASKED}{name.strip()}", value.strip()


def _ids(office: Office, call: argparse.Namespace) -> list[int]:
    """The records of a saved view, of the numbers that are named, or all of the list."""
    if call.number:
        return list(dict.fromkeys(call.number))
    query = ListQuery()
    if call.view:
        views = office.views.all(call.noun)
        wanted = call.view.casefold()
        view = next((one.view for one in views if one.name.casefold() == wanted), None)
        if view is None:
            raise DomainError(
                f"Eine Ansicht „{call.view}“ gibt es nicht. Bitte prüfen Sie die Schreibweise."
            )
        query = ListQuery(text=view.text, filters=view.filters)
    found: list[int] = getattr(office.lists, call.noun).ids(query)
    return found


def _left_out(office: Office, ids: list[int], call: argparse.Namespace) -> str:
    plan = office.serial_letters.plan(ids, noun=call.noun, per_household=call.households)
    return f"; {len(plan.refused)} außen vor" if plan.refused else ""
