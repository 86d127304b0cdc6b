"""Lines of a card (vCard) as plain lines, so that a pasted one reads like a letter head."""

from __future__ import annotations

import re

from ehrenamt_desktop.model.text import tidy

_PROPERTY = re.compile(r"^(?:item\d+\.)?(?P<key>[A-Z-]{1,20})(?P<more>(?:;[^:]*)?):(?P<value>.*)$")
_KEYS = """
BEGIN END VERSION N FN TEL EMAIL ADR ORG TITLE ROLE NOTE URL BDAY LABEL REV UID PRODID
NICKNAME CATEGORIES PHOTO X-SOCIALPROFILE KIND LANG TZ GEO
"""
_KNOWN = frozenset(_KEYS.split())
_SILENT = frozenset(("BEGIN", "END", "VERSION", "REV", "UID", "PRODID", "PHOTO", "FN", "KIND"))


def as_plain_lines(text: str) -> list[str]:
    """The lines of a block; those of a card as `Telefon: …`, others as they are.

    A folded line of a card (it begins with a blank) belongs to the one before.
    """
    if not is_card(text):
        return text.split("\n")
    unfolded = re.sub(r"\n[ \t]", "", text)
    split = [_PROPERTY.match(line) for line in unfolded.split("\n")]
    named = any(one and one["key"].upper() == "N" and one["value"].strip("; ") for one in split)
    lines: list[str] = []
    for line, match in zip(unfolded.split("\n"), split, strict=True):
        if match is None or match["key"] not in _KNOWN:
            lines.append(line)
        else:
            lines += _plain(match["key"], match["more"].upper(), match["value"], named=named)
    return lines


def is_card(text: str) -> bool:
    """Whether a block is a card or a piece of one."""
    keys = [match["key"] for line in text.split("\n") if (match := _PROPERTY.match(line))]
    return sum(key in _KNOWN for key in keys) >= 2 and bool({"N", "FN", "BEGIN"} & set(keys))


def _plain(key: str, more: str, value: str, *, named: bool) -> list[str]:
    parts = [tidy(_unescaped(part)) for part in re.split(r"(?<!\\);", value)]
    whole = tidy(_unescaped(value))
    if key == "FN" and not named:
        return [f"Name: {whole}"]
    if key in _SILENT or not whole.strip("; "):
        return []
    if key == "N":
        last, first, middle, before, after = (*parts, "", "", "", "", "")[:5]
        pairs = (("Titel", before or after), ("Vorname", f"{first} {middle}"), ("Nachname", last))
        return [f"{label}: {tidy(words)}" for label, words in pairs if words.strip()]
    if key == "ADR":
        box, extra, street, town, _, code, _ = (*parts, *[""] * 7)[:7]
        lines = [f"Straße: {street or box}"] if street or box else []
        lines += [f"{code} {town}"] if code else [f"Ort: {town}"] if town else []
        return [*lines, *([extra] if extra else [])]
    if key == "TEL":
        kind = "Fax" if "FAX" in more else "Mobil" if "CELL" in more else "Telefon"
        return [f"{kind}: {whole.removeprefix('tel:')}"]
    return [whole]


def _unescaped(value: str) -> str:
    return re.sub(r"\\([,;:\\])", r"\1", value.replace("\\n", " ").replace("\\N", " "))
