"""The file of papers: whole bytes, tolerant words, and nothing lost on the way."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.store import document_file
from ehrenamt_desktop.store.connection import connect
from ehrenamt_desktop.store.document_file import DAMAGED, MISSING, PIECE, DocumentFile
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.schema import create_store

KEY = secrets.token_bytes(32)
SECRET = "Verschwiegenheitserklärung"


@pytest.fixture(params=[None, KEY], ids=["plain", "sealed"])
def papers(tmp_path, tmp_path_factory, request):
    path = tmp_path / "büro.ehrenamt"
    create_store(path, request.param)
    store = Store(path, request.param)
    yield DocumentFile(store)
    store.close()


def test_a_store_without_papers_has_no_file(papers):
    assert papers.search("antrag") == []
    assert papers.held() == frozenset()
    assert papers.said("0" * 64) == ""
    with pytest.raises(DomainError) as refused:
        papers.read("0" * 64)
    assert refused.value.sentence == MISSING
    assert not papers.path.exists()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7])
def test_a_paper_comes_back_byte_by_byte(papers, size):
    data = secrets.token_bytes(size)
    digest = papers.keep(data)
    assert digest == hashlib.sha256(data).hexdigest()
    assert papers.read(digest) == data


def test_the_same_paper_is_kept_once(papers):
    first = papers.keep(b"x" * 5000, SECRET)
    size = papers.path.stat().st_size
    assert papers.keep(b"x" * 5000, "anderer Text") == first
    assert papers.held() == {first}
    assert papers.said(first) == SECRET
    assert papers.path.stat().st_size == size


def test_nothing_of_a_paper_lies_open_beside_a_sealed_store(papers):
    papers.keep(b"Klartext-Klartext" * 100, SECRET)
    written = b"".join(one.read_bytes() for one in papers.path.parent.iterdir())
    readable = b"Klartext-Klartext" in written
    assert readable is not papers._store.encrypted


@pytest.mark.parametrize(
    "typed",
    [
        "Antrag",
        "anträge",
        "ANTRAEGE",
        "antr",
        "förderung antrag",
        "foerder",
        "groß",
        "gross",
        "2026",
    ],
)
def test_words_are_found_however_they_are_typed(papers, typed):
    digest = papers.keep(b"a", "Anträge auf Förderung: großes Zelt, Fassung 2026")
    papers.keep(b"b", "Merkblatt Versicherung")
    assert papers.search(typed) == [digest]
    found = papers.excerpts([digest], typed)[digest]
    assert found.end > found.start


def test_a_paper_in_which_a_word_is_missing_is_not_found(papers):
    papers.keep(b"a", "Antrag auf Förderung")
    assert papers.search("antrag zelt") == []
    assert papers.search("  ") == []
    assert papers.search('"*') == []


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60))
def test_no_question_reaches_the_query_language(papers, typed):
    papers.keep(b"a", "Antrag")
    assert papers.search(typed) in ([], list(papers.held()))


def test_papers_that_nothing_names_go_and_the_others_stay(papers, monkeypatch):
    kept, gone = papers.keep(b"a", "bleibt"), papers.keep(b"b", "geht")
    assert papers.tidy({kept}) == 0  # somebody may be about to add it
    tomorrow = clock.now() + dt.timedelta(hours=25)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    assert papers.tidy({kept}) == 1
    assert papers.tidy({kept}) == 0
    assert papers.held() == {kept}
    assert papers.search("geht") == []
    assert papers.read(kept) == b"a"
    with pytest.raises(DomainError):
        papers.read(gone)


def test_a_damaged_paper_is_refused_not_given(papers):
    digest = papers.keep(b"Original")
    connection = connect(papers.path, papers._store.key)
    connection.execute("UPDATE piece SET bytes = ?", (b"Faelschung",))
    connection.close()
    with pytest.raises(DomainError) as refused:
        papers.read(digest)
    assert refused.value.sentence == DAMAGED
    assert document_file.broken(papers._store.path, papers._store.key, {digest}) == 1


def test_another_key_opens_nothing(papers):
    papers.keep(b"a")
    with pytest.raises(StoreUnavailable):
        document_file.broken(papers._store.path, secrets.token_bytes(32), {"x"})


def test_a_closed_or_locked_store_gives_no_paper(papers):
    digest = papers.keep(b"a")
    key = papers._store.key
    papers._store.suspend()
    for deed in (
        lambda: papers.read(digest),
        lambda: papers.keep(b"b"),
        lambda: papers.search("a"),
    ):
        with pytest.raises(StoreUnavailable, match="geschlossen"):
            deed()
    papers._store.resume(key)
    assert papers.read(digest) == b"a"


def test_a_store_for_reading_takes_no_paper(papers):
    papers._store.refuse_writing("Nur zum Lesen.")
    with pytest.raises(DomainError, match="Nur zum Lesen"):
        papers.keep(b"a")
    assert not papers.path.exists()
