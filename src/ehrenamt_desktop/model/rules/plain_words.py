"""Words in Leichte Sprache, as far as the data allow: short sentences, one thing in each.

Source of the rules: Netzwerk Leichte Sprache, "Die Regeln für Leichte Sprache" (short lines, no
abbreviations, days and times in full, numbers as digits). Whether a text is Leichte Sprache is
decided by readers; the program only keeps from making it harder.
"""

from __future__ import annotations

import re

_DAYS = {
    "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag",
    "Sa": "Samstag", "So": "Sonntag",
}  # fmt: skip
_SHORT = {
    "Std.": "Stunden", "Min.": "Minuten", "z. B.": "zum Beispiel", "z.B.": "zum Beispiel",
    "u. a.": "unter anderem", "ca.": "etwa", "tgl.": "jeden Tag", "wöchentl.": "jede Woche",
    "14-täglich": "alle 2 Wochen", "14-tägig": "alle 2 Wochen", "inkl.": "mit", "bzw.": "oder",
    "Tel.": "Telefon", "Str.": "Straße", "evtl.": "vielleicht", "mind.": "mindestens",
    "max.": "höchstens", "usw.": "und so weiter", "etc.": "und so weiter", "&": "und",
}  # fmt: skip
_ABBREVIATION = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in _SHORT))
_DAY_SPAN = re.compile(r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\s?[–-]\s?(Mo|Di|Mi|Do|Fr|Sa|So)\b\.?")
_DAY = re.compile(r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\b\.?")
_HOURS = re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?)\s?[–-]\s?(\d{1,2}(?:[:.]\d\d)?)\s?Uhr")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÄÖÜ0-9„])|\s*;\s*")
_KNOWN = {
    "nach Absprache": "Das sprechen wir mit Ihnen ab.",
    "klären wir mit Ihnen": "Das klären wir mit Ihnen.",
    "Schnuppertermin möglich": "Sie können es erst ausprobieren.",
    "von zu Hause aus": "Sie können es zu Hause machen.",
    "nichts weiter": "Sie brauchen nichts.",
}
_FROM_AGE = re.compile(r"ab (\d{1,3}) Jahren")


def plain(text: str) -> str:
    """The same words without abbreviations, days and times in full, one sentence in each line."""
    words = " ".join(text.split())
    if words in _KNOWN:
        return _KNOWN[words]
    if age := _FROM_AGE.fullmatch(words):
        return f"Sie müssen {age[1]} Jahre alt sein.\nOder älter."
    words = _ABBREVIATION.sub(lambda found: _SHORT[found[0]], words)
    words = _HOURS.sub(r"von \1 bis \2 Uhr", words)
    words = _DAY_SPAN.sub(lambda found: f"{_DAYS[found[1]]} bis {_DAYS[found[2]]}", words)
    words = _DAY.sub(lambda found: _DAYS[found[1]], words)
    return "\n".join(part for part in _SENTENCE.split(words) if part)
