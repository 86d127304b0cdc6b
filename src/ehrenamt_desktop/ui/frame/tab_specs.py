"""Which tabs there are; each module is imported when its tab is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.tab import Tab


class TabSpec(NamedTuple):
    """One tab: its name in the program, its words, and the records it shows."""

    name: str
    title: str
    type_name: str
    kinds: tuple[Kind, ...] = ()
    lists: bool = True

    def make(self, desk: Desk) -> Tab:
        """Build the tab; its lists get their saved views."""
        module = import_module(f"ehrenamt_desktop.ui.{self.name}.tab")
        make: type[Tab] = getattr(module, self.type_name)
        made = make(desk.office, desk.tasks, desk.bus, desk.notices, desk.files, desk.navigator)
        if self.lists:
            _equip_when_filled(made, desk)
        return made


def _equip_when_filled(tab: Tab, desk: Desk) -> None:
    """Give each list its saved views, once its first rows are painted."""
    from ehrenamt_desktop.ui.kit.list_pane import ListPane

    def equip() -> None:
        from ehrenamt_desktop.ui.lists import saved_views

        saved_views.equip(tab, desk)

    for pane in tab.findChildren(ListPane):
        pane.table.filled.connect(equip)


TABS = (
    TabSpec("start", "Start", "StartTab", (Kind.FOLLOW_UP, Kind.INTERACTION),
            lists=False),
    TabSpec("people", "Personen", "PeopleTab", (Kind.PERSON,)),
    TabSpec("initiatives", "Initiativen", "InitiativesTab",
            (Kind.INITIATIVE, Kind.OFFER, Kind.OFFER_ROUND)),
    TabSpec("matching", "Vermittlung", "MatchingTab", (Kind.PLACEMENT,)),
    TabSpec("documents", "Unterlagen", "DocumentsTab",
            (Kind.POSTING, Kind.DOCUMENT, Kind.GRANT_PROGRAMME)),
    TabSpec("figures", "Auswertung", "FiguresTab", (Kind.COST, Kind.EDITION), lists=False),
)  # fmt: skip


def tab_of(kind: Kind) -> str:
    """The name of the tab that shows records of a kind.

    Raises:
        KeyError: no tab shows them.
    """
    for spec in TABS:
        if kind in spec.kinds:
            return spec.name
    raise KeyError(kind)
