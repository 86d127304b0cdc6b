"""The papers of data protection, made as PDF."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import PrivacyPaperKind
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.files import paper_actions


def print_privacy(desk: Desk, kind: PrivacyPaperKind) -> None:
    """Ask where to, write the paper, say where it is."""
    path = desk.files.save("Papier speichern", kind.label, ".pdf")
    if path is None:
        return
    desk.tasks.run_long(
        f"{kind.label}: wird erstellt …",
        lambda progress: desk.office.privacy_papers.write(kind, path, progress),
        lambda _: desk.notices.success(
            f"{kind.label}: Das Papier ist fertig.", *paper_actions(desk.files, path)
        ),
    )
