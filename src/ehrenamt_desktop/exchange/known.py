"""Lists that are recognised by their headings and need no mapping file."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop.exchange.heading_words import squeeze
from ehrenamt_desktop.exchange.mapping import Mapping
from ehrenamt_desktop.model.columns.fields import by_key

_FREINET_OFFERS = Mapping(
    noun="offers",
    columns={
        "einrichtungsname": ("initiative",),
        "angebotsname": ("title",),
        "beschreibung": ("description",),
        "plz": ("postcode",),
        "ort": ("city",),
        "anzahl_gesuche": ("places_total",),
        "latitude": ("latitude",),
        "longitude": ("longitude",),
        "ortsteil": ("place",),
        "bearbeitet": ("confirmed_on",),
        "erstellt": ("entered_on",),
        "_angebotsId": ("source_key",),
    },
    constants={"status": "veröffentlicht"},  # the export holds public offers only
    formats={"confirmed_on": "unix", "entered_on": "unix"},
    values={"places_total": {"0": ""}},
    source="Freinet-Online",
    html=True,
)
"""The offer export of Freinet-Online, the usual software of German agencies."""

FREINET_HEADINGS = tuple(_FREINET_OFFERS.columns)
_FREINET_MARKS = ("agenturid", "einrichtungsname", "angebotsname", "angebotsid")


def recognise(noun: str, headers: Sequence[str]) -> Mapping | None:
    """The mapping of a known list, or None; columns it lacks are left out."""
    names = {squeeze(header) for header in headers}
    if noun != "offers" or not names.issuperset(_FREINET_MARKS):
        return None
    known = _FREINET_OFFERS
    columns = {name: keys for name, keys in known.columns.items() if squeeze(name) in names}
    filled = {key for keys in columns.values() for key in keys}
    return Mapping(
        noun=known.noun,
        columns=columns,
        constants={key: value for key, value in known.constants.items() if key in by_key(noun)},
        formats={key: value for key, value in known.formats.items() if key in filled},
        values=known.values,
        source=known.source,
        html=known.html,
    )
