"""The library with 5,000 papers of 2 GB: sought, opened, leafed through; 500 papers added."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.results import Result, median_ms, medians_ms, result, say
from benchmarks.stock import copy_stock, key_of
from ehrenamt_desktop import clock
from ehrenamt_desktop.model.documents import Choice
from ehrenamt_desktop.model.records.document import Document, DocumentEdition
from ehrenamt_desktop.services.demo.stock import stamps
from ehrenamt_desktop.services.office import Office
from ehrenamt_desktop.store import document_file
from ehrenamt_desktop.store.bulk import insert_rows
from ehrenamt_desktop.store.engine import Store

PAPERS, SIZE, ADDED, PAGES = 5_000, 400_000, 500, 12
WORDS_EACH, VOCABULARY = 400, 6_000
PEOPLE = 100
WIDTH = 640
SEARCH = "search in 5,000 papers of 2 GB"
OPEN = "opening an office beside 2 GB of papers"
ADD = "500 PDFs read and added"
LEAF = "a page of the preview"
FIRST = "the first page of the preview, with the start of its process"
_HEADS = ("Ver", "An", "Aus", "Ein", "Be", "Vor", "Um", "Über", "Unter", "Mit")
_ROOTS = ("sicherung", "trag", "weisung", "förderung", "einigung", "stellung", "schrift", "lage")


def run() -> list[Result]:
    """One encrypted store; the same words in a bare FTS5 table of SQLite as the peer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = copy_stock(PEOPLE, folder / "library.ehrenamt")
        rng = random.Random(8)  # noqa: S311 - invented words
        texts = _texts(rng)
        peer = _fill(path, texts)
        size = document_file.path_of(path).stat().st_size / 1e9
        say(f"{PAPERS:,} papers, {size:.1f} GB")
        opening = median_ms(lambda: _opened(path), 15)
        bare = _bare(path)
        office = Office(Store(path, key_of(encrypted=True)))
        try:
            sought, plain = _search(office, peer, texts, rng)
            added, alone = _add(office, folder)
            first, leaf = _leaf(office, folder)
        finally:
            office.close()
    return [
        result(SEARCH, sought, f"the same words in bare FTS5 {plain:.2f} ms", sought / plain),
        result(OPEN, opening / bare, f"the same without papers {bare:.1f} ms", opening / bare),
        result(ADD, added, f"reading their bytes alone {alone:.2f} s", added / alone),
        result(LEAF, leaf, f"the first page {first:.0f} ms", leaf / first),
        result(FIRST, first, f"a further page {leaf:.0f} ms", first / leaf),
    ]


def _bare(path: Path) -> float:
    """The same office and records, with the file of papers out of the way."""
    papers = document_file.path_of(path)
    aside = papers.with_suffix(".aside")
    papers.rename(aside)
    taken = median_ms(lambda: _opened(path), 15)
    aside.rename(papers)
    return taken


def _opened(path: Path) -> None:
    office = Office(Store(path, key_of(encrypted=True)))
    office.lists.overview()
    office.close()


def _texts(rng: random.Random) -> list[str]:
    words = [
        f"{rng.choice(_HEADS)}{rng.choice(_ROOTS)}{rng.choice('aeioubdfgklmnprst')}{number % 97}"
        for number in range(VOCABULARY)
    ]
    weights = [1 / (place + 3) for place in range(VOCABULARY)]
    return [" ".join(rng.choices(words, weights, k=WORDS_EACH)) for _ in range(PAPERS)]


def _fill(path: Path, texts: list[str]) -> sqlite3.Connection:
    """Papers of random bytes with these words in the store, and the words alone in the peer."""
    office = Office(Store(path, key_of(encrypted=True)))
    digests = []
    with document_file.writing(document_file.path_of(path), key_of(encrypted=True)) as connection:
        for text in texts:
            data = os.urandom(SIZE)
            digests.append(hashlib.sha256(data).hexdigest())
            document_file.put(connection, digests[-1], data, text)
    with office.store.write("Bench") as unit:
        numbers = insert_rows(
            unit, Document,
            [{**stamps(clock.now()), "title": f"Papier {at} {text[:40]}"}
             for at, text in enumerate(texts)],
        )  # fmt: skip
        insert_rows(unit, DocumentEdition, _editions(numbers, digests))
    office.close()
    peer = sqlite3.connect(":memory:", check_same_thread=False)
    peer.execute("CREATE VIRTUAL TABLE papers USING fts5(said, tokenize='unicode61')")
    peer.executemany("INSERT INTO papers VALUES (?)", ((text,) for text in texts))
    return peer


def _editions(numbers: list[int], digests: list[str]) -> Iterator[dict[str, Any]]:
    for number, digest in zip(numbers, digests, strict=True):
        yield {
            **stamps(clock.now()), "document_id": number, "digest": digest, "size": SIZE,
            "file_name": "papier.pdf", "format": "pdf", "readable": True, "whole": True,
            "added_on": clock.today(),
        }  # fmt: skip


def _search(
    office: Office, peer: sqlite3.Connection, texts: list[str], rng: random.Random
) -> tuple[float, float]:
    """The slowest of some questions, and what the peer takes for the same one."""
    common, rare = texts[0].split()[0], sorted(set(texts[1].split()))[-1]
    pair = " ".join(rng.sample(texts[2].split(), 2))
    questions = (common, common[:4], rare, pair, "xyzzy")
    found = medians_ms(
        [lambda one=one: office.library.rows(text=one) for one in questions]  # type: ignore[misc]
    )

    def ask(question: str) -> None:
        words = " AND ".join(f'"{word}"*' for word in question.split())
        peer.execute(
            "SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY rank", (words,)
        ).fetchall()

    plain = medians_ms([lambda one=one: ask(one) for one in questions])  # type: ignore[misc]
    for question, value, other in zip(questions, found, plain, strict=True):
        say(f"search {question!r}: {value:.1f} ms, bare FTS5 {other:.1f} ms")
    slowest = max(range(len(questions)), key=lambda at: found[at])
    return found[slowest], plain[slowest]


def foreign_pdf(path: Path, number: int, pages: int) -> Path:
    """A PDF of invented words, the same for the same number."""
    canvas = Canvas(str(path), pagesize=A4)
    rng = random.Random(number)  # noqa: S311 - invented words
    for page in range(pages):
        for line in range(40):
            words = " ".join(f"{rng.choice(_HEADS)}{rng.choice(_ROOTS)}" for _ in range(8))
            canvas.drawString(50, 790 - 18 * line, f"{number}.{page}.{line} {words}")
        canvas.showPage()
    canvas.save()
    return path


def _add(office: Office, folder: Path) -> tuple[float, float]:
    source = folder / "new"
    source.mkdir()
    for number in range(ADDED):
        foreign_pdf(source / f"Blatt {number:03}.pdf", number, 2)
    alone = _seconds(lambda: [one.read_bytes() for one in source.iterdir()])

    def add() -> None:
        found = office.library.look([source])
        office.library.add([Choice(one, {"title": one.title}, {}) for one in found])

    return _seconds(add), alone


def _leaf(office: Office, folder: Path) -> tuple[float, float]:
    (found,) = office.library.look([foreign_pdf(folder / "Lang.pdf", 9_999, PAGES)])
    (number,) = office.library.add([Choice(found, {"title": "Lang"}, {})])
    edition = office.library.edition(number)
    first, later = [], []
    for _ in range(5):
        office.previews.close()
        first.append(_seconds(lambda: office.previews.page(edition, 0, WIDTH)))
        later += [
            _seconds(lambda at=at: office.previews.page(edition, at, WIDTH))  # type: ignore[misc]
            for at in range(1, PAGES)
        ]
    return statistics.median(first) * 1000, statistics.median(later) * 1000


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
