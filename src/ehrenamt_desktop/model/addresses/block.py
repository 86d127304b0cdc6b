"""A pasted block of text taken apart into the fields of a person; nothing is dropped.

What finds no field stands in `left`, so that the window can show it. Pure: no clock, no store.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from ehrenamt_desktop.model.addresses import names, numbers, streets
from ehrenamt_desktop.model.addresses.card_lines import as_plain_lines
from ehrenamt_desktop.model.addresses.numbers import GAP, Line, Number
from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.text import digits, fold, tidy, tidy_block

LONGEST = 4000
"""Characters that are looked at; the rest of a longer text is left over as it is."""

_SPLIT = re.compile(rf"{GAP}|\t|\s[|·•/]\s|[|·•;]|\s[–—-]{{1,2}}\s|\s{{3,}}")
_OFFICIAL = re.compile(
    r"\b(?:HRB|HRA|VR|GnR)\s?[-:]?\s?\d|amtsgericht|registergericht|"
    r"handelsregister|vereinsregister|"
    r"ust\.?-?\s?id|umsatzsteuer|"
    r"steuer-?\s?(?:nr|nummer)|\bIBAN\b|\bBIC\b|\bblz\b|konto(?:nummer|nr)?\b|gläubiger|geschäftsführ(?:er|ung|erin)\s*:|"
    r"\bvorstand\b|\bsitz der\b|\bsitz:|aufsichtsrat|"
    r"vertraulich|confidential|disclaimer|öffnungszeiten|sprechzeiten|"
    r"\b[A-Z]{2}\d{2}(?:\s?\d{4}){4,}",
    re.IGNORECASE,
)
_KEYED = re.compile(
    r"^\s*(?P<key>vorname|nachname|familienname|zuname|name|ansprechpartner(?:in)?|anrede|titel|"
    r"stra(?:ß|ss)e(?:\s*(?:/|,|und|u\.)?\s*(?:haus)?(?:nr|nummer)\.?)?|anschrift|adresse|"
    r"plz\s*/?\s*,?\s*(?:wohn)?ort|plz|postleitzahl|(?:wohn)?ort|ortsteil|stadt)\s*[:=]\s*(?P<value>.*\S)\s*$",
    re.IGNORECASE,
)
_LOOSE = " \t,;:|<>[]{}*_=~#"
_SPOKEN = {"herr": Salutation.MR, "herrn": Salutation.MR, "frau": Salutation.MS,
           "divers": Salutation.NEUTRAL}  # fmt: skip


class AddressBlock(NamedTuple):
    """The parts of a block; empty where it has none.

    `district` is a village named on a line of its own, `left` what went nowhere, as written.
    """

    salutation: Salutation | None = None
    title: str = ""
    first_name: str = ""
    last_name: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    district: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    left: tuple[str, ...] = ()


def take_apart(
    text: str, villages: Collection[str] = (), given: Collection[str] = ()
) -> AddressBlock:
    """The parts of a pasted block.

    Args:
        text: the block, of any length.
        villages: folded names of known villages; one on a line of its own is the district.
        given: folded first names the office knows.
    """
    whole = tidy_block(text)
    lines = as_plain_lines(whole[:LONGEST])
    work = _Work(villages, given, single=sum(1 for line in lines if line.strip()) == 1)
    for line in lines:
        work.take_line(line)
    if len(whole) > LONGEST:
        work.left.append(whole[LONGEST:])
    return work.result()


class _Work:
    """One block on the way through the steps."""

    def __init__(self, villages: Collection[str], given: Collection[str], *, single: bool) -> None:
        self._villages = villages
        self._given = given
        self._single = single
        self._keyed: dict[str, str] = {}
        self._pieces: list[str] = []
        self._numbers: list[Number] = []
        self._direct = ""
        self._mails: list[str] = []
        self._towns: list[streets.Town] = []
        self._streets: list[str] = []
        self._district = ""
        self._pending = ""
        self.left: list[str] = []

    def take_line(self, line: str) -> None:
        """Take what a line says; keep the rest as pieces."""
        if not any(sign.isalnum() for sign in line):
            return
        if _OFFICIAL.search(line):
            self.left.append(tidy(line))
            return
        keyed = _KEYED.match(line)
        if keyed and self._take_keyed(fold(keyed["key"]), keyed["value"]):
            return
        rest, mails = numbers.take_mails(line)
        rest, webs = numbers.take_webs(rest)
        rest, towns = streets.take_towns(rest)
        rest, direct = numbers.take_direct(rest)
        rest, found = numbers.take_numbers(rest)
        if direct and not (found or self._numbers):
            self.left.append(f"Durchwahl {direct}")
            direct = ""
        self._mails += mails
        self._towns += towns
        self._numbers += found
        self._direct = self._direct or direct
        self.left += webs
        for piece in _SPLIT.split(rest):
            self._take_piece(_trimmed(piece))

    def result(self) -> AddressBlock:
        """All parts, the name last: it is what the rest is not."""
        if self._pending:
            self._pieces.append(self._pending)
        name = self._name()
        phone, mobile = self._sort_numbers()
        town = self._town()
        return AddressBlock(
            salutation=name.salutation,
            title=name.title,
            first_name=name.first,
            last_name=name.last,
            street=streets.tidy_street(self._streets[0]) if self._streets else "",
            postcode=town.code,
            city=town.city,
            district=self._district,
            phone=phone,
            mobile=mobile,
            email=self._mails[0] if self._mails else "",
            left=tuple(one for one in self._rest(name) if any(s.isalnum() for s in one)),
        )

    def _take_keyed(self, key: str, value: str) -> bool:
        """Take a line of a web form: `Nachname: Groß`."""
        key = {"familienname": "nachname", "zuname": "nachname"}.get(key, key)
        if key in ("vorname", "nachname", "titel"):
            if key in self._keyed:
                return False
            self._keyed[key] = tidy(value)
            return True
        if key == "anrede" and fold(value) in _SPOKEN:
            self._keyed[key] = fold(value)
            return True
        if key.startswith("strasse"):
            self._streets.append(tidy(value))
            return True
        if key in ("plz", "postleitzahl") and re.fullmatch(r"\d{5}", value.strip()):
            self._keyed["plz"] = value.strip()
            return True
        if key in ("ort", "wohnort", "stadt") and not any(sign.isdigit() for sign in value):
            self._keyed["ort"] = tidy(value)
            return True
        if key == "ortsteil":
            self._district = self._district or tidy(value)
            return self._district == tidy(value)
        self.take_line(value)
        return True

    def _take_piece(self, piece: str) -> None:
        """Street, village or a piece that may be a name."""
        if not piece:
            return
        if self._pending:
            piece, self._pending = f"{self._pending} {piece}", ""
        if re.fullmatch(r"(?:an\s+)?(?:herrn?|frau)|an(?:\s+die)?|z\.?\s?hd?\.?", piece, re.I):
            self._pending = piece
            return
        kept: list[str] = []
        whole = re.sub(r"(?<=[Ss]tr),(?=\s*\d)", ".", piece)  # a misread point
        for part in (one.strip() for one in whole.split(",")):
            plain = _trimmed(part)
            plain = self._without_village(plain)
            if not plain:
                continue
            if not self._streets and streets.is_street(plain) and not _called(plain):
                self._streets.append(plain)
            elif self._is_village(plain):
                self._district = plain
            else:
                kept.append(plain if plain != _trimmed(part) else part)
        if kept:
            self._pieces.append(", ".join(kept))

    def _is_village(self, piece: str) -> bool:
        plain = re.sub(r"^(?:OT|Ortsteil|Stadtteil)\s+", "", piece)
        return not self._district and fold(plain) in self._villages

    def _without_village(self, piece: str) -> str:
        """Take the village behind a house number, as in a line without a postcode."""
        match = re.match(r"(.*\d\s?[a-zA-Z]?)\s+([^\W\d_][^\W\d_-]+)$", piece)
        if match and self._is_village(match[2]):
            self._district = match[2]
            return match[1]
        return piece

    def _name(self) -> names.Name:
        """The piece that is a name, out of the rest."""
        if {"vorname", "nachname"} & self._keyed.keys():
            called = _SPOKEN.get(self._keyed.get("anrede", ""))
            return names.Name(called, self._keyed.get("titel", ""), self._keyed.get("vorname", ""),
                              self._keyed.get("nachname", ""))  # fmt: skip
        if self._single:
            self._join_cells()
        best = max(range(len(self._pieces)), key=self._weight, default=-1)
        if best < 0 or self._weight(best) <= 0:
            return self._name_before_street()
        piece = self._pieces.pop(best)
        first = self._single or names.is_swapped(piece, self._mails)
        found = names.parse_name(piece, self._given, surname_first=first)
        called = _SPOKEN.get(self._keyed.get("anrede", ""))
        return found._replace(salutation=called) if called else found

    def _join_cells(self) -> None:
        """Two cells of one row, each a word: surname and first name."""
        if len(self._pieces) > 1 and all(
            re.fullmatch(r"[^\W\d_][\w-]+", one) for one in self._pieces[:2]
        ):
            first, second = self._pieces[:2]
            swapped = names.is_given(first, self._given) and not names.is_given(second, self._given)
            self._pieces[:2] = [f"{first} {second}" if swapped else f"{first}, {second}"]

    def _weight(self, place: int) -> int:
        """What speaks for a piece; of equals the first, and in one line also a lone word."""
        piece = self._pieces[place]
        found = names.weigh(piece, self._mails, self._given)
        if not found and self._single and place == 0 and re.fullmatch(r"[A-ZÄÖÜ][\w-]+", piece):
            found = 1
        return found * 100 - place

    def _name_before_street(self) -> names.Name:
        """A name that stands before its street without a sign between them."""
        if not self._streets:
            return names.Name()
        before, street = streets.split_street(self._streets[0])
        lone = bool(re.fullmatch(r"[A-ZÄÖÜ][\w-]+", before)) and self._single
        if not before or not (lone or names.weigh(before, self._mails, self._given) > 0):
            return names.Name()
        self._streets[0] = street
        return names.parse_name(before, self._given, surname_first=self._single)

    def _sort_numbers(self) -> tuple[str, str]:
        """Phone and mobile; a direct dial takes the place of the last zero."""
        phone = mobile = ""
        for one in sorted(self._numbers, key=_official):
            if one.line is Line.PHONE and not phone:
                phone = one.number
            elif one.line is Line.MOBILE and not mobile:
                mobile = one.number
            elif digits(one.number) not in (digits(phone), digits(mobile)):
                self.left.append(one.written)
        if self._direct:
            if re.search(r"[-–/ ]0$", phone):
                phone = phone[:-1] + self._direct
            else:
                self.left.append(f"Durchwahl {self._direct}")
        return phone, mobile

    def _town(self) -> streets.Town:
        keyed = streets.Town(self._keyed.get("plz", ""), self._keyed.get("ort", ""))
        found = self._towns[0] if self._towns else streets.Town("", "")
        return streets.Town(found.code or keyed.code, found.city or keyed.city)

    def _rest(self, name: names.Name) -> Iterable[str]:
        yield from name.over
        yield from self._pieces
        yield from self._streets[1:]
        yield from (f"{one.code} {one.city}".strip() for one in self._towns[1:])
        yield from self._mails[1:]
        yield from self.left


def _trimmed(piece: str) -> str:
    plain = tidy(piece).strip(_LOOSE)
    plain = re.sub(r"^[-–—.•>]+\s*|\s*[-–—]+$", "", plain)
    plain = re.sub(r"^\((.*)\)$", r"\1", plain)
    return "" if plain in (".", "-") else plain.strip(_LOOSE)


def _called(piece: str) -> bool:
    return bool(re.match(r"(?:herrn?|frau|dr\.|prof\.)\s", piece, re.IGNORECASE)) and not (
        streets.is_way(piece)
    )


def _official(one: Number) -> int:
    """Private numbers before those at work."""
    return 1 if re.match(r"(?:dienst|gesch|zentrale|b[üu]ro)", one.written, re.IGNORECASE) else 0
