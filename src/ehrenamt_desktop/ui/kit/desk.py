"""What the composition root makes once and passes down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ehrenamt_desktop.ui.kit.changes import ChangeBus
from ehrenamt_desktop.ui.kit.files import Files
from ehrenamt_desktop.ui.kit.navigator import Navigator
from ehrenamt_desktop.ui.kit.notices import Notices
from ehrenamt_desktop.ui.kit.tasks import TaskRunner

if TYPE_CHECKING:
    from ehrenamt_desktop.services.office import Office


class Desk(NamedTuple):
    """The collaborators of every tab."""

    office: Office
    tasks: TaskRunner
    bus: ChangeBus
    notices: Notices
    files: Files
    navigator: Navigator
