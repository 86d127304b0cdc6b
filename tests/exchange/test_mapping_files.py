from __future__ import annotations

from pathlib import Path

import pytest

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import mapping

MAPPINGS = Path(__file__).parents[2] / "docs" / "mappings"
NOUNS = {
    "freinet-cards": "people",
    "sahana-people": "people",
    "stores-de": "initiatives",
    "nyc-volunteer-opportunities": "offers",
}


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_mappings_are_valid(path: Path) -> None:
    found = mapping.load(path, NOUNS[path.stem])
    assert found.columns
    assert found.source


def test_all_shipped_mappings_are_described() -> None:
    text = (MAPPINGS / "README.md").read_text(encoding="utf-8")
    assert {path.stem for path in MAPPINGS.glob("*.toml")} == set(NOUNS)
    assert all(f"{name}.toml" in text for name in NOUNS)


def test_reads_every_part(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(
        'noun = "offers"\nsource = " Quelle "\nencoding = "cp1252"\nseparator = "tab"\n'
        "html = true\n[columns]\nA = 'title'\nB = ['teaser', 'description']\n"
        '[constants]\nplaces_total = 3\n[formats]\nstarts_on = "%d. %B %Y"\n'
        "[values.rhythm]\nx = 'flexibel'\n",
        encoding="utf-8-sig",
    )
    found = mapping.load(path, "offers")
    assert found.columns == {"A": ("title",), "B": ("teaser", "description")}
    assert (found.source, found.encoding, found.separator) == ("Quelle", "cp1252", "\t")
    assert found.constants == {"places_total": "3"}
    assert found.values == {"rhythm": {"x": "flexibel"}}
    assert found.html


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a = 1\nnoun = = 2", "Zeile 2, Zeichen 8"),
        ('noun = "offers"', "Sie ist für Angebote gemacht; eingelesen werden sollen Personen"),
        ('noun = "dogs"', "„noun“ muss"),
        ("nuon = 1", "Den Abschnitt „nuon“ gibt es nicht"),
        ("columns = 1", "muss ein Abschnitt sein"),
        (
            "[columns]\nA = 'lastname'",
            "Spalte „A“: Das Feld „lastname“ gibt es nicht. Felder: number",
        ),
        ("[columns]\nA = 'phone'\nB = 'phone'", "„A“ und „B“ füllen beide das Feld „phone“"),
        ("[columns]\nA = 3", "Das Feld „3“ gibt es nicht"),
        ("[constants]\nfoo = 'x'", r"\[constants\]: Das Feld „foo“"),
        ("[constants]\nphone = ['x']", "Werte stehen in Anführungszeichen"),
        ("[formats]\nphone = '%d.%m.%Y'", "ist kein Datum"),
        ("[formats]\nbirth_date = '%d.%m'", "ist kein Datumsformat"),
        ("[formats]\nbirth_date = '%Q'", "ist kein Datumsformat"),
        ("[values]\nphone = 'x'", "muss Wortpaare enthalten"),
        ("separator = ';;'", "einzelnes Zeichen"),
        ("html = 'ja'", "true oder false"),
    ],
)
def test_mistakes_are_named_in_german(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=sentence) as caught:
        mapping.load(path, "people")
    assert "m.toml" in caught.value.sentence


def test_a_missing_or_binary_mapping_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="lässt sich nicht öffnen"):
        mapping.load(tmp_path / "weg.toml", "people")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match="ist kein Text"):
        mapping.load(tmp_path / "b.toml", "people")
