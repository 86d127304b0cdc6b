"""What the window may ask of a tab."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.commands import Command
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.navigator import Navigator
from ehrenamt_desktop.ui.kit.notices import Notices
from ehrenamt_desktop.ui.kit.tasks import TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.model.unsaved import Unsaved
    from ehrenamt_desktop.services.office import Office

NO_PAPER = (
    "Hier ist kein Papier zum Drucken. Fertige Papiere stehen unter „Unterlagen“ (Alt+5); die "
    "Liste drucken Sie über „Datei“, „Liste ausgeben …“ als PDF."
)


class Tab(QWidget):
    """Base of every tab: keeps its collaborators; what a tab does not override does nothing."""

    kinds: ClassVar[tuple[Kind, ...]] = ()

    def __init__(
        self,
        office: Office,
        tasks: TaskRunner,
        bus: ChangeBus,
        notices: Notices,
        files: Files,
        navigator: Navigator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self.tasks = tasks
        self.bus = bus
        self.notices = notices
        self.files = files
        self.navigator = navigator
        self.build()

    def build(self) -> None:
        """Make the widgets and connect them; called once, when the collaborators are in place."""

    def enter(self) -> None:
        """The tab was shown: go where the work begins."""
        self.focus_search()

    def open_record(self, kind: Kind, number: int) -> None:
        """Show one record."""

    def show_list(self, kind: Kind, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Show a list with these filters and no other."""

    def begin(self, kind: Kind, values: Mapping[str, object]) -> None:
        """Show the form of a new record of that kind, with these values in it."""

    def match_for(self, kind: Kind, number: int) -> None:
        """Show what fits a person or an offer."""

    def focus_search(self) -> None:
        """Strg+F."""

    def new(self) -> None:
        """Strg+N."""

    def save(self) -> None:
        """Strg+S."""

    def print_(self) -> None:
        """Strg+P; what has no paper of its own tells where papers are."""
        self.notices.info(NO_PAPER)

    def restore(self, unsaved: Unsaved) -> None:
        """Put back what was typed into a form before the program ended."""

    def is_dirty(self) -> bool:
        """Whether something typed would be lost."""
        return False

    def commands(self) -> Sequence[Command]:
        """What can be done here now beyond the menu; the search over everything offers it."""
        return ()

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """More views worth a picture: a name and the widget, shown when it is asked for."""
        yield from ()
