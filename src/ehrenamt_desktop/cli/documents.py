"""Papers on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ehrenamt_desktop.cli.call import Line, office_of, put_json
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.documents import Choice, DocumentRow, Found
from ehrenamt_desktop.model.enums import DocumentState
from ehrenamt_desktop.model.text import count, day

DUE = (DocumentState.EXPIRED, DocumentState.REVIEW)


def add(call: argparse.Namespace) -> int:
    """Look at files and add them as one step."""
    if call.document is not None and call.title:
        raise DomainError("Bitte nennen Sie „--document“ oder „--title“, nicht beides.")
    with office_of(call) as office:
        found = office.library.look(call.files, Line())
        taken = [one for one in found if not one.refused and one.known is None]
        if (call.document is not None or call.title) and len(taken) > 1:
            raise DomainError(
                "Bitte nennen Sie nur eine Datei, wenn Sie Titel oder Nummer angeben."
            )
        open_ = [one for one in taken if one.proposal is not None and not _is_told(call)]
        chosen = [one for one in taken if one not in open_]
        added = office.library.add([_choice(call, one) for one in chosen])
        numbers = dict(zip((id(one) for one in chosen), added, strict=True))
    if call.json:
        files = [_told(one, numbers.get(id(one)), waits=one in open_) for one in found]
        put_json({"files": files})
    else:
        for one in found:
            print(_line(one, waits=one in open_))
    return 1 if found and not numbers and any(one.refused for one in found) else 0


def list_(call: argparse.Namespace) -> int:
    """List the papers."""
    with office_of(call) as office:
        rows = office.library.rows(call.as_of)
    shown = [row for row in rows if row.state is not DocumentState.ARCHIVED]
    _put(call, [row for row in shown if not call.due or row.state in DUE])
    return 0


def search(call: argparse.Namespace) -> int:
    """Search titles, keywords and contents."""
    with office_of(call) as office:
        rows = office.library.rows(call.as_of, call.words)
    _put(call, rows)
    if not rows and not call.json:
        print("Nichts gefunden.")
    return 0


def text(call: argparse.Namespace) -> int:
    """Say what can be searched in a paper; no store is opened."""
    from ehrenamt_desktop.services import paper_texts

    found = paper_texts.read(call.file)
    if call.json:
        put_json(asdict(found))
    elif not found.readable:
        print(f"Text nicht lesbar: „{call.file.name}“ ist ein Bild, geschützt oder beschädigt.")
    else:
        print(found.text)
        if not found.whole:
            print("… Der Rest ist nicht lesbar oder zu lang.")
    return 0


def _is_told(call: argparse.Namespace) -> bool:
    """Whether the call says itself what becomes of a file that seems to be a new edition."""
    return bool(call.accept or call.document is not None or call.title)


def _choice(call: argparse.Namespace, found: Found) -> Choice:
    values = {
        "label": call.label,
        "valid_from": call.valid_from,
        "valid_until": call.valid_until,
        "review_on": call.review_on,
        "source_url": call.source,
    }
    if call.document is not None:
        return Choice(found, call.document, values)
    if found.proposal is not None and not call.title:
        return Choice(found, found.proposal.document_id, values)
    document: dict[str, object] = {"title": call.title or found.title, "source_url": call.source}
    for key in ("kind", "audience"):
        if getattr(call, key):
            document[key] = getattr(call, key)
    return Choice(found, document, values)


def _line(found: Found, *, waits: bool) -> str:
    if found.refused:
        return found.refused
    if found.known is not None:
        return f"„{found.name}“ ist schon da: Nr. {found.known.document_id} {found.known.title}"
    if waits and found.proposal is not None:
        return (
            f"„{found.name}“ scheint eine neue Ausgabe von Nr. {found.proposal.document_id} "
            f"„{found.proposal.title}“ zu sein ({found.proposal.reason}) und wurde nicht "
            "hinzugefügt. Bitte nennen Sie „--accept“ oder „--title“."
        )
    unread = found.text is not None and not found.text.readable
    return f"„{found.name}“ ist hinzugefügt." + (" Text nicht lesbar." if unread else "")


def _told(found: Found, edition: int | None, *, waits: bool) -> dict[str, Any]:
    other = found.known or (found.proposal if waits else None)
    verdict = (
        "refused" if found.refused
        else "known" if found.known is not None
        else "proposed" if waits
        else "added"
    )  # fmt: skip
    return {
        "file": found.name,
        "verdict": verdict,
        "reason": found.refused or (other.reason if other else ""),
        "document": other.document_id if other else None,
        "edition": edition,
        "readable": found.text is not None and found.text.readable,
    }


def _put(call: argparse.Namespace, rows: Iterable[DocumentRow]) -> None:
    rows = list(rows)
    if call.json:
        put_json({"documents": [_content(row) for row in rows]})
        return
    for row in rows:
        parts = [row.edition, f"gültig bis {day(row.valid_until)}" if row.valid_until else ""]
        if row.state is DocumentState.REVIEW and row.review_on:
            parts.append(f"zu prüfen seit {day(row.review_on)}")
        said = ", ".join(part for part in (row.state.label, *parts) if part)
        print(f"{row.id:>4}  {row.title}: {said}")
        if row.excerpt is not None and row.excerpt.text:
            print(f"      {row.excerpt.text}")
    print(count(len(rows), "Unterlage", "Unterlagen"))


def _content(row: DocumentRow) -> dict[str, Any]:
    return {
        "number": row.id,
        "title": row.title,
        "edition": row.edition,
        "valid_until": row.valid_until.isoformat() if row.valid_until else None,
        "review_on": row.review_on.isoformat() if row.review_on else None,
        "state": row.state.value,
        "excerpt": row.excerpt.text if row.excerpt else "",
    }
