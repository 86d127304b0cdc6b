"""File names from elsewhere: safe on every system."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.file_names import MOST_BYTES, safe_name, title_of


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("Antrag.pdf", "pdf", "Antrag.pdf"),
        ("Antrag.PDF", "pdf", "Antrag.pdf"),
        ("bild.jpeg", "jpg", "bild.jpg"),
        ("rechnung.exe", "pdf", "rechnung.exe.pdf"),
        ("con.pdf", "pdf", "_con.pdf"),
        ("LPT1.tar.pdf", "pdf", "_LPT1.tar.pdf"),
        ("../../etc/passwd", "txt", "_.._etc_passwd.txt"),
        ("a\nb\r.pdf", "pdf", "ab.pdf"),
        ("gpj.\u202efdp.pdf", "pdf", "gpj.fdp.pdf"),
        (unicodedata.normalize("NFD", "Erklärung.pdf"), "pdf", "Erklärung.pdf"),
        ("   . .", "pdf", "Unterlage.pdf"),
        ("", "odt", "Unterlage.odt"),
        ("x" * 254, "pdf", "x" * (MOST_BYTES - 4) + ".pdf"),
    ],
)
def test_names(name, kind, safe):
    assert safe_name(name, kind) == safe


@given(st.text(max_size=300), st.sampled_from(["pdf", "docx", "jpg"]))
def test_every_name_is_safe_and_stays_so(name, kind):
    made = safe_name(name, kind)
    assert len(made.encode()) <= MOST_BYTES
    assert made.endswith(f".{kind}")
    assert not set(made) & set('<>:"/\\|?*\n\r\0')
    assert made[0] != "."
    assert made == unicodedata.normalize("NFC", made)
    assert safe_name(made, kind) == made


def test_titles():
    assert title_of("Antrag_E-Card_2026.pdf") == "Antrag E-Card 2026"
    assert title_of("antrag-auf-foerderung-2026.pdf") == "antrag auf foerderung 2026"
    assert title_of("Merkblatt  Versicherung.docx") == "Merkblatt Versicherung"
