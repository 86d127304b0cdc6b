"""The window and its first tab stand before anything heavy is imported (design 2).

In a child process, because this one has everything loaded already.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "openpyxl", "numpy", "alembic")
PROGRAM = """
import sys
from pathlib import Path
from ehrenamt_desktop import app
from ehrenamt_desktop.device import Device
from ehrenamt_desktop.services.office import open_office
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import ChangeBus

application = app.make_application()
theme.apply(application)
office = open_office(Path(sys.argv[1]))
window = app.make_window(office, ChangeBus(), Device(Path(sys.argv[2])))
window.show()
while not (window._tabs and window.tab("start").page.due.rows()):
    application.processEvents()
print("loaded:", *[name for name in sys.argv[3:] if name in sys.modules])
window.desk.tasks.drain()
office.close()
"""


def test_the_day_is_shown_before_anything_heavy_comes(demo_store, tmp_path):
    store = tmp_path / "office.ehrenamt"
    shutil.copyfile(demo_store, store)
    outcome = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(store), str(tmp_path), *HEAVY],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.splitlines()[-1] == "loaded:"
