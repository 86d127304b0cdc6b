"""What decides which papers somebody is given, who was given which, and where papers are used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from ehrenamt_desktop.model.enums import (
    HandOutWay,
    InitiativeStatus,
    InitiativeType,
    Kind,
    Occupation,
    PlacementState,
    RecallWeight,
    RuleField,
)
from ehrenamt_desktop.model.hand_out import (
    Facts,
    Given,
    HandOutRow,
    HolderRow,
    Rule,
    Task,
    Whom,
)
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.store.reads.cells import day, some_day

_TASK = (
    "SELECT r.id, r.title, i.name, coalesce(p.county, q.county, ''), r.needs_efz, r.needs_ifsg, "
    "r.needs_nda, coalesce(r.allowance_month, 0) > 0, i.type, {placement} "
    "FROM offer r JOIN initiative i ON i.id = r.initiative_id "
    "LEFT JOIN place p ON p.id = r.place_id LEFT JOIN place q ON q.id = i.place_id {joined} "
)
_OFFERED = _TASK.format(placement="NULL, NULL", joined="")
_PLACED = _TASK.format(
    placement="x.id, x.state", joined="JOIN placement x ON x.offer_id = r.id"
)  # fmt: skip
_PERSON = (
    "SELECT w.first_name, w.last_name, w.birth_date, w.birth_year, w.occupation, "
    "coalesce(p.county, ''), w.title FROM person w LEFT JOIN place p ON p.id = w.place_id "
    "WHERE w.id = ?"
)
_BODY = (
    "SELECT i.name, i.type, i.status, coalesce(p.county, '') FROM initiative i "
    "LEFT JOIN place p ON p.id = i.place_id WHERE i.id = ?"
)
_ITEMS = (
    'SELECT t.id, h.id, h."on", h.way, h.person_id, h.initiative_id, t.document_id, d.title, '
    "d.weight, t.edition_id, coalesce(e.label, ''), t.form_version, e.replaced_on, "
    "t.replaced_by_id FROM hand_out_item t JOIN hand_out h ON h.id = t.hand_out_id "
    "JOIN document d ON d.id = t.document_id "
    "LEFT JOIN document_edition e ON e.id = t.edition_id "
)


def person_facts(
    connection: Any, number: int, as_of: dt.date, placement: int | None = None
) -> Facts | None:
    """What is known of a person and the tasks placed with them, or of one placement's alone."""
    cells = connection.execute(_PERSON, (number,)).fetchone()
    if cells is None:
        return None
    first, last, born, year, occupation, county, title = cells
    where, which = ("x.id = ?", placement) if placement else ("x.person_id = ?", number)
    rows = connection.execute(
        f"{_PLACED} WHERE {where} ORDER BY x.proposed_on DESC, x.id", (which,)
    )
    return Facts(
        full_name(title, first, last),
        person_id=number,
        age=age(day(born), year, as_of),
        county=county,
        occupation=Occupation(occupation) if occupation else None,
        tasks=_tasks(connection, rows.fetchall()),
    )


def placement_facts(connection: Any, number: int, as_of: dt.date) -> Facts | None:
    """What is known of the person of a placement, and of its task."""
    found = connection.execute("SELECT person_id FROM placement WHERE id = ?", (number,)).fetchone()
    return person_facts(connection, found[0], as_of, number) if found else None


def offer_facts(connection: Any, number: int) -> Facts | None:
    """What is known of the body of an offer, and of the offer."""
    cells = connection.execute("SELECT initiative_id FROM offer WHERE id = ?", (number,)).fetchone()
    return _body_facts(connection, cells[0], "r.id = ?", number) if cells else None


def initiative_facts(connection: Any, number: int) -> Facts | None:
    """What is known of a body and of what it offers."""
    where = "r.initiative_id = ? AND r.trashed_at IS NULL AND r.status <> 'archived'"
    return _body_facts(connection, number, where, number)


def given(connection: Any, facts: Facts) -> tuple[Given, ...]:
    """What somebody was given, the latest first."""
    key, number = _recipient(facts)
    rows = connection.execute(
        f'SELECT t.document_id, t.edition_id, t.form_version, h."on" FROM hand_out_item t '
        f"JOIN hand_out h ON h.id = t.hand_out_id WHERE h.{key} = ? "
        'ORDER BY h."on" DESC, t.id DESC',
        (number,),
    )
    return tuple(Given(paper, one, form, some_day(on)) for paper, one, form, on in rows)


def rules(connection: Any) -> tuple[Rule, ...]:
    """All rules, by paper and in their order."""
    rows = connection.execute(
        "SELECT id, version, document_id, field, value, reason, active FROM document_rule "
        "ORDER BY document_id, id"
    )
    return tuple(
        Rule(number, version, paper, RuleField(field), value, reason, bool(active))
        for number, version, paper, field, value, reason, active in rows
    )


def words(connection: Any) -> dict[str, str]:
    """What target groups and activities are called, by code."""
    statement = (
        "SELECT code, label FROM term WHERE kind IN ('target_group', 'activity') ORDER BY rank"
    )
    return dict(connection.execute(statement).fetchall())


def terms(connection: Any, kind: str) -> tuple[tuple[str, str], ...]:
    """Code and label of the terms of a kind, in their order."""
    statement = "SELECT code, label FROM term WHERE kind = ? AND active ORDER BY rank, label"
    return tuple(connection.execute(statement, (kind,)).fetchall())


def course(connection: Any, whom: Whom) -> tuple[HandOutRow, ...]:
    """What a person or initiative was given, the latest first."""
    key = "person_id" if whom.kind is Kind.PERSON else "initiative_id"
    rows = connection.execute(
        f'{_ITEMS} WHERE h.{key} = ? ORDER BY h."on" DESC, t.id DESC', (whom.number,)
    )
    return tuple(
        HandOutRow(
            cells[1], some_day(cells[2]), HandOutWay(cells[3]), cells[7], cells[10] or cells[11],
            cells[12] is not None and cells[13] is None,
        )
        for cells in rows
    )  # fmt: skip


def holders(
    connection: Any, as_of: dt.date, forms: Mapping[int, str], document: int | None = None
) -> tuple[HolderRow, ...]:
    """Who holds an edition that no longer counts and has no newer one; the weightiest first.

    Left out is who lies in the trash, in the archive, or whose data may only be kept.

    Args:
        connection: an open read.
        as_of: the day.
        forms: today's version of the papers that the program makes itself, by number.
        document: of one paper alone.
    """
    where = f"WHERE t.document_id = {int(document)} " if document is not None else ""
    latest: dict[tuple[int, int | None, int | None], tuple[Any, ...]] = {}
    for cells in connection.execute(f'{_ITEMS} {where} ORDER BY h."on", t.id'):
        latest[(cells[6], cells[4], cells[5])] = cells
    names = _names(connection, latest.values())
    newest = {paper: (label, since) for paper, label, since in connection.execute(
        "SELECT document_id, label, coalesce(valid_from, added_on) FROM document_edition "
        "WHERE successor_id IS NULL AND (valid_from IS NULL OR valid_from <= ?) ORDER BY id",
        (as_of.isoformat(),),
    )}  # fmt: skip
    found = []
    for cells in latest.values():
        whom = Whom(Kind.PERSON, cells[4]) if cells[4] else Whom(Kind.INITIATIVE, cells[5])
        if whom in names and _outdated(cells, as_of, forms):
            label, since = newest.get(cells[6], (forms.get(cells[6], ""), None))
            found.append(
                HolderRow(
                    cells[0], whom, names[whom], cells[6], cells[7], RecallWeight(cells[8]),
                    cells[10] or cells[11], some_day(cells[2]), label, day(since),
                )
            )  # fmt: skip
    order = {one: place for place, one in enumerate(RecallWeight)}
    return tuple(sorted(found, key=lambda one: (order[one.weight], one.title, one.name, one.id)))


def used(connection: Any, document: int) -> tuple[int, dt.date | None, tuple[str, ...]]:
    """To how many a paper was given, when last, and the trainings it belongs to."""
    (times, last) = connection.execute(
        'SELECT count(*), max(h."on") FROM hand_out_item t JOIN hand_out h ON h.id = t.hand_out_id '
        "WHERE t.document_id = ?",
        (document,),
    ).fetchone()
    titles = connection.execute(
        "SELECT DISTINCT g.title FROM training_paper p JOIN training g ON g.id = p.training_id "
        "WHERE p.document_id = ? ORDER BY g.title",
        (document,),
    )
    return int(times), day(last), tuple(title for (title,) in titles)


def _outdated(cells: tuple[Any, ...], as_of: dt.date, forms: Mapping[int, str]) -> bool:
    if cells[9] is None:
        return cells[6] in forms and forms[cells[6]] != cells[11]
    replaced_on = day(cells[12])
    return replaced_on is not None and replaced_on <= as_of


def _names(connection: Any, rows: Iterable[tuple[Any, ...]]) -> dict[Whom, str]:
    """What those may still be written to are called."""
    rows = list(rows)
    people = sorted({cells[4] for cells in rows if cells[4]})
    bodies = sorted({cells[5] for cells in rows if cells[5]})
    found: dict[Whom, str] = {}
    for number, title, first, last in _in(
        connection, "SELECT id, title, first_name, last_name FROM person WHERE trashed_at IS NULL "
        "AND restricted_on IS NULL AND status <> 'ended' AND id", people,
    ):  # fmt: skip
        found[Whom(Kind.PERSON, number)] = full_name(title, first, last)
    for number, name in _in(
        connection, "SELECT id, name FROM initiative WHERE trashed_at IS NULL AND id", bodies
    ):
        found[Whom(Kind.INITIATIVE, number)] = name
    return found


def _in(connection: Any, statement: str, numbers: list[int]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        marks = ",".join("?" * len(part))
        found += connection.execute(f"{statement} IN ({marks})", part).fetchall()
    return found


def _body_facts(connection: Any, body: int, where: str, number: int) -> Facts | None:
    cells = connection.execute(_BODY, (body,)).fetchone()
    if cells is None:
        return None
    name, kind, status, county = cells
    rows = connection.execute(f"{_OFFERED} WHERE {where} ORDER BY r.id DESC", (number,)).fetchall()
    return Facts(
        name,
        initiative_id=body,
        county=county,
        body_type=InitiativeType(kind) if kind else None,
        founding=status == InitiativeStatus.FOUNDING,
        tasks=_tasks(connection, rows),
    )


def _tasks(connection: Any, rows: list[tuple[Any, ...]]) -> tuple[Task, ...]:
    terms: dict[tuple[int, str], set[str]] = {}
    for offer, kind, code in _in(
        connection,
        "SELECT x.offer_id, t.kind, t.code FROM offer_term x JOIN term t ON t.id = x.term_id "
        "WHERE t.kind IN ('target_group', 'activity') AND x.offer_id",
        sorted({cells[0] for cells in rows}),
    ):
        terms.setdefault((offer, kind), set()).add(code)
    return tuple(
        Task(
            offer, title, body, county, bool(clearance), bool(hygiene), bool(secrecy),
            bool(allowance), InitiativeType(kind) if kind else None,
            frozenset(terms.get((offer, "target_group"), ())),
            frozenset(terms.get((offer, "activity"), ())),
            placement, PlacementState(state) if state else None,
        )
        for offer, title, body, county, clearance, hygiene, secrecy, allowance, kind, placement,
        state in rows
    )  # fmt: skip


def _recipient(facts: Facts) -> tuple[str, int]:
    if facts.person_id is not None:
        return "person_id", facts.person_id
    return "initiative_id", facts.initiative_id or 0
