"""The check before publishing: an offer's free text against the names in the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.rules.publishing import (
    BOARD_FIELDS,
    FREE_FIELDS,
    Context,
    Finding,
    KnownName,
    check,
    name_candidates,
)
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.store.reads import catalogue
from ehrenamt_desktop.store.reads.names import known_names, silent_contact
from ehrenamt_desktop.store.reads.papers import printed_texts


def findings_in(connection: Any, values: Mapping[str, Any], as_of: dt.date) -> tuple[Finding, ...]:
    """What should not be published in the free text of an offer, given by its columns."""
    texts = {key: str(values[key]) for key in FREE_FIELDS}
    places = catalogue.places(connection)
    towns = {fold(place.municipality) for place in places}
    villages = {fold(place.name) for place in places}
    body = connection.execute(
        "SELECT name FROM initiative WHERE id = ?", (values["initiative_id"],)
    ).fetchone()
    public = villages | towns | set(fold(body[0] if body else "").split())
    context = Context(
        as_of=as_of,
        helped=OfferKind(values["kind"]) is OfferKind.HELP_REQUEST,
        helped_name=str(values["helped_name"]),
        names=known_names(connection, name_candidates(texts.values())),
        places=frozenset(villages - towns),
        public=frozenset(public),
        silent_contact=silent_contact(connection, values) if values["publish_contact"] else "",
    )
    return check(texts, context)


def check_printed(connection: Any, offer_ids: Sequence[int], as_of: dt.date) -> None:
    """Read once more what is about to be printed: names may have come in since publishing.

    Raises:
        DomainError: a text names or reaches somebody; says which offer and what to do.
    """
    rows = printed_texts(connection, offer_ids)
    words = {row["id"]: name_candidates(str(row[key]) for key in BOARD_FIELDS) for row in rows}
    names: dict[str, list[KnownName]] = {}
    for one in known_names(connection, frozenset().union(*words.values())):
        names.setdefault(fold(one.last), []).append(one)
    places = catalogue.places(connection)
    towns = {fold(place.municipality) for place in places}
    villages = {fold(place.name) for place in places}
    for row in rows:
        context = Context(
            as_of=as_of,
            helped=OfferKind(row["kind"]) is OfferKind.HELP_REQUEST,
            helped_name=str(row["helped_name"]),
            names=tuple(one for word in words[row["id"]] for one in names.get(word, ())),
            places=frozenset(villages - towns),
            public=frozenset(villages | towns | set(fold(str(row["body"])).split())),
        )
        found = check({key: str(row[key]) for key in BOARD_FIELDS}, context)
        firm = next((one for one in found if one.firm), None)
        if firm is not None:
            raise DomainError(
                f"Das Angebot Nr. {row['id']} kann so nicht ausgehängt werden. {firm.sentence} "
                f"{firm.advice}"
            )
