"""The main job on demonstration data, end to end in a temporary folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.enums import PlacementState
from ehrenamt_desktop.model.queries import ListQuery
from ehrenamt_desktop.services.demo import show
from ehrenamt_desktop.services.office import open_office


def pictures(store: Path, folder: Path) -> list[Path]:
    assert store.exists()
    made = folder / "reiter-start.png"
    made.write_bytes(b"\x89PNG\r\n\x1a\n")
    return [made]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    out = tmp_path_factory.mktemp("vorführung")
    (out / "eigenes.txt").write_text("bleibt", encoding="utf-8")
    said: list[str] = []
    show.run(out, people=60, initiatives=30, offers=40, tell=said.append, screenshots=pictures)
    return out, said


def test_everything_linked_is_there(shown: tuple[Path, list[str]]) -> None:
    out, _ = shown
    html = (out / show.INDEX).read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="([^"]+)"', html)
    assert links
    assert all((out / unquote(link)).is_file() for link in links)
    made = {path for path in out.rglob("*") if path.suffix in (".pdf", ".xlsx", ".json", ".png")}
    assert made == {out / unquote(link) for link in links} - {out / show.STORE}


def test_the_page_names_no_address_outside(shown: tuple[Path, list[str]]) -> None:
    html = (shown[0] / show.INDEX).read_text(encoding="utf-8")
    assert "//" not in html
    assert "<script" not in html


def test_papers_are_real_files(shown: tuple[Path, list[str]]) -> None:
    out, _ = shown
    papers = list(out.rglob("*.pdf"))
    assert any(paper.name.startswith("vorschlag-") for paper in papers)
    assert sum(paper.parent.name == show.BOARDS for paper in papers) >= 5
    assert all(paper.read_bytes().startswith(b"%PDF") for paper in papers)
    assert (out / show.COUNCIL).read_bytes().startswith(b"PK")


def test_three_people_are_matched(shown: tuple[Path, list[str]]) -> None:
    found = sorted((shown[0] / show.MATCHES).glob("person-*.json"))
    assert len(found) == 3
    for path in found:
        data = json.loads(path.read_text(encoding="utf-8"))
        assert data["offers"]
        assert path.stem == f"person-{data['person']['number']}"


def test_file_names_and_lines_name_nobody(shown: tuple[Path, list[str]]) -> None:
    out, said = shown
    office = open_office(out / show.STORE)
    names = {row.last_name for row in office.lists.people.rows(
        office.lists.people.ids(ListQuery()))}  # fmt: skip
    office.close()
    words = {word for line in said for word in re.split(r"\W+", line)}
    words |= {part for path in out.rglob("*") for part in re.split(r"\W+", path.stem)}
    assert not {name for name in names if name in words}


def test_the_contact_was_passed_on_and_papers_are_remembered(
    shown: tuple[Path, list[str]],
) -> None:
    office = open_office(shown[0] / show.STORE)
    try:
        states = [
            row.state
            for row in office.lists.placements.rows(office.lists.placements.ids(ListQuery()))
        ]
        assert PlacementState.PASSED_ON in states
        assert office.lists.postings.total() >= 3
    finally:
        office.close()


def test_rows_of_the_list_are_imported_and_two_refused(shown: tuple[Path, list[str]]) -> None:
    out, said = shown
    line = next(one for one in said if one.startswith("Eingelesen"))
    assert "32 Zeilen gelesen" in line
    assert "25 neu, 5 geändert, 0 unverändert, 2 abgewiesen" in line
    assert (out / show.ERRORS).is_file()


def test_a_second_show_replaces_only_its_own_files(shown: tuple[Path, list[str]]) -> None:
    out, _ = shown
    stale = out / "vorschlag-99999.pdf"
    stale.write_bytes(b"%PDF alt")
    show.run(out, people=60, initiatives=30, offers=40)
    assert (out / "eigenes.txt").read_text(encoding="utf-8") == "bleibt"
    assert not stale.exists()
    assert not list((out / show.PICTURES).iterdir())


def test_a_store_of_the_usual_size(tmp_path: Path) -> None:
    office = open_office(show.make_store(tmp_path))
    try:
        assert office.lists.people.total() >= 80
        assert office.lists.board_places()
    finally:
        office.close()


def test_an_open_store_is_left_alone(tmp_path: Path) -> None:
    show.run(tmp_path, people=40, initiatives=25, offers=35)
    before = (tmp_path / show.INDEX).stat().st_mtime_ns
    office = open_office(tmp_path / show.STORE)
    office.store.hold()
    try:
        with pytest.raises(StoreUnavailable):
            show.run(tmp_path, people=40, initiatives=25, offers=35)
    finally:
        office.close()
    assert (tmp_path / show.INDEX).stat().st_mtime_ns == before
