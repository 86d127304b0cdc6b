"""The check before publishing: an offer's free text against the names in the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.rules.publishing import (
    FREE_FIELDS,
    Context,
    Finding,
    check,
    name_candidates,
)
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.store.reads import catalogue
from ehrenamt_desktop.store.reads.names import known_names, silent_contact


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
