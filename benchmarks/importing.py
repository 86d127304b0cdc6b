"""An import of 10,000 people from a workbook: read, judged, written in one step, and undone.

The office already keeps 10,000 people, so every row is also compared with them. Called with a file
and a store it is the measured process itself, as the command line would be.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks import crowd
from benchmarks.results import Result, result, say
from benchmarks.stock import FOLDER, copy_stock, key_of, open_stock
from benchmarks.watching import Watcher
from ehrenamt_desktop.store import keyfile
from ehrenamt_desktop.store.wrapping import Cost

if TYPE_CHECKING:
    from ehrenamt_desktop.store.engine import Store

PEOPLE = 10_000
REPEATS = 5
NAMELESS = 100
"""Every so many rows one has no surname and must be refused."""

SEED = 2
FILE = FOLDER / f"import-{PEOPLE}.xlsx"


@dataclass(frozen=True, slots=True)
class Import:
    """One import and its undo.

    Attributes:
        seconds: of the import.
        megabytes: more at its peak than before.
        added: people.
        undone: seconds of the undo, with its journal, search words and lines.
        deleted: seconds of deleting the same records by plain SQL.
    """

    seconds: float
    megabytes: float
    added: int
    undone: float
    deleted: float


def run() -> list[Result]:
    """Five imports, each into a fresh copy by a fresh process."""
    file = workbook()
    runs = [once(file) for _ in range(REPEATS)]
    seconds = statistics.median(one.seconds for one in runs)
    megabytes = statistics.median(one.megabytes for one in runs)
    floor = statistics.median(_only_read(file) for _ in range(3))
    undone = statistics.median(one.undone for one in runs)
    deleted = statistics.median(one.deleted for one in runs)
    say(f"added {runs[0].added:,} people in {seconds:.1f} s, {megabytes:.0f} MB more")
    say(f"taken back in {undone:.1f} s")
    return [
        result(
            "import of 10,000 people",
            seconds,
            f"openpyxl only reading the file {floor:.1f} s",
            seconds / floor,
        ),
        result(
            "import of 10,000 people: parent and child",
            megabytes,
            f"the file itself {file.stat().st_size / 1e6:.1f} MB",
            megabytes / (file.stat().st_size / 1e6),
        ),
        result(
            "undo of an import of 10,000 people",
            undone,
            f"deleting the same records by plain SQL {deleted:.2f} s",
            undone / deleted,
        ),
    ]


def once(file: Path, *, encrypted: bool = True) -> Import:
    """One import by a fresh process into a fresh copy of the stock."""
    with TemporaryDirectory(dir=FOLDER) as folder:
        store = copy_stock(PEOPLE, Path(folder) / "copy.ehrenamt", encrypted=encrypted)
        if encrypted:  # a copy is made before a large list, and it wants its key file
            key_file = store.with_suffix(keyfile.SUFFIX)
            keyfile.create(key_file, "geheim", cost=Cost(128, 1, 1))
        kind = "encrypted" if encrypted else "plain"
        call = [sys.executable, "-m", "benchmarks.importing", str(file), str(store), kind]
        with (
            subprocess.Popen(
                call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            ) as process,
            Watcher(process.pid) as watcher,
        ):
            if process.stdout is None or process.stdin is None:
                raise RuntimeError("no pipe")
            process.stdout.readline()
            before = watcher.reset()
            process.stdin.write("\n")
            process.stdin.flush()
            told = json.loads(process.stdout.readline())
            more = watcher.peak - before
            process.stdin.write("\n")
            process.stdin.flush()
            undo = json.loads(process.stdout.readline())
        return Import(told["seconds"], more, told["added"], undo["undone"], undo["deleted"])


def workbook() -> Path:
    """The list, as an office would send it; made once for each recipe of the crowd."""
    from ehrenamt_desktop.services.demo import workbook as form

    office = open_stock(PEOPLE)
    try:
        places = {place.id: place.name for place in office.lists.places()}
        terms = {term.id: term.label for term in office.lists.terms()}
        world = crowd.world(office.store, SEED)
    finally:
        office.close()
    made = next(crowd.chunks(world, PEOPLE))
    wishes: dict[int, list[str]] = {}
    for number, term, *_ in made["person_term"]:
        wishes.setdefault(number, []).append(terms[term])
    rows = []
    for cells in made["person"]:
        one = dict(zip(crowd.COLUMNS["person"], cells, strict=True))
        rows.append({
            "Anrede": {"ms": "Frau", "mr": "Herr"}[one["salutation"]],
            "Vorname": one["first_name"],
            "Nachname": one["last_name"] if one["id"] % NAMELESS else "",
            "Geburtsjahr": min(one["birth_year"], 2000),
            "Straße": one["street"],
            "PLZ": one["postcode"],
            "Ort": one["city"],
            "Ortsteil": places[one["place_id"]],
            "Telefon": one["phone"],
            "Mobil": one["mobile"],
            "E-Mail": one["email"],
            "Beruf": one["profession"],
            "Bereiche": "; ".join(wishes[one["id"]]),
            "Stunden pro Woche": one["hours_per_week"],
            "Größte Entfernung (km)": one["max_km"],
            "Einwilligung vom": crowd.AS_OF,
            "Bemerkung": one["adviser_note"],
        })  # fmt: skip
    FILE.parent.mkdir(parents=True, exist_ok=True)
    form.write(FILE, rows, crowd.AS_OF)
    return FILE


def _only_read(file: Path) -> float:
    from openpyxl import load_workbook

    begun = time.perf_counter()
    for sheet in load_workbook(file, read_only=True):
        for _ in sheet.iter_rows(values_only=True):
            pass
    return time.perf_counter() - begun


def _import(file: Path, store: Path, *, encrypted: bool) -> None:
    from ehrenamt_desktop.model.queries import ListQuery
    from ehrenamt_desktop.services.office import Office
    from ehrenamt_desktop.store.engine import Store

    office = Office(Store(store, key_of(encrypted=encrypted)))
    office.lists.people.ids(ListQuery())
    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    report = office.imports.run(office.imports.plan("people", file))
    taken = time.perf_counter() - begun
    print(json.dumps({"seconds": taken, "added": report.counts.added}), flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    office.history.undo()
    undone = time.perf_counter() - begun
    office.history.redo()
    print(json.dumps({"undone": undone, "deleted": _delete(office.store)}), flush=True)
    office.close()


def _delete(store: Store) -> float:
    """Seconds to delete by plain SQL what the last step made; nothing is journalled or indexed."""
    begun = time.perf_counter()
    with store.write("Bench") as unit:
        raw: Any = unit.connection().connection.driver_connection
        made = raw.execute(
            "SELECT kind, record_id FROM journal_entry WHERE before IS NULL AND step_id = "
            "(SELECT max(id) FROM journal_step) ORDER BY id DESC"
        ).fetchall()
        for kind, rows in groupby(made, lambda row: row[0]):
            numbers = [(number,) for _, number in rows]
            raw.executemany(f"DELETE FROM {kind} WHERE id = ?", numbers)  # noqa: S608 - a kind
    return time.perf_counter() - begun


if __name__ == "__main__":
    _import(Path(sys.argv[1]), Path(sys.argv[2]), encrypted=sys.argv[3] == "encrypted")
