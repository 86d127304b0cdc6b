"""What stands above a person whose data may only be kept: since when, why, and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Signal

from ehrenamt_desktop.model.text import day
from ehrenamt_desktop.ui.kit.panels import button
from ehrenamt_desktop.ui.record.warning_bar import WarningBar

MEANS = (
    "Die Person steht in keiner Liste und in keinem Brief an viele, wird nicht vorgeschlagen und "
    "nicht weitergegeben."
)


class RestrictionBar(WarningBar):
    """Hidden while the data of the shown person may be used."""

    lift_wanted = Signal()

    def __init__(self) -> None:
        self.lift = button("Einschränkung aufheben …", name="person.restriction.lift")
        super().__init__("person.restriction", "Verarbeitung eingeschränkt", self.lift)
        self.lift.clicked.connect(self.lift_wanted)

    def show_person(self, values: Mapping[str, object]) -> None:
        """Say since when and why; hidden where nothing is restricted.

        Args:
            values: the person's `restricted_on`, `restriction` and `trashed_at`.
        """
        since = values["restricted_on"]
        self.setVisible(since is not None and values["trashed_at"] is None)
        if isinstance(since, dt.date):
            self.words.setText(
                f"Verarbeitung eingeschränkt seit {day(since)} (Art. 18 DSGVO). "
                f"{str(values['restriction']).rstrip('.')}. {MEANS}"
            )
