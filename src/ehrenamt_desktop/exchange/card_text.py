"""Cards (vCard 2.1, 3.0, 4.0) as properties: parted, unfolded and decoded one by one.

Parted and decoded by hand: a card that breaks off or mixes encodings costs only itself, and its
number stays known. Sources: vCard 2.1 (versit), RFC 2426, RFC 6350.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ehrenamt_desktop.exchange import text_file
from ehrenamt_desktop.model.text import count, cut, tidy

_MARK = re.compile(rb"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$")
_HEAD = 4096  # bytes in which the first card begins
_BEGIN = re.compile(rb"[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.I)
_END = re.compile(rb"[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*", re.I)
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT[^:]*:[ \t]*", re.I)
_LINE = re.compile(
    r'\s*(?:[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)(?P<more>(?:;(?:"[^"]*"|[^":])*)?):(?P<value>.*)',
    re.S,
)
_PART = re.compile(r';((?:"[^"]*"|[^";])*)')
_PIECE = re.compile(r"\\.|[^\\;,]+|[\\;,]", re.S)
_ESCAPED = re.compile(r"\\([nN]|.)", re.S)
_SHOWN = 60  # characters of an unreadable line repeated in a sentence
_MOST = 200
"""Properties of one card; more are no address."""


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card.

    Attributes:
        name: in capitals, without its group.
        kinds: words of TYPE and PREF in small letters.
        value: as it stands, decoded; escapes are kept for `parts`.
    """

    name: str
    kinds: frozenset[str]
    value: str

    def text(self) -> str:
        """The value as one text."""
        return _unescaped(self.value).strip()

    def parts(self, sign: str = ";") -> list[str]:
        """The value parted at the sign where no backslash stands before it."""
        found = [""]
        for piece in _PIECE.findall(self.value):
            if piece == sign:
                found.append("")
            else:
                found[-1] += piece
        return [_unescaped(part).strip() for part in found]


@dataclass(slots=True)
class Card:
    """One card: its number in the file, its properties and what is wrong with it."""

    number: int
    properties: list[Property] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def is_cards(data: bytes) -> bool:
    """Whether a file holds cards, in whatever encoding."""
    return bool(_MARK.search(_bare(data[:_HEAD])))


def _bare(head: bytes) -> bytes:
    return head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def read(data: bytes, name: str, encoding: str = "") -> tuple[list[Card], list[str]]:
    """The cards of a file, and German sentences on what stands between them.

    Raises:
        BadFile: the named encoding is unknown or does not fit.
    """
    if encoding:
        data = text_file.decode(data, name, encoding).encode("utf-8", "surrogatepass")
    else:
        data = as_bytes(data)
    cards: list[Card] = []
    stray: list[int] = []
    for lines, first, whole in _parted(data):
        if first is None:
            stray += [number for number, line in lines if line.strip()]
            continue
        card = Card(len(cards) + 1)
        if not whole:
            card.problems.append("endet nicht; gelesen wurde, was da ist")
        _fill(card, [line for _, line in lines])
        cards.append(card)
    said = []
    if stray:
        shown = ", ".join(map(str, stray[:10])) + (" …" if len(stray) > 10 else "")
        said.append(f"Außerhalb der Karten steht Text, der nicht gelesen wird: Zeile {shown}.")
    return cards, said


def as_bytes(data: bytes) -> bytes:
    """UTF-16 and UTF-32 as UTF-8; other text as it is, decoded card by card."""
    for mark, found in text_file.BOMS:
        if data.startswith(mark):
            return data.decode(found, "replace").encode("utf-8", "surrogatepass")
    found = text_file.wide(data)
    return data.decode(found, "replace").encode("utf-8", "surrogatepass") if found else data


_Lines = list[tuple[int, bytes]]


def _parted(data: bytes) -> Iterator[tuple[_Lines, int | None, bool]]:
    """Runs of numbered lines: those of a card with its first line and whether it ends, or stray."""
    lines: _Lines = []
    first: int | None = None
    depth, above = 0, b""  # cards inside a card: AGENT of vCard 2.1
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", data), start=1):
        above, upper = line, above
        if _BEGIN.fullmatch(line):
            if first is not None and _AGENT.fullmatch(upper):
                if not depth:
                    lines[-1] = (number, upper + b"1")  # so that it is told that one was left out
                depth += 1
                continue
            if first is not None or lines:
                yield lines, first, False
            lines, first, depth = [], number, 0
        elif _END.fullmatch(line) and first is not None:
            if depth:
                depth -= 1
                continue
            yield lines, first, True
            lines, first = [], None
        elif not depth:
            lines.append((number, line))
    if first is not None or lines:
        yield lines, first, False


def _fill(card: Card, lines: list[bytes]) -> None:
    """Unfold before decoding: a fold may part the bytes of one sign."""
    odd: list[str] = []
    for raw in _unfolded(lines):
        if not raw.strip():
            continue
        line = _decoded(raw)
        match = _LINE.fullmatch(line)
        if match is None:
            odd.append(cut(tidy(line), _SHOWN))
        elif len(card.properties) >= _MOST:
            card.problems.append(f"hat mehr als {_MOST} Zeilen; der Rest wurde nicht gelesen")
            break
        else:
            card.properties.append(_property(match, raw))
    if odd:
        lines_odd = count(len(odd), "nicht lesbare Zeile", "nicht lesbare Zeilen")
        card.problems.append(f"hat {lines_odd}, die erste ist „{odd[0]}“")


def _unfolded(lines: list[bytes]) -> Iterator[bytes]:
    """Lines with their continuations: indented ones, and those of quoted-printable."""
    kept: list[bytes] = []
    soft = False
    for line in lines:
        if kept and soft:
            kept[-1] = kept[-1].rstrip()[:-1]
            kept.append(line)
        elif kept and line[:1] in (b" ", b"\t"):
            kept.append(line[1:])
            soft = soft or _quoted(kept[0])
        else:
            if kept:
                yield b"".join(kept)
            kept = [line]
        soft = _quoted(kept[0]) and kept[-1].rstrip().endswith(b"=")
    if kept:
        yield b"".join(kept)


def _quoted(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _decoded(raw: bytes, charset: str = "") -> str:
    for one in (charset, "utf-8", "cp1252"):
        if one:
            try:
                return raw.decode(one)
            except (ValueError, LookupError):
                continue
    return raw.decode("latin-1")


def _property(match: re.Match[str], raw: bytes) -> Property:
    kinds: set[str] = set()
    charset, coded = "", ""
    for part in _PART.findall(match["more"]):
        key, equals, value = part.partition("=")
        key, words = key.strip().upper(), value.replace('"', "").strip().lower()
        if not equals:  # vCard 2.1: the bare word
            kinds.add(key.lower())
            coded = coded or (key.lower() if key in ("QUOTED-PRINTABLE", "BASE64") else "")
        elif key == "TYPE":
            kinds.update(words.split(","))
        elif key == "PREF":
            kinds.add("pref")
        elif key == "CHARSET":
            charset = words
        elif key == "ENCODING":
            coded = words
    value = match["value"]
    if coded == "quoted-printable":
        value = _decoded(binascii.a2b_qp(raw[_value_at(raw) :]), charset)
    elif charset:
        value = _decoded(raw[_value_at(raw) :], charset)
    return Property(match["name"].upper(), frozenset(kinds), value)


def _value_at(raw: bytes) -> int:
    """Where the value begins: after the first colon outside quotation marks."""
    inside = False
    for at, sign in enumerate(raw):
        if sign == 0x22:
            inside = not inside
        elif sign == 0x3A and not inside:
            return at + 1
    return len(raw)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)
