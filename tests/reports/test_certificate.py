"""Certificates as PDF: by position, on a page or two, whatever stands on them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ehrenamt_desktop.errors import Cancelled
from ehrenamt_desktop.model.certificates import Activity, Certificate
from ehrenamt_desktop.model.enums import CertificateKind as Kind
from ehrenamt_desktop.reports.certificate import certificate

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
BUS = Activity(
    1, "Bürgerbus fahren", "Bürgerbus Sontra e. V.", "seit 01.03.2024",
    "34,5 Stunden, aufgezeichnet in 3 Monaten (März 2026 bis Mai 2026)", "donnerstags 8–12 Uhr",
    "unentgeltlich", "Ältere Nachbarn zum Einkauf und zum Arzt bringen.",
)  # fmt: skip
READING = Activity(
    2, "Kindern beim Lesen zuhören", "Grundschule Sontra", "01.09.2023 bis 31.07.2025",
    "etwa 2 Stunden pro Woche (geschätzt, nicht aufgezeichnet)", "", "", "Vorlesen, Begleiten",
)  # fmt: skip
FULL = Certificate(
    Kind.COMPETENCE, "Dr. Łukasz Weiß", "14.05.1961", "Straße 1, 36205 Sontra",
    "Adam-von-Trott-Schule, Klasse 9 b", (BUS, READING), ("Auto fahren", "Zuhören", "Geduld"),
    ("Erste Hilfe vom 12.03.2026",), "Danke für alles.",
    ("Ab 15 Stunden pro Woche zu melden (§ 138 Abs. 2 SGB III, Stand 22.11.2026).",),
    "Annegret Wiesenfeld",
)  # fmt: skip
LONG = "Donaudampfschifffahrtsgesellschaft " * 20
EDGES = {Kind.THANKS: (77, 193)}


def made(kind):
    """The full certificate without what its kind never says."""
    said = FULL._replace(kind=kind)
    if kind is not Kind.COMPETENCE:
        said = said._replace(competences=(), proofs=())
    if kind is not Kind.AUTHORITY:
        said = said._replace(rules=(), address="")
    if kind is not Kind.SCHOOL:
        said = said._replace(school="")
    return said


def worst(kind, text):
    one = Activity(1, text[:200], text[:200], *(text[:n] for n in (120, 200, 160, 200, 800)))
    return FULL._replace(
        kind=kind, name=text[:160], born=text[:40], address=text[:160], school=text[:160],
        activities=(one,) * 6, competences=(text[:500],) * 2, proofs=(text[:500],) * 2,
        words=text[:1500], rules=(text[:750],) * 2, signer=text[:120],
    )  # fmt: skip


def check(read, kind):
    left, right = EDGES.get(kind, (24, 192))
    for place, one in enumerate(read.words):
        assert left <= one.left <= one.right <= right, one
        assert 10 <= one.top <= one.bottom <= 290, one
        assert not [
            other for other in read.words[place + 1 :] if one.page == other.page
            and one.overlaps(other)
        ], one  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_it_looks_as_it_was_looked_at(tmp_path, office, read_paper, stand, kind):
    path = tmp_path / "x.pdf"
    assert certificate(path, office, made(kind), stand) == 1
    read = read_paper(path)
    check(read, kind)
    assert "Dr. Łukasz Weiß" in read.pages[0]
    text = "\n".join(read.lines()) + "\n"
    golden = GOLDEN / f"certificate-{kind.value}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    "text", [LONG * 3, "W" * 1500, "<b>&amp;<img src='/etc/passwd'> " * 60, "\u202etfel 😀\n" * 200]
)
def test_hostile_words_stay_on_the_paper(tmp_path, office, read_paper, stand, kind, text):
    path = tmp_path / "x.pdf"
    pages = certificate(path, office, worst(kind, text), stand)
    read = read_paper(path)
    assert len(read.pages) == pages
    check(read, kind)
    assert "root:" not in "".join(read.pages)
    assert kind is not Kind.THANKS or pages == 1


def test_the_signature_never_stands_alone(tmp_path, office, read_paper, stand):
    for amount in range(1, 7):
        said = made(Kind.COMPETENCE)._replace(activities=(BUS,) * amount)
        path = tmp_path / f"{amount}.pdf"
        pages = certificate(path, office, said, stand)
        last = read_paper(path).pages[-1]
        assert pages == 1 or "Danke für alles." in last
        assert "Annegret" in last


def test_cancel_leaves_nothing(tmp_path, office, stand):
    class Stopped:
        def step(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        certificate(tmp_path / "x.pdf", office, FULL, stand, Stopped())
    assert not list(tmp_path.iterdir())
