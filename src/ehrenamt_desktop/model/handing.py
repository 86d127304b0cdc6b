"""A store that was handed over to another desk, and what comes back from there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

KEY = "handed"
"""The setting that says so."""


class Handed(NamedTuple):
    """To whom the store was given, when (local), and the last step that both copies have."""

    whom: str
    at: dt.datetime
    mark: str

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> Handed | None:
        """What the setting says; None if the store is here."""
        if not kept:
            return None
        return cls(str(kept["whom"]), dt.datetime.fromisoformat(kept["at"]), str(kept["mark"]))

    @property
    def sentence(self) -> str:
        """Why nothing can be changed here."""
        return (
            f"Der Arbeitsplatz ist seit dem {self.at:%d.%m.%Y, %H:%M} Uhr übergeben: {self.whom}. "
            "Hier können Sie lesen. Ändern kann, wer den Bestand dort hat, bis er zurückkommt: "
            "Menü „Sicherheit“, „Arbeitsplatz zurücknehmen …“."
        )


class Comeback(NamedTuple):
    """A return that holds everything: steps taken there, and records then and now by table."""

    steps: int
    then: Mapping[str, int]
    now: Mapping[str, int]
