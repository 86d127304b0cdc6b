"""Postcode, town and street in a line of text."""

from __future__ import annotations

import re
from typing import NamedTuple

from ehrenamt_desktop.model.addresses.numbers import GAP
from ehrenamt_desktop.model.text import tidy

_LABEL = re.compile(
    r"(?:(?:plz|postleitzahl|(?:wohn)?ort|stadt)\s*(?:[/,+]|und)?\s*)+[:.]\s*$", re.IGNORECASE
)
_CITY = (
    r"(?P<city>[A-ZÄÖÜ][^\W\d_]+(?:(?:\s?[-–/]\s?|\s\(|\)?\s|\.\s?|,\s(?=(?:OT|Ortsteil|Stadtteil)\b))"
    r"(?!(?i:tel|fon|mobil|handy|fax|phone|privat|e-?mail|deutschland|germany|web|internet|geb)\b)"
    r"(?:[^\W\d_]+)(?:\.(?=[\s-]|$))?)*\)?)"
)
_CODE = re.compile(
    r"(?<![\w/-])(?P<code>(?:D|DE)?\s?[-–—]?\s?\d{2}\s?\d{3}|(?:A|AT|CH|LI|L|B|NL)\s?[-–—]\s?\d{4})"
    rf"(?!\d)[\s,]+{_CITY}"
)
_ALONE = re.compile(r"^\s*(?:plz|postleitzahl)\s*[:.]?\s*(?P<code>\d{5})\s*$", re.IGNORECASE)
_DIALLED = re.compile(r"(?:\+\d|0\d)[\d ()/–-]*$")

HOUSE = r"\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)?"
_NUMBERED = re.compile(
    rf"^(?P<way>.*?[^\W\d_][.)]?)\s*,?\s*(?:(?:Haus)?[Nn]r\.?:?\s*)?(?P<house>{HOUSE})$"
)
_WAY = re.compile(
    r"(?:stra(?:ß|ss|B)e|str\.?|weg|gasse|platz|allee|ring|graben|damm|steig|pfad|ufer|markt|wall|"
    r"chaussee|stieg|rain|berg|hof|feld|winkel|anger|tor|höhe|blick|siedlung)$",
    re.IGNORECASE,
)
_ROAD = re.compile(r"(?:stra(?:ß|ss|B)e|str\.)$", re.IGNORECASE)
_BARE_WAY = re.compile(
    r"^(?:stra(?:ß|ss)e|str\.?|weg|gasse|platz|allee|ring|graben|damm|ufer|markt|wall|anger)$",
    re.IGNORECASE,
)
_BEFORE_WORDS = """
am an auf bei beim der dem den die im in hinter hinterm vor unter zum zur zu über alte alter
altes neue neuer obere oberer untere unterer kleine kleiner große großer lange langer kurze
kurzer hintere vordere hohe hoher mittlere sankt st. bad
"""
_BEFORE = frozenset(_BEFORE_WORDS.split())
_BEGIN_WORDS = """
am an auf bei beim im in hinter hinterm vor unter unterm zum zur über
"""
_BEGINS = frozenset(_BEGIN_WORDS.split())
_NO_WAY = re.compile(
    r"^(?:klasse|zimmer|raum|etage|stock|haus|geb[äa]ude|abteilung|abt\.?|fachdienst|fachbereich|"
    r"referat|team|kreis|seite|nr\.?|nummer|jahrgang|block|hrb|hra|vr|konto|filiale|alter|"
    r"mitglied|geb\.?|kunden?\w*|mitglieds?\w*|lieferung|rechnung)\b",
    re.IGNORECASE,
)
_BOX = re.compile(r"(?:postfach|pf\.)\s*\d[\d ]*$", re.IGNORECASE)


class Town(NamedTuple):
    """A postcode with what stands behind it."""

    code: str
    city: str


def take_towns(text: str) -> tuple[str, list[Town]]:
    """The text without `36205 Sontra`, and the towns in their order."""
    found: list[Town] = []

    def out(match: re.Match[str]) -> str:
        before = text[: match.start()]
        dialled = _DIALLED.search(before)
        if dialled and sum(sign.isdigit() for sign in dialled[0]) < len("05653977"):
            return match[0]
        found.append(Town(_code(match["code"]), _city(match["city"])))
        return GAP

    rest = _CODE.sub(out, text)
    if not found:
        alone = _ALONE.match(text)
        return (GAP, [Town(alone["code"], "")]) if alone else (text, [])
    return GAP.join(_LABEL.sub("", piece) for piece in rest.split(GAP)), found


def is_street(piece: str) -> bool:
    """Whether a piece is a street with its number, a street, or a post box."""
    if _BOX.fullmatch(piece):
        return True
    if _NO_WAY.match(piece) or len(piece) > 80:
        return False
    numbered = _NUMBERED.match(piece)
    if numbered:
        return piece[0].isupper() and not _dated(piece)
    return len(piece.split()) <= 5 and bool(_ROAD.search(piece)) and piece[0].isupper()


def is_way(piece: str) -> bool:
    """Whether a piece names its street as one: `Hauptstr. 5`, not `Ulfen 12`."""
    numbered = _NUMBERED.match(piece)
    way = numbered["way"] if numbered else piece
    words = way.split()
    return (
        bool(words)
        and is_street(piece)
        and (
            bool(_WAY.search(words[-1]))
            or words[0].casefold() in _BEGINS
            or bool(_BOX.match(piece))
        )
    )


def split_street(piece: str) -> tuple[str, str]:
    """What stands before a street in the same piece, and the street; empty for none."""
    numbered = _NUMBERED.match(piece)
    way = numbered["way"] if numbered else piece
    words = way.split()
    at = next((place for place, word in enumerate(words) if place and word.casefold() in _BEGINS
               and word[0].isupper()), 0)  # fmt: skip
    if not at:
        at = next((place for place, word in enumerate(words) if _WAY.search(word)), 0)
        if at and _BARE_WAY.match(words[at]):
            at -= 1
    while at > 0 and words[at - 1].casefold() in _BEFORE:
        at -= 1
    if at <= 0:
        return "", ""
    return " ".join(words[:at]), tidy(" ".join(words[at:]) + piece[len(way) :])


def tidy_street(street: str) -> str:
    """One writing: no blank before a comma, `Straße` misread as `StraBe` mended."""
    mended = re.sub(r"(?<=[Ss]tra)B(?=e)", "ß", tidy(street).replace(" ,", ","))
    numbered = _NUMBERED.match(mended)
    if numbered and not _BOX.fullmatch(mended):
        return f"{numbered['way'].rstrip(' ,')} {numbered['house']}"
    return mended


def _code(code: str) -> str:
    plain = re.sub(r"[\s–—]", lambda sign: "-" if sign[0] in "–—" else "", code)
    return re.sub(r"^(?:DE?)?-?(?=\d{5}$)", "", plain)


def _city(city: str) -> str:
    plain = re.sub(r"\s?–\s?", "-", tidy(city)).strip(" ,-/")
    return plain + ")" if plain.count("(") > plain.count(")") else plain


def _dated(piece: str) -> bool:
    return bool(re.search(r"\d{1,2}\.\s?\d{1,2}\.|\b(?:19|20)\d\d$|\b[IVX]+\.|%|€", piece))
