"""Makes the pictures of the handbook anew, the same from run to run: `docs/handbuch/bilder`.

Run `.venv/bin/python tools/handbook_pictures.py`. Invented people, a fixed day, the light look;
only pictures that a page names are kept, with 128 colours.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image

from ehrenamt_desktop import app, clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.demo import show
from ehrenamt_desktop.services.office import Office, open_office
from ehrenamt_desktop.ui.frame import pictures
from ehrenamt_desktop.ui.kit.changes import ChangeBus

PAGES = Path(__file__).resolve().parents[1] / "docs" / "handbuch"
BILDER = PAGES / "bilder"
DAY = dt.date(2026, 11, 23)
SIZE = (1200, 760)
COLOURS = 128
NAMED = re.compile(r"\]\(bilder/([\w-]+\.png)\)")


def main() -> None:
    """Take all pictures, keep those that are named, say how large they are."""
    named = {name for page in PAGES.glob("*.md") for name in NAMED.findall(page.read_text("utf-8"))}
    BILDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, clock.frozen(DAY):
        made = _take(Path(folder))
        for old in BILDER.glob("*.png"):
            old.unlink()
        for path in made:
            if path.name in named:
                _keep(path, BILDER / path.name)
    missing = named - {path.name for path in made}
    whole = sum(path.stat().st_size for path in BILDER.glob("*.png"))
    print(f"{len(named - missing)} Bilder, {whole // 1024} KB", *sorted(missing))


def _take(folder: Path) -> list[Path]:
    application = app.make_application()
    application.setCursorFlashTime(0)  # a cursor that blinks is not there in every run
    store = show.make_store(folder)
    bus = ChangeBus()
    office = open_office(store, on_changed=bus.publish)
    try:
        _fill_trash(office)
        office.rounds.begin()
        _change_somebody(office)
        return pictures.take(
            application, office, bus, folder / "bilder", looks=pictures.LOOKS[:1], size=SIZE
        )
    finally:
        office.close()


def _fill_trash(office: Office) -> None:
    """A few records, so that the trash has something to show."""
    idle = ListQuery(filters={"stage": ("paused",)})
    office.trash.put(Kind.PERSON, office.lists.people.ids(idle)[:2])
    past = ListQuery(filters={"stage": ("expired",)})
    for number in office.lists.offers.ids(past)[:4]:
        with contextlib.suppress(DomainError):
            office.trash.put(Kind.OFFER, [number])


def _change_somebody(office: Office) -> None:
    """A few changes, so that the first person's history has something to show."""
    first = office.lists.people.ids(ListQuery())[0]
    for values in (
        {"hours_per_week": 4, "reachable_note": "vormittags"},
        {"occupation": "retired", "hours_per_week": 6},
        {"phone": "05653 91188", "max_km": 15},
    ):
        office.people.save(values, first)


def _keep(source: Path, target: Path) -> None:
    with Image.open(source) as image:
        flat = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        flat.save(target, optimize=True)


if __name__ == "__main__":
    main()
