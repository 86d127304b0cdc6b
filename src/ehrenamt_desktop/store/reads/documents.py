"""Papers of the library and their editions, as they are listed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from ehrenamt_desktop.model.documents import DocumentRow, EditionRow
from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind, RecallWeight
from ehrenamt_desktop.model.rules.documents import Dates, current, state
from ehrenamt_desktop.store.reads.cells import day, some_day

_DOCUMENTS = (
    "SELECT id, version, title, kind, audience, why, keywords, issuer, county, own_form, weight, "
    "source_url, active FROM document"
)
_EDITIONS = (
    "SELECT id, version, document_id, label, file_name, format, size, digest, readable, added_on, "
    "valid_from, valid_until, review_on, checked_on, checked_by, source_url, successor_id, "
    "replaced_on FROM document_edition"
)


def documents(connection: Any, as_of: dt.date, held: Collection[str]) -> tuple[DocumentRow, ...]:
    """All papers by title, also those that are put away.

    Args:
        connection: an open read.
        as_of: the day for which validity is judged.
        held: digests of the papers whose bytes are there.
    """
    editions: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for cells in connection.execute(_EDITIONS):
        editions[cells[2]].append(cells)
    rows = [
        _document(cells, editions[cells[0]], as_of, held)
        for cells in connection.execute(_DOCUMENTS)
    ]
    return tuple(sorted(rows, key=lambda row: (row.title.casefold(), row.id)))


def due(connection: Any, as_of: dt.date) -> int:
    """How many papers in use have an edition that has run out or is to be looked at again."""
    day_ = as_of.isoformat()
    (found,) = connection.execute(
        "SELECT count(DISTINCT d.id) FROM document d JOIN document_edition e "
        "ON e.document_id = d.id WHERE d.active AND (e.replaced_on IS NULL OR e.replaced_on > ?) "
        "AND (e.valid_from IS NULL OR e.valid_from <= ?) "
        "AND (e.valid_until < ? OR e.review_on <= ?)",
        (day_, day_, day_, day_),
    ).fetchone()
    return int(found)


def titles(connection: Any) -> tuple[tuple[int, str, str, str], ...]:
    """Number, title, kind and keywords of the papers in use, by title."""
    statement = "SELECT id, title, kind, keywords FROM document WHERE active ORDER BY title, id"
    return tuple(connection.execute(statement).fetchall())


def document(connection: Any, number: int) -> dict[str, Any] | None:
    """All values of a paper, or None if it is gone."""
    cursor = connection.execute("SELECT * FROM document WHERE id = ?", (number,))
    cells = cursor.fetchone()
    if cells is None:
        return None
    found = dict(zip([one[0] for one in cursor.description], cells, strict=True))
    return found | {
        "kind": DocumentKind(found["kind"]),
        "audience": DocumentAudience(found["audience"]),
        "weight": RecallWeight(found["weight"]),
        "active": bool(found["active"]),
    }


def editions(
    connection: Any, number: int, as_of: dt.date, held: Collection[str]
) -> tuple[EditionRow, ...]:
    """The editions of a paper, the newest first."""
    found = connection.execute(f"{_EDITIONS} WHERE document_id = ?", (number,)).fetchall()
    now = current(map(_dates, found), as_of)
    rows = [_edition(cells, held, now.key if now else None) for cells in found]
    return tuple(sorted(rows, key=lambda one: (one.valid_from or one.added_on, one.id))[::-1])


def edition(connection: Any, number: int, held: Collection[str]) -> EditionRow | None:
    """One edition, or None if it is gone; `current` is left open."""
    cells = connection.execute(f"{_EDITIONS} WHERE id = ?", (number,)).fetchone()
    return None if cells is None else _edition(cells, held, None)


def owners(connection: Any, digests: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Number and title of a paper that has an edition with these bytes, by digest."""
    wanted = sorted(set(digests))
    found: dict[str, tuple[int, str]] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ",".join("?" * len(part))
        statement = (
            "SELECT e.digest, d.id, d.title FROM document_edition e "
            f"JOIN document d ON d.id = e.document_id WHERE e.digest IN ({marks}) "
            "ORDER BY e.replaced_on IS NOT NULL, e.id DESC"
        )
        for digest, number, title in connection.execute(statement, part):
            found.setdefault(digest, (number, title))
    return found


def _dates(cells: tuple[Any, ...]) -> Dates:
    return Dates(cells[0], day(cells[10]), day(cells[11]), day(cells[12]), day(cells[17]))


def _document(
    cells: tuple[Any, ...], known: list[tuple[Any, ...]], as_of: dt.date, held: Collection[str]
) -> DocumentRow:
    (number, version, title, kind, audience, why, keywords, issuer, county, own_form, weight,
     source_url, active) = cells  # fmt: skip
    dates = [_dates(one) for one in known]
    now = current(dates, as_of)
    shown = next((one for one in known if now is not None and one[0] == now.key), None)
    edition = None if shown is None else _edition(shown, held, shown[0])
    return DocumentRow(
        id=number,
        version=version,
        title=title,
        kind=DocumentKind(kind),
        audience=DocumentAudience(audience),
        state=state(dates, as_of, own_form=bool(own_form), active=bool(active)),
        why=why,
        keywords=keywords,
        issuer=issuer,
        county=county,
        own_form=own_form,
        weight=RecallWeight(weight),
        edition=edition.label if edition else "",
        edition_id=edition.id if edition else None,
        format=edition.format if edition else "",
        there=edition.there if edition else True,
        readable=edition.readable if edition else True,
        valid_until=edition.valid_until if edition else None,
        review_on=edition.review_on if edition else None,
        checked_on=edition.checked_on if edition else None,
        source_url=(edition.source_url if edition else "") or source_url,
        editions=len(known),
    )


def _edition(cells: tuple[Any, ...], held: Collection[str], now: int | None) -> EditionRow:
    (number, version, document_id, label, file_name, format_, size, digest, readable, added_on,
     valid_from, valid_until, review_on, checked_on, checked_by, source_url, successor_id,
     replaced_on) = cells  # fmt: skip
    return EditionRow(
        id=number,
        version=version,
        document_id=document_id,
        label=label,
        file_name=file_name,
        format=format_,
        size=size,
        digest=digest,
        readable=bool(readable),
        there=digest in held,
        current=number == now,
        added_on=some_day(added_on),
        valid_from=day(valid_from),
        valid_until=day(valid_until),
        review_on=day(review_on),
        checked_on=day(checked_on),
        checked_by=checked_by,
        source_url=source_url,
        successor_id=successor_id,
        replaced_on=day(replaced_on),
    )
