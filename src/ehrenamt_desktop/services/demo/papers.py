"""What lies in the library of the demonstration office: papers that the program itself can make."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.enums import PrivacyPaperKind
from ehrenamt_desktop.services.office import Office

NOTICE = "Datenschutzhinweis für Freiwillige"
CONTACTS = "Datenschutzhinweis für Ansprechpersonen"


def keep(office: Office, as_of: dt.date) -> None:
    """Add the two privacy notices; that of the contact persons is due for review."""
    numbers = {row.title: row.id for row in office.library.rows()}
    with tempfile.TemporaryDirectory() as folder:
        for kind, title, begun in (
            (PrivacyPaperKind.NOTICE, NOTICE, as_of - dt.timedelta(days=40)),
            (PrivacyPaperKind.CONTACTS, CONTACTS, as_of - dt.timedelta(days=400)),
        ):  # fmt: skip
            path = Path(folder) / f"{title}.pdf"
            office.privacy_papers.write(kind, path)
            (found,) = office.library.look([path])
            values = {"label": f"Stand {begun:%m/%Y}", "valid_from": begun,
                      "review_on": begun + dt.timedelta(days=365), "checked_on": begun}  # fmt: skip
            paper: dict[str, object] = {
                "title": title, "kind": "leaflet", "audience": "initiatives",
                "why": "Art. 13 und 14 DSGVO: Was mit den Angaben geschieht.",
            }  # fmt: skip
            office.library.add([Choice(found, numbers.get(title, paper), values)])
