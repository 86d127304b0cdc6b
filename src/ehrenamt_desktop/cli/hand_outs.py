"""Papers given out on the command line: suggested, packed, called back; the office's own forms."""

from __future__ import annotations

import argparse
from typing import Any

from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import HandOutWay, Kind
from ehrenamt_desktop.model.hand_out import HolderRow, PackWish, Suggestion, Whom
from ehrenamt_desktop.model.text import count, day
from ehrenamt_desktop.services.forms import FormFor

KINDS = ("person", "placement", "initiative", "offer")
"""For whom papers can be given out, as the options are called."""


def pack(call: argparse.Namespace) -> int:
    """Suggest papers for somebody, or with `--out` make and remember the pack."""
    whom = _whom(call)
    with office_of(call) as office:
        found = office.hand_outs.suggest(whom)
        if call.out is None:
            _tell(call, found)
            return 0
        chosen = tuple(call.document or [one.document_id for one in found if one.ticked])
        made = office.hand_outs.pack(PackWish(whom, chosen, HandOutWay(call.way)), call.out)
    for path in (made.path, *made.beside):
        print(f"Geschrieben: {path}")
    print(f"{count(made.papers, 'Unterlage', 'Unterlagen')} ausgehändigt.")
    return 0


def recall(call: argparse.Namespace) -> int:
    """List who holds old editions, or with `--out` print the letters with the new ones."""
    with office_of(call) as office:
        rows = office.hand_outs.holders(call.document)
        if call.out is None:
            _tell_holders(call, rows)
            return 0
        made, refused = office.hand_outs.recall([one.id for one in rows], call.out, Line())
    print(f"Geschrieben: {call.out}")
    print(f"{count(made, 'Brief', 'Briefe')} mit der neuen Ausgabe.")
    for one in refused:
        print(f"Kein Brief: {one}")
    return 0


def rules(call: argparse.Namespace) -> int:
    """List why which papers are suggested."""
    with office_of(call) as office:
        rows = office.document_rules.rows()
    if call.json:
        put_json({"rules": [{**one._asdict(), "field": one.field.value} for one in rows]})
        return 0
    for one in rows:
        off = "" if one.active else " (ausgeschaltet)"
        print(f"{one.id:>4}  {one.title}: {one.condition}, weil: {one.reason}{off}")
    return 0


def form(call: argparse.Namespace) -> int:
    """Print one of the office's own forms, or list them."""
    with office_of(call) as office:
        if call.name is None:
            for one in office.forms.listed():
                print(f"{one.name:<26} {one.title} (Fassung {one.version})")
            return 0
        if call.out is None:
            raise DomainError("Bitte nennen Sie mit „--out“, wohin das Formular soll.")
        whom = FormFor(call.person, call.initiative, call.offer)
        office.forms.write(call.out, call.name, whom)
    print(f"Gedruckt: {call.out}")
    return 0


def _whom(call: argparse.Namespace) -> Whom:
    kind = next(one for one in KINDS if getattr(call, one) is not None)
    return Whom(Kind(kind), getattr(call, kind))


def _tell(call: argparse.Namespace, found: tuple[Suggestion, ...]) -> None:
    suggested = [one for one in found if one.reasons]
    if call.json:
        put_json({"papers": [_content(one) for one in suggested]})
        return
    for one in suggested:
        state = one.missing or (f"ausgehändigt am {day(one.given_on)}" if one.given_on else "")
        mark = "x" if one.ticked else " "
        print(f"[{mark}] {one.document_id:>4}  {one.title}{f' ({state})' if state else ''}")
        for reason in one.reasons:
            print(f"          {reason}")
    print(count(len(suggested), "Unterlage", "Unterlagen"))


def _content(one: Suggestion) -> dict[str, Any]:
    return {
        "number": one.document_id,
        "title": one.title,
        "edition": one.edition,
        "reasons": list(one.reasons),
        "ticked": one.ticked,
        "missing": one.missing,
        "given_on": one.given_on.isoformat() if one.given_on else None,
    }


def _tell_holders(call: argparse.Namespace, rows: tuple[HolderRow, ...]) -> None:
    if call.json:
        put_json({"holders": [_holder(one) for one in rows]})
        return
    for one in rows:
        old, new = one.edition or "alte Ausgabe", one.newer or "neue Ausgabe"
        print(
            f"{one.whom.kind.label} {one.whom.number:>4}  {one.name}: {one.title}, {old} vom "
            f"{day(one.on)}, jetzt {new} ({one.weight.label})"
        )
    print(count(len(rows), "alte Ausgabe", "alte Ausgaben"))


def _holder(one: HolderRow) -> dict[str, Any]:
    return {
        "item": one.id,
        "kind": one.whom.kind.value,
        "number": one.whom.number,
        "document": one.document_id,
        "edition": one.edition,
        "on": one.on.isoformat(),
        "newer": one.newer,
        "weight": one.weight.value,
    }
