"""What is exported can be imported again without a mapping and changes nothing (design 10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.make_office import make_office

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.exchange.spots import ERRORS
from ehrenamt_desktop.model import limits
from ehrenamt_desktop.model.columns.fields import FIELDS, FieldKind
from ehrenamt_desktop.model.enums import (
    ConsentScope,
    Level,
    OfferKind,
    TermKind,
    TermRelation,
    TermRole,
)
from ehrenamt_desktop.model.imports import ImportReport
from ehrenamt_desktop.services.imports.kept import column, plain
from ehrenamt_desktop.services.office import Office

DRAFTS = {"people": "person", "initiatives": "initiative", "offers": "offer"}
NASTY = st.sampled_from(
    ["=1+1", "+49 5653 1", "-", "'", "'=x", "@x", "– Punkt", 'Er sagte "ja"; oder', "a;b,c|d\te",
     "<b>fett</b> &amp;", "0", "ja", "1.2.1990", "k. A.", "O'Neill", "ﬁ ﬀ", "Straße Nr. 3"]
)  # fmt: skip
SIGNS = st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co", "Cf"))
# A cell that reads like the error of a formula is refused by name, whatever file it comes from.
TEXT = NASTY | st.text(SIGNS, min_size=1, max_size=40).filter(lambda t: t.strip() not in ERRORS)
LAST_DAY = dt.date(2026, 11, 1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with clock.frozen(dt.date(2026, 11, 23)):
        folder = tmp_path_factory.mktemp("rundreise")
        office = make_office(folder, folder)
        yield office
        office.imports.close()
        office.close()


def _values(noun: str, data: st.DataObject, office: Office) -> dict[str, Any]:
    """Random values of a draft's fields, some left out."""
    allowed = limits.of(DRAFTS[noun])
    places = [place.id for place in office.lists.places()]
    found: dict[str, Any] = {}
    for one in plain(noun):
        key = column(one)
        limit = allowed[key]
        if not limit.required and not data.draw(st.booleans()):
            continue
        found[key] = data.draw(_cells(one.kind, limit, places), label=key)
    return found


def _cells(kind: FieldKind, limit: limits.Limit, places: list[int]) -> st.SearchStrategy[Any]:
    if limit.choices is not None:
        return st.sampled_from(list(limit.choices))
    low, high = int(limit.low or 0), int(limit.high or 0)
    if kind is FieldKind.PLACE:
        return st.sampled_from(places)
    if kind is FieldKind.DATE:
        return st.dates(dt.date(1901, 1, 1), LAST_DAY)
    if kind is FieldKind.YES_NO:
        return st.booleans()
    if kind in (FieldKind.INTEGER, FieldKind.GRID):
        return st.integers(low, high)
    if kind is FieldKind.DECIMAL:
        return st.floats(low, high) | st.integers(low, high).map(float)
    longest = limit.max_length or 40
    if kind is FieldKind.BLOCK:
        return st.lists(TEXT, min_size=1, max_size=3).map("\n".join).map(lambda t: t[:longest])
    return TEXT.map(lambda text: text[:longest])


def _terms(noun: str, data: st.DataObject, office: Office) -> list[dict[str, Any]]:
    name, roles = ("relation", TermRelation) if noun == "people" else ("role", TermRole)
    every = [term for term in office.lists.terms() if term.kind is not TermKind.PROOF]
    chosen = data.draw(st.lists(st.sampled_from(every), max_size=5, unique_by=lambda t: t.id))
    levels = st.none() | st.sampled_from(list(Level))
    return [
        {
            "term_id": term.id,
            name: data.draw(st.sampled_from(list(roles))),
            "level": data.draw(levels),
        }
        for term in chosen
    ]


def _save(noun: str, data: st.DataObject, office: Office) -> None:
    values = _values(noun, data, office)
    try:
        if noun == "people":
            number = office.people.save({**values, "terms": _terms(noun, data, office)})
            proofs = [term.id for term in office.lists.terms(TermKind.PROOF)]
            for proof in data.draw(st.lists(st.sampled_from(proofs), max_size=2, unique=True)):
                office.people.save_credential(number, {"term_id": proof})
            for scope in data.draw(st.sets(st.sampled_from(list(ConsentScope)), max_size=2)):
                office.people.add_consent(number, {"scope": scope, "given_on": LAST_DAY})
        elif noun == "initiatives":
            number = office.initiatives.save(values)
            office.initiatives.save_contact(
                number,
                {"last_name": data.draw(TEXT), "first_name": data.draw(TEXT | st.just("")),
                 "phone": data.draw(TEXT)},
            )  # fmt: skip
        else:
            if values.get("kind") is OfferKind.HELP_REQUEST:
                values |= {"helped_name": "Irmgard Niemand", "helped_consent_on": LAST_DAY}
            owner = office.initiatives.save({"name": data.draw(TEXT)})
            terms = _terms(noun, data, office)
            office.offers.save({**values, "initiative_id": owner, "terms": terms})
    except InvalidDraft:
        pass  # dates in the wrong order, a text of blanks: the service refuses, nothing to export


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("noun", sorted(FIELDS))
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],  # the store is shared: what shrinking would leave in it misleads
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_an_export_reads_back_and_changes_nothing(
    desk: Office, tmp_path_factory: pytest.TempPathFactory, noun: str, ending: str, data: Any
) -> None:
    with clock.frozen(dt.date(2026, 11, 23)):
        _save(noun, data, desk)
        total = len(_whole(desk, noun))
        path = tmp_path_factory.mktemp("liste") / f"liste.{ending}"
        assert desk.exports.whole(noun, path) == total
        if not total:
            return
        report = desk.imports.plan(noun, path)
        assert _moved(report) == []
        assert report.counts.skipped == report.counts.read == total
        assert report.also == {}


def _whole(office: Office, noun: str) -> list[Any]:
    from ehrenamt_desktop.services.imports.kept import load

    with office.store.read() as connection:
        return load(connection, noun)


def _moved(report: ImportReport) -> list[tuple[int, str, str]]:
    return [
        (row.row, row.verdict.value, row.reason)
        for row in report.rows
        if row.verdict.value != "skipped" or " " in row.reason.partition("unverändert. ")[2]
    ]
