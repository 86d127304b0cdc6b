"""The window paints before the heavy libraries come, and rescue commands run without Qt (design 2).

Each check runs in a child process, because this one has everything loaded already.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = [
    "sqlmodel", "sqlalchemy", "pydantic", "reportlab", "openpyxl", "docx", "lxml", "numpy", "scipy",
    "alembic",
]  # fmt: skip
QT = ["PySide6", "shiboken6"]


def loaded_by(program: str, unwanted: list[str], *arguments: str) -> list[str]:
    """Those of `unwanted` that `program` has imported when it is through."""
    look = f"\nimport sys\nprint('loaded:', *[n for n in {unwanted!r} if n in sys.modules])"
    outcome = subprocess.run(
        [sys.executable, "-c", program + look, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout.splitlines()[-1].split()[1:]


def test_the_window_needs_nothing_heavy():
    program = "import ehrenamt_desktop.app, ehrenamt_desktop.ui.main_window"
    assert loaded_by(program, HEAVY) == []


def test_opening_and_listing_needs_nothing_heavy(tmp_path):
    from ehrenamt_desktop.services.new_office import create_office

    store = tmp_path / "probe.ehrenamt"
    create_office(store)
    program = """
import sys
from pathlib import Path
from ehrenamt_desktop import clock
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.office import open_office

office = open_office(Path(sys.argv[1]))
for source in (office.lists.people, office.lists.initiatives, office.lists.offers):
    source.rows(source.ids(ListQuery()))
office.lists.overview(clock.today())
office.close()
"""
    assert loaded_by(program, HEAVY, str(store)) == []


@pytest.mark.parametrize("module", ["cli", "__main__", "services.office"])
def test_the_command_line_needs_no_qt(module):
    assert loaded_by(f"import ehrenamt_desktop.{module}", QT) == []
