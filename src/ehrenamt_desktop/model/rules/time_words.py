"""The words in which people name days, dayparts and amounts of time (`rules/time_text`).

All are folded: small letters, umlauts spelled out, without points.
"""

from __future__ import annotations

from ehrenamt_desktop.model.rules.time_grid import HOLIDAYS, PUBLIC_HOLIDAYS

PART_BORDERS = (6.0, 12.0, 18.0, 22.0)
"""Where morning, afternoon and evening begin, and where the evening ends, in hours."""

_DAY_STEMS = {
    "mo": 0, "mon": 0, "montag": 0, "di": 1, "die": 1, "dienstag": 1, "mi": 2, "mit": 2,
    "mittwoch": 2, "do": 3, "don": 3, "donnerstag": 3, "fr": 4, "fre": 4, "freitag": 4,
    "sa": 5, "sam": 5, "samstag": 5, "sonnabend": 5, "so": 6, "son": 6, "sonntag": 6,
}  # fmt: skip
_NO_DAYS = frozenset({"die", "mit"})
"""Short forms that are words of their own."""

_PART_STEMS = {
    "vormittag": 0, "morgen": 0, "frueh": 0, "nachmittag": 1, "mittag": 1, "abend": 2,
}  # fmt: skip

WORKDAYS = (0, 1, 2, 3, 4)
DAYS: dict[str, tuple[int, ...]] = {
    stem + ending: (day,)
    for stem, day in _DAY_STEMS.items()
    for ending in ("", "s", "e", "en")
    if stem + ending not in _NO_DAYS
} | {
    "werktag": WORKDAYS, "werktags": WORKDAYS, "werktagen": WORKDAYS, "wochentag": WORKDAYS,
    "wochentags": WORKDAYS, "wochentagen": WORKDAYS, "unter der woche": WORKDAYS,
    "in der woche": WORKDAYS, "wochenende": (5, 6), "wochenenden": (5, 6), "we": (5, 6),
    "taeglich": tuple(range(7)), "jeden tag": tuple(range(7)), "alle tage": tuple(range(7)),
}  # fmt: skip
ALL_PARTS = (0, 1, 2)
PARTS: dict[str, tuple[int, ...]] = {
    stem + ending: (part,) for stem, part in _PART_STEMS.items() for ending in ("", "s", "e", "en")
} | {
    "vm": (0,), "vorm": (0,), "vormitt": (0,), "nm": (1,), "nachm": (1,), "nachmitt": (1,),
    "abds": (2,), "feierabend": (2,), "tagsueber": (0, 1), "ganztags": ALL_PARTS,
    "ganztaegig": ALL_PARTS, "ganzer tag": ALL_PARTS, "den ganzen tag": ALL_PARTS,
}  # fmt: skip
JOINS = frozenset({"und", "u", "oder", "od", "sowie"})
ALWAYS = frozenset({"immer", "jederzeit", "flexibel", "egal", "rund um die uhr"})
FLAGS = {
    "ferien": HOLIDAYS, "schulferien": HOLIDAYS, "ferienzeit": HOLIDAYS,
    "feiertag": PUBLIC_HOLIDAYS, "feiertage": PUBLIC_HOLIDAYS, "feiertagen": PUBLIC_HOLIDAYS,
    "feiertags": PUBLIC_HOLIDAYS,
}  # fmt: skip
NOT = frozenset({
    "nicht", "ausser", "ohne", "kein", "keine", "keinen", "nie", "niemals", "ausgenommen",
    "bis auf",
})  # fmt: skip
STOPS = frozenset({",", ";", ".", "\n", "aber", "sondern", "sonst"})
COUNTS = {
    "std": 1.0, "stunde": 1.0, "stunden": 1.0, "h": 1.0, "stdn": 1.0,
    "min": 1 / 60, "minuten": 1 / 60,
}  # fmt: skip
WEEKLY = frozenset({"woche", "woechentlich", "wo"})
MONTHLY = frozenset({"monat", "monatlich", "mtl"})
EACH_TIME = frozenset({"jeweils"})
FILLERS = frozenset({
    "in", "im", "an", "am", "der", "den", "dem", "die", "das", "zu", "zur",
    "bis", "von", "zwischen", "um", "ab", "nach", "gegen", "uhr", "auch", "nur", "je", "pro",
    "jeden", "jede", "jedes", "alle", "gern", "gerne", "kann", "koennte", "koennen", "habe",
    "haben", "hat", "ich", "er", "sie", "wir", "zeit", "zeiten", "ca", "circa", "etwa",
    "ungefaehr", "rund", "meist", "meistens", "moeglich", "moeglichst", "am besten", "besten",
    "eher", "vorzugsweise", "bevorzugt", "tag", "tage", "tagen", "nun", "dann", "bin", "ist",
    "sind", "geht", "gehts", "passt", "frei", "verfuegbar", "immer gern", "-", "mal", "fuer",
    "maximal", "max", "hoechstens", "mindestens", "ueber", "mit",
})  # fmt: skip

_PHRASES = tuple(
    sorted(
        (word for group in (DAYS, PARTS, ALWAYS, NOT) for word in group if " " in word),
        key=len, reverse=True,
    )
)  # fmt: skip
"""Entries of several words; the reader sees them joined by `join_phrases`."""

_NUMBERS = {
    "ein": "1", "eine": "1", "einen": "1", "einer": "1", "zwei": "2", "drei": "3", "vier": "4",
    "fuenf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9", "zehn": "10",
    "zwoelf": "12", "anderthalb": "1,5", "eineinhalb": "1,5", "halbe": "0,5",
}  # fmt: skip


def token_words(token: str) -> list[str]:
    """A token in the reader's words: numbers as figures, `dienstagabend` as day and daypart."""
    if token in _NUMBERS:
        return [_NUMBERS[token]]
    if token in DAYS or token in PARTS:
        return [token]
    for stem in sorted(_DAY_STEMS, key=len, reverse=True):
        rest = token[len(stem) :].removeprefix("s")
        if token.startswith(stem) and (rest in PARTS or token[len(stem) :] in PARTS):
            return [stem, rest if rest in PARTS else token[len(stem) :]]
    return [token]


def join_phrases(tokens: list[str]) -> list[str]:
    """Tokens with entries of several words joined to one."""
    joined = list(tokens)
    for phrase in _PHRASES:
        words = phrase.split()
        place = 0
        while place + len(words) <= len(joined):
            if joined[place : place + len(words)] == words:
                joined[place : place + len(words)] = [phrase]
            place += 1
    return joined
