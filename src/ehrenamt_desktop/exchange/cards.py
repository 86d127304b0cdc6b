"""Address cards as rows of a list: one card, one row; what finds no field is kept in the note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import card_text
from ehrenamt_desktop.exchange.card_text import Card, Property
from ehrenamt_desktop.exchange.sheets import Found
from ehrenamt_desktop.exchange.table import MAX_ROWS, Cell, Fault
from ehrenamt_desktop.model.columns.fields import by_key
from ehrenamt_desktop.model.text import count, cut, tidy

OWN_NUMBER = "X-EHRENAMT-NR"
"""The property that carries the number of a person in cards of this program."""

OWN_PLACE = "X-EHRENAMT-ORTSTEIL"
"""The same for the place; it stands there empty, too, so that none is guessed."""

SOURCE = "Adresskarte"
_KEYS = (
    "number", "salutation", "title", "first_name", "last_name", "birth_date", "birth_year",
    "street", "postcode", "city", "place", "phone", "mobile", "email", "profession", "adviser_note",
    "source_key", "source",
)  # fmt: skip
_LONGEST_KEY = 200
_SILENT = frozenset({
    "VERSION", "PRODID", "REV", "UID", "N", "FN", "SORT-STRING", "KIND", "PROFILE", "MAILER", "TZ",
    "CLASS", "CLIENTPIDMAP", "NAME", "SOURCE", OWN_NUMBER, OWN_PLACE,
})  # fmt: skip
"""Properties that say nothing of the person, or are read as their name and number."""

_LEFT = {
    "PHOTO": "Bild", "LOGO": "Bild", "SOUND": "Ton", "KEY": "Schlüssel", "GEO": "Lage",
    "AGENT": "Vertretung", "LABEL": "Anschrift als Etikett", "FBURL": "Kalender",
    "CALURI": "Kalender", "CALADRURI": "Kalender", "XML": "XML",
}  # fmt: skip
_TOLD = {
    "ORG": "Organisation", "URL": "Internet", "NICKNAME": "Spitzname", "CATEGORIES": "Kategorien",
    "ROLE": "Funktion", "ANNIVERSARY": "Jahrestag", "IMPP": "Nachrichten", "LANG": "Sprache",
    "RELATED": "Beziehung", "HOBBY": "Hobby", "INTEREST": "Interesse", "EXPERTISE": "Kenntnisse",
    "MEMBER": "Mitglied", "X-GENDER": "Geschlecht",
}  # fmt: skip
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?")
_YEAR = re.compile(r"(\d{4})(?:-\d{2})?")
_SALUTATIONS = {"herr": "Herr", "herrn": "Herr", "frau": "Frau"}
_FARAWAY = frozenset({"fax", "pager", "modem", "bbs", "isdn", "telex", "x-fax"})
_MOST_TOLD = 20


def rows(data: bytes, name: str, encoding: str = "") -> Found:
    """The cards as a list with German headings; the number of a row is that of its card.

    Raises:
        BadFile: there are more than can be read, or none.
    """
    cards, said = card_text.read(data, name, encoding)
    if len(cards) > MAX_ROWS:
        raise BadFile(
            f"„{name}“ hat mehr als 50.000 Karten. Bitte teilen Sie die Datei und lesen Sie die "
            "Teile nacheinander ein."
        )
    fields = by_key("people")
    passed: Counter[str] = Counter()
    found: list[tuple[int, dict[str, Cell]]] = []
    problems: list[str] = []
    for card in cards:
        found.append((card.number, _cells(card, passed)))
        problems += [f"Karte {card.number} {problem}." for problem in card.problems]
    used = [key for key in _KEYS if key == "last_name" or _given(found, key)]
    table: list[tuple[int, tuple[Cell, ...]]] = [(0, tuple(fields[key].label for key in used))]
    table += [(number, tuple(one.get(key) for key in used)) for number, one in found]
    return Found(name, table, [*said, *_shortened(problems), *_passed(passed)], cards=True)


def _given(found: Sequence[tuple[int, dict[str, Cell]]], key: str) -> bool:
    return any(one.get(key) is not None for _, one in found)


def _shortened(problems: Sequence[str]) -> list[str]:
    rest = len(problems) - _MOST_TOLD
    if rest <= 0:
        return list(problems)
    more = count(rest, "weitere Stelle ist", "weitere Stellen sind")
    return [*problems[:_MOST_TOLD], f"{more} nicht lesbar."]


def _passed(passed: Counter[str]) -> list[str]:
    if not passed:
        return []
    words = ", ".join(f"{word} ({times}×)" for word, times in sorted(passed.items()))
    return [f"Aus den Karten nicht übernommen: {words}."]


def _cells(card: Card, passed: Counter[str]) -> dict[str, Cell]:
    """The cells of a card by field; the properties that fill none are told or counted."""
    cells: dict[str, Cell] = {}
    notes: list[str] = []
    by_name: dict[str, list[Property]] = {}
    for one in card.properties:
        if one.name == OWN_PLACE:
            cells["place"] = one.text()
        if one.value.strip(" ;"):
            by_name.setdefault(one.name, []).append(one)
    _put_name(cells, by_name)
    _put_phones(cells, by_name.pop("TEL", []), notes)
    _put_mails(cells, by_name.pop("EMAIL", []), notes)
    _put_address(cells, by_name.pop("ADR", []), notes)
    _put_birth(cells, by_name.pop("BDAY", []), notes)
    for one in by_name.pop("GENDER", []):
        gender = {"f": "Frau", "m": "Herr"}.get(one.value[:1].lower())
        if gender:
            cells.setdefault("salutation", gender)
        else:
            notes.append(f"Geschlecht: {one.text()}")
    title, *further = [one.text() for one in by_name.pop("TITLE", [])] or [""]
    cells["profession"] = title or None
    notes += [f"Funktion: {word}" for word in further]
    own = [one.text() for one in by_name.pop("NOTE", [])]
    _put_keys(cells, by_name)
    for name, properties in by_name.items():
        notes += _rest(name, properties, passed)
    cells["adviser_note"] = "\n".join([*own, *notes]) or None
    if not cells.get("last_name"):
        cells["last_name"] = Fault(f"!{_nameless(card, by_name)}")
    return cells


def _nameless(card: Card, by_name: dict[str, list[Property]]) -> str:
    if not card.properties:
        return "Die Karte ist leer oder nicht lesbar."
    if "ORG" in by_name:
        return "Die Karte nennt eine Organisation und keine Person."
    return "Die Karte nennt keinen Namen."


def _rest(name: str, properties: Sequence[Property], passed: Counter[str]) -> list[str]:
    if name in _SILENT:
        return []
    if name not in _TOLD:
        passed[_LEFT.get(name, name)] += len(properties)
        return []
    return [
        f"{_TOLD[name]}: {tidy(', '.join(part for part in one.parts() if part))}"
        for one in properties
    ]


def _put_name(cells: dict[str, Cell], by_name: dict[str, list[Property]]) -> None:
    """`N` in its parts; without a surname the name as it is shown, `FN`."""
    from ehrenamt_desktop.exchange.rows import split_name

    shown = by_name["FN"][0].text() if "FN" in by_name else ""
    family, given, more, prefix, suffix = (
        (by_name["N"][0].parts() if "N" in by_name else []) + [""] * 5
    )[:5]
    salutation, _, title = prefix.partition(" ")
    if salutation.lower().rstrip(".") in _SALUTATIONS:
        cells["salutation"] = _SALUTATIONS[salutation.lower().rstrip(".")]
        prefix = title
    if family:
        cells["last_name"] = family
        cells["first_name"] = " ".join(part for part in (given, more) if part) or None
        cells["title"] = prefix or None
    else:
        parts = split_name(tidy(shown or " ".join(part for part in (given, more) if part)))
        found = parts.get("salutation")
        cells |= {key: str(part) for key, part in parts.items() if part and key != "salutation"}
        if found is not None:
            cells["salutation"] = str(getattr(found, "label", found))
        if prefix:
            cells.setdefault("title", prefix)
    if suffix and family:
        cells["last_name"] = f"{family}, {suffix}"


def _preferred(properties: Iterable[Property], *kinds: str) -> list[Property]:
    """The preferred one first, then those of these kinds, else in their order."""

    def rank(one: Property) -> tuple[int, ...]:
        return ("pref" not in one.kinds, *(kind not in one.kinds for kind in kinds))

    return sorted(properties, key=rank)


def _put_phones(cells: dict[str, Cell], properties: Sequence[Property], notes: list[str]) -> None:
    taken: set[str] = set()
    for one in _preferred(properties, "home"):
        number = tidy(re.sub(r"^tel:", "", one.text(), flags=re.I))
        if not number or number in taken:
            continue
        taken.add(number)
        mobile = bool(one.kinds & {"cell", "mobile", "iphone"})
        key = "mobile" if mobile else "phone"
        if one.kinds & _FARAWAY:
            notes.append(f"Fax: {number}" if "fax" in one.kinds else f"Anschluss: {number}")
        elif not cells.get(key):
            cells[key] = number
        else:
            notes.append(f"Weiteres Telefon: {number}")


def _put_mails(cells: dict[str, Cell], properties: Sequence[Property], notes: list[str]) -> None:
    for one in _preferred(properties, "home", "internet"):
        mail = tidy(re.sub(r"^mailto:", "", one.text(), flags=re.I))
        if not cells.get("email"):
            cells["email"] = mail
        elif mail != cells["email"]:
            notes.append(f"Weitere E-Mail: {mail}")


def _put_address(cells: dict[str, Cell], properties: Sequence[Property], notes: list[str]) -> None:
    """The preferred or private address; of it the box and the country stand in the note."""
    for at, one in enumerate(_preferred(properties, "home")):
        box, extra, street, city, region, postcode, country = (one.parts() + [""] * 7)[:7]
        lines = (box, extra, street, f"{postcode} {city}".strip(), region, country)
        if at:
            notes.append(f"Weitere Anschrift: {tidy(', '.join(part for part in lines if part))}")
            continue
        street = ", ".join(part for part in street.splitlines() if part.strip())
        cells["street"] = (street or box) or None
        cells["postcode"], cells["city"] = postcode or None, city or None
        left = [extra, box if street else "", region]
        if country.casefold() not in ("", "deutschland", "germany", "de"):
            left.append(country)
        if any(left):
            notes.append(f"Zur Anschrift: {tidy(', '.join(part for part in left if part))}")


def _put_birth(cells: dict[str, Cell], properties: Sequence[Property], notes: list[str]) -> None:
    for one in properties:
        text = tidy(one.text())
        day, year = _DATE.fullmatch(text), _YEAR.fullmatch(text)
        if day and not cells.get("birth_date"):
            cells["birth_date"] = f"{day[3]}.{day[2]}.{day[1]}"
        elif year and not day and not cells.get("birth_year"):
            cells["birth_year"] = year[1]
        else:
            notes.append(f"Geburtstag: {text}")


def _put_keys(cells: dict[str, Cell], by_name: dict[str, list[Property]]) -> None:
    if OWN_NUMBER in by_name:
        cells["number"] = by_name[OWN_NUMBER][0].text()
    key = tidy(by_name["UID"][0].text()) if "UID" in by_name else ""
    if 0 < len(key) <= _LONGEST_KEY:
        cells["source_key"], cells["source"] = cut(key, _LONGEST_KEY), SOURCE
