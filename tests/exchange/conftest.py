from __future__ import annotations

import csv
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ehrenamt_desktop.exchange.words import Words, gather
from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.paths import resources

MEMBERS = ("Sontra", "Herleshausen", "Nentershausen")


@pytest.fixture(scope="session")
def words() -> Words:
    return gather(_terms(), _places())


def _terms() -> list[TermRow]:
    raw = tomllib.loads((resources() / "catalogue.toml").read_text(encoding="utf-8"))["term"]
    return [
        TermRow(
            number, TermKind(one["kind"]), one["code"], one["label"],
            tuple(one.get("synonyms", ())), None,
        )
        for number, one in enumerate(raw, start=1)
    ]  # fmt: skip


def _places() -> list[PlaceRow]:
    with (resources() / "places.csv").open(encoding="utf-8", newline="") as file:
        return [
            PlaceRow(
                number, one["place"], one["municipality"], "", one["postal_code"],
                one["area_code"], float(one["lat"]), float(one["lon"]),
                one["municipality"] in MEMBERS,
            )
            for number, one in enumerate(csv.DictReader(file), start=1)
        ]  # fmt: skip


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[[dict[str, bytes]], Path]:
    """Make an archive of the given parts; it pretends to be a workbook."""

    def make(parts: dict[str, bytes]) -> Path:
        path = tmp_path / "liste.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path

    return make
