"""Names of people and contact persons that could stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ehrenamt_desktop.model.rules.publishing import KnownName
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import fold
from ehrenamt_desktop.store.reads.stages import ARCHIVED, LISTED

_PEOPLE = (
    "SELECT DISTINCT r.first_name, r.last_name FROM person_line l JOIN person r ON r.id = l.id "
    f"WHERE l.extent IN ({LISTED}, {ARCHIVED}) AND l.name >= ? AND l.name < ? || '!'"
)
_CONTACTS = (
    "SELECT r.first_name, r.last_name, EXISTS (SELECT 1 FROM consent k WHERE k.contact_id = r.id "
    "AND k.scope = 'publish_contact' AND k.withdrawn_on IS NULL) FROM contact_person r"
)


def known_names(connection: Any, words: Iterable[str]) -> tuple[KnownName, ...]:
    """Everybody in the store whose surname is one of the folded words; contacts who agreed first.

    Somebody who agreed as a contact person counts as agreed as a person of the same name too.
    """
    wanted = frozenset(words)
    contacts = [
        KnownName(first, last, bool(agreed))
        for first, last, agreed in connection.execute(_CONTACTS)
        if fold(last) in wanted
    ]
    open_names = {_key(one): one for one in contacts if not one.agreed}
    agreed = {_key(one): one for one in contacts if one.agreed}
    for word in sorted(wanted):
        for first, last in connection.execute(_PEOPLE, (word, word)):
            if fold(last) == word:
                one = KnownName(first, last)
                open_names.setdefault(_key(one), one)
    return (*agreed.values(), *(one for key, one in open_names.items() if key not in agreed))


def _key(one: KnownName) -> tuple[str, str]:
    return fold(one.first), fold(one.last)


def silent_contact(connection: Any, values: Mapping[str, Any]) -> str:
    """The name of the contact person of an offer (given by its columns) who did not agree.

    Empty when they agreed to be named in public, or when the offer has no contact at all.
    """
    cells = connection.execute(
        "SELECT r.title, r.first_name, r.last_name, EXISTS (SELECT 1 FROM consent k "
        "WHERE k.contact_id = r.id AND k.scope = 'publish_contact' AND k.withdrawn_on IS NULL) "
        "FROM contact_person r WHERE r.initiative_id = ? AND r.id = coalesce(?, r.id) "
        "ORDER BY 4 DESC, r.deputy, r.id LIMIT 1",
        (values["initiative_id"], values["contact_id"]),
    ).fetchone()
    return "" if cells is None or cells[3] else full_name(*cells[:3])
