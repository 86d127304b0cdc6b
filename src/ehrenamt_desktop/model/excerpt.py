"""The lines around what was sought in a long text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

AROUND = 70
"""Signs before and after the hit."""

_A, _E, _O, _U = "[aäàáâãå]", "[eèéêë]", "[oöòóôõø]", "[uüùúû]"
_SPELLINGS = (
    ("ae", f"(?:{_A}{_E}|ä|æ)"), ("oe", f"(?:{_O}{_E}|ö|ø|œ)"), ("ue", f"(?:{_U}{_E}|ü)"),
    ("ss", "(?:ss|ß)"), ("a", _A), ("e", _E), ("o", _O), ("u", _U),
    ("i", "[iìíîï]"), ("c", "[cç]"), ("n", "[nñ]"),
)  # fmt: skip
_PARTS = re.compile("|".join(plain for plain, _ in _SPELLINGS))
_KINDS = dict(_SPELLINGS)


class Excerpt(NamedTuple):
    """One line of a text; the hit is `text[start:end]`, empty if the words stand elsewhere."""

    text: str
    start: int
    end: int


def excerpt(text: str, words: Iterable[str]) -> Excerpt:
    """The line around the first of the folded `words` that begins a word of `text`."""
    found = None
    for word in words:
        found = _pattern(word).search(text)
        if found:
            break
    if found is None:
        head = " ".join(text[: 2 * AROUND].split())
        return Excerpt(head + ("…" if len(text) > 2 * AROUND else ""), 0, 0)
    start, end = found.span()
    before = _one_line(text[max(0, start - AROUND) : start], start > AROUND, at_start=True)
    after = _one_line(text[end : end + AROUND], end + AROUND < len(text), at_start=False)
    hit = " ".join(text[start:end].split())
    return Excerpt(before + hit + after, len(before), len(before) + len(hit))


def _pattern(word: str) -> re.Pattern[str]:
    """How a folded word may be spelled, up to the end of the word it begins."""
    spelled = _PARTS.sub(lambda part: _KINDS[part.group()], re.escape(word))
    return re.compile(rf"(?<!\w){spelled}\w*", re.IGNORECASE)


def _one_line(part: str, cut: bool, *, at_start: bool) -> str:
    """Without line ends; a word that was cut in two is left out."""
    line = re.sub(r"\s+", " ", part)
    if not cut:
        return line
    if at_start:
        return "… " + line.partition(" ")[2] if " " in line else "… "
    return line.rpartition(" ")[0] + " …" if " " in line else " …"
