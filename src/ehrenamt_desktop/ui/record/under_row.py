"""The panels that open under a reminder; all of them confirm, and know whether they are dirty."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ehrenamt_desktop.ui.record.finish_panel import FinishPanel
from ehrenamt_desktop.ui.record.postpone_panel import PostponePanel

if TYPE_CHECKING:
    from ehrenamt_desktop.ui.record.asking_panel import AskingPanel

UnderRow: TypeAlias = "FinishPanel | PostponePanel | AskingPanel"
