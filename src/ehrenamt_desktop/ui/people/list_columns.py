"""The list of people as it stands beside the record: short words, so that nothing is cut."""

from __future__ import annotations

from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.columns.places import short_place
from ehrenamt_desktop.model.rows import PersonRow
from ehrenamt_desktop.model.rules.completeness import Gap
from ehrenamt_desktop.model.views import Layout, View

WIDTHS = {"name": 25, "place": 18, "stage": 15, "last_contact": 15}
"""Signs: room for `Weißenborn-Rambach` and `in Vermittlung`."""


def _fit(column: Column[PersonRow]) -> Column[PersonRow]:
    text = short_place if column.key == "place" else column.text
    return column._replace(text=text, width=WIDTHS.get(column.key, column.width))


COLUMNS = tuple(_fit(one) for one in PERSON_COLUMNS)

LATER = View(
    filters={"missing": tuple(gap.value for gap in Gap)},
    layout=Layout(columns=("name", "missing", "created"), sorts=(("created", True),)),
)
"""`Später vervollständigen`: who came in quickly, the newest first, and what is missing."""
