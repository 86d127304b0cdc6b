"""What lies in the library of the demonstration office: papers that the program itself can make."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import HandOutWay, PrivacyPaperKind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.records.document import HandOut, HandOutItem
from ehrenamt_desktop.services.office import Office

NOTICE = "Datenschutzhinweis für Ansprechpersonen"
BREACH = "Meldeblatt bei einer Datenpanne"
OLD, NEW, LATE = 400, 40, 390
"""Days ago from which editions hold."""


def keep(office: Office, as_of: dt.date) -> None:
    """Add a notice in two editions, the first of which somebody still has, and one to review."""
    paper = {"title": NOTICE, "kind": "leaflet", "audience": "initiatives", "weight": "must",
             "why": "Art. 13 und 14 DSGVO: Was mit den Angaben geschieht."}  # fmt: skip
    number = office.library.save(paper)
    first = _edition(office, PrivacyPaperKind.CONTACTS, number, as_of - dt.timedelta(days=OLD))
    _hand_out(office, number, first, as_of - dt.timedelta(days=OLD - 20))
    _edition(office, PrivacyPaperKind.CONTACTS, number, as_of - dt.timedelta(days=NEW))
    sheet = office.library.save(
        {"title": BREACH, "audience": "office", "why": "Was in 72 Stunden zu melden ist."}
    )
    _edition(office, PrivacyPaperKind.BREACH, sheet, as_of - dt.timedelta(days=LATE))


def _edition(office: Office, kind: PrivacyPaperKind, paper: int, begun: dt.date) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"Stand {begun:%Y-%m}.pdf"
        office.privacy_papers.write(kind, path)
        (found,) = office.library.look([path])
        values = {"label": f"Stand {begun:%m/%Y}", "valid_from": begun,
                  "review_on": begun + dt.timedelta(days=365), "checked_on": begun}  # fmt: skip
        return office.library.add([Choice(found, paper, values)])[0]


def _hand_out(office: Office, paper: int, edition: int, on: dt.date) -> None:
    """Three initiatives got the first edition."""
    with office.store.write("Unterlagen ausgehändigt") as unit:
        for number in office.lists.initiatives.ids(ListQuery())[:3]:
            given = HandOut(on=on, way=HandOutWay.BY_HAND, initiative_id=number)
            unit.add(given)
            unit.flush()
            unit.add(
                HandOutItem(hand_out_id=int(given.id or 0), document_id=paper, edition_id=edition)
            )
