"""From a list's question to ordered numbers: filters, search and order as data of each list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.model.text import MAX_QUESTION, fold, search_question

Params = dict[str, Any]
Filter = Callable[[Sequence[str]], tuple[str, Sequence[Any]]]
"""From accepted values to an SQL condition with `{}` for each of its parameters."""


@dataclass(frozen=True, slots=True)
class ListSpec:
    """How one list is read.

    Attributes:
        source: FROM clause; the record's table is called `r`.
        order: the list's own order.
        sorts: SQL expressions by column key; the own order breaks ties.
        filters: conditions by filter key.
        hidden: condition of archived records, left out unless the filter `archived` is set.
        search: the FTS5 table, or empty.
        words: for short lists without one, an SQL text whose folded words are searched.
    """

    source: str
    order: str
    sorts: Mapping[str, str]
    filters: Mapping[str, Filter] = field(default_factory=dict)
    hidden: str = ""
    search: str = ""
    words: str = ""


def ids(connection: Any, spec: ListSpec, query: ListQuery, named: Params) -> list[int]:
    """The numbers of all records that answer `query`, in its order.

    Raises:
        KeyError: an unknown filter or sort key (a programming error).
    """
    conditions, values = _conditions(spec, query)
    if query.text.strip():
        found = _search(spec, query.text[:MAX_QUESTION])
        if found is None:
            return []
        conditions.extend(found[0])
        values |= found[1]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    statement = f"SELECT r.id FROM {spec.source}{where} ORDER BY {_order(spec, query)}"
    return [row[0] for row in connection.execute(statement, named | values)]


def total(connection: Any, spec: ListSpec) -> int:
    """How many records the list holds without archived ones."""
    where = f" WHERE NOT ({spec.hidden})" if spec.hidden else ""
    table = spec.source.split()[0]
    statement = f"SELECT count(*) FROM {table} r{where}"
    return int(connection.execute(statement).fetchone()[0])


def in_order(ids: Sequence[int], rows: Iterable[tuple[int, Any]]) -> list[Any]:
    """Rows in the order of `ids`; records that are gone are left out."""
    found = dict(rows)
    return [found[one] for one in ids if one in found]


def one_of(expression: str) -> Filter:
    """The condition that an expression has one of the accepted values."""
    return lambda values: (f"{expression} IN ({_slots(values)})", list(values))


def one_of_numbers(expression: str) -> Filter:
    """The condition that an expression is one of the accepted numbers."""
    return lambda values: (
        f"{expression} IN ({_slots(values)})",
        [int(value) for value in values],
    )


def always(condition: str) -> Filter:
    """A condition that any value switches on."""
    return lambda _values: (condition, [])


def _search(spec: ListSpec, text: str) -> tuple[list[str], Params] | None:
    """Conditions for typed words, or None if nothing can be found by them."""
    if spec.search:
        question = search_question(text)
        if question is None:
            return None
        condition = f"r.id IN (SELECT rowid FROM {spec.search} WHERE words MATCH :words)"
        return [condition], {"words": question}
    parts = {f"w{place}": f"%{word}%" for place, word in enumerate(fold(text).split())}
    return [f"{spec.words} LIKE :{name}" for name in parts], dict(parts)


def _slots(values: Sequence[Any]) -> str:
    return ", ".join("{}" for _ in values)


def _conditions(spec: ListSpec, query: ListQuery) -> tuple[list[str], Params]:
    conditions: list[str] = []
    values: Params = {}
    for key, accepted in query.filters.items():
        if key == "archived":
            conditions.append(f"({spec.hidden})")
        elif accepted:
            condition, parameters = spec.filters[key](accepted)
            names = [f"v{len(values) + place}" for place in range(len(parameters))]
            conditions.append(condition.format(*(f":{name}" for name in names)))
            values |= dict(zip(names, parameters, strict=True))
    if spec.hidden and "archived" not in query.filters:
        conditions.append(f"NOT ({spec.hidden})")
    return conditions, values


def _order(spec: ListSpec, query: ListQuery) -> str:
    own = f"{spec.order}, r.id"
    if not query.sort:
        return own
    direction = " DESC" if query.descending else ""
    expression = spec.sorts[query.sort]
    keys = ", ".join(f"{part}{direction}" for part in expression.split(" | "))
    return f"{keys}, {own}"
