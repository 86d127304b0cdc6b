"""Names for files that came from elsewhere: safe on every system, and still to be recognised."""

from __future__ import annotations

import re
import unicodedata

MOST_BYTES = 200
"""Bytes of a name in UTF-8; systems take 255, and saving adds to it."""

NAMELESS = "Unterlage"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)")
_ENDINGS = {"jpg": ("jpg", "jpeg")}
_FILLERS = re.compile(r"[\s_+.]+|(?<!\w)-+|-+(?!\w)")


def safe_name(name: str, kind: str) -> str:
    """A name under which a file of `kind` can be saved anywhere.

    Signs that steer, hide or part are left out, letters and accents become one (NFC), names that
    systems keep for themselves get a line before them, and the ending is that of the content.
    """
    composed = unicodedata.normalize("NFC", name)
    seen = "".join(sign for sign in composed if unicodedata.category(sign) not in _UNSEEN)
    stem, dot, ending = _FORBIDDEN.sub("_", seen).rpartition(".")
    if not dot or ending.lower() not in _ENDINGS.get(kind, (kind,)):
        stem = stem + dot + ending
    stem = " ".join(stem.split()).strip(". ")
    if _RESERVED.match(stem):
        stem = "_" + stem
    return f"{_cut(stem, MOST_BYTES - len(kind) - 1).rstrip('. ') or NAMELESS}.{kind}"


def title_of(name: str) -> str:
    """What a paper may be called after its file: without ending, lines and double blanks.

    Where only hyphens part the words, they are blanks; else they belong to words (`E-Card`).
    """
    stem = name.rpartition(".")[0] or name
    if stem.count("-") > 1 and not re.search(r"[\s_]", stem):
        stem = stem.replace("-", " ")
    return " ".join(_FILLERS.sub(" ", stem).split())[:160] or NAMELESS


def _cut(text: str, most: int) -> str:
    """The longest beginning of at most `most` bytes."""
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")
