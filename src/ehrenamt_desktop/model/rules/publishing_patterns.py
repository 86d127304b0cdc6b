"""The forms in which a free text can name or reach somebody."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

_SHORT = r"(?:Frau|Fr\.|Herrn?|Hr\.|Familie|Fam\.|Fräulein|Eheleute|Ehepaar)"
_TITLES = rf"(?:{_SHORT}|frau|herrn?|familie)"
_LINK = r"(?:(?:Dr\.|Prof\.|von|van|zu|der|den|de)\s+)*"
_TIME_OF_DAY = (
    r"(?:Uhr\b|Vormittag|Nachmittag|Abend|Morgen|Mittag|Nacht|Früh\b|(?:Mo|Di|Mi|Do|Sa|So)\b|"
    r"Ferien|Feiertag)"
)
_NOBODY = (
    r"(?:Holle|Ringe|Ober|Holda|Perchta|Welt|Mann|Kind|Kinder|Freund|Freunde|Freizeit|Beruf|Mutter)"
)
TITLED = re.compile(
    rf"\b{_TITLES}\s+{_LINK}(?!{_TIME_OF_DAY}|{_NOBODY}\b)(?P<name>[A-ZÄÖÜ][\w\-]+)"
)
"""`Frau Kessler`, `Familie von der Au`; not `Fr. nachmittags`, not `Frau Holle`."""
INITIAL = re.compile(rf"\b{_TITLES}\s+{_LINK}[A-ZÄÖÜ](?:\.|\b(?![\w\-]))")
"""`Frau K.`, `Herrn B`."""
KIN = re.compile(
    rf"\b(?:Oma|Opa|Omi|Opi|Tante|Onkel|Dr\.|Pfarrer(?:in)?|Schwester|Bruder|Pastor(?:in)?)\s+"
    rf"(?!Opa|Oma|Doktor|{_NOBODY}\b)(?P<name>[A-ZÄÖÜ][a-zäöüß\-]+)"
)

_CLOCK = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\b\d{1,2}[.:]\d{2}\b")
"""Dates and times of day, which are no phone numbers."""
_PHONE = re.compile(r"(?<![\d.\w])(?:\(\s*)?(?:\+\d{2}|0)[\d\s/()\-–.]{5,}\d")
_CALLED = re.compile(
    r"\b(?:tel(?:efon)?|telefonnummer|mobil|handy|handynummer|whatsapp|fon|rufnummer|durchwahl)"
    r"[.:\s-]{1,3}(?:nr\.?|nummer)?[:\s]*(?P<number>\+?\d[\d /\-–]{2,}\d)"
    r"|\bunter\s+(?:der\s+)?(?:nummer\s+)?(?P<reached>\d[\d /\-–]{4,}\d)",
    re.I,
)
"""A number without an area code, told by the word before it."""
_HOST = r"[\w-]{1,63}"
EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:@{_HOST}(?:\.{_HOST}){{1,8}}"
    rf"|\s?[(\[{{]\s?(?:at|ät)\s?[)\]}}]\s?{_HOST}"
    rf"(?:\s?(?:\.|[(\[{{]\s?(?:dot|punkt)\s?[)\]}}])\s?{_HOST}){{1,8}})",
    re.I,
)

_BORN = re.compile(
    r"\b(?:geb\.|geboren(?:\s+am)?|geburtsdatum|geburtstag)\s*:?\s*(?:am\s+)?\d{1,2}\."
    r"(?:\s?\d{1,2}\.|\s*[A-ZÄÖÜ][a-zäöü]+)(?:\s?\d{2,4})?"
    r"|\b(?:geb\.|geboren(?:\s+im)?|jahrgang)\s*:?\s*(?:19|20)\d\d\b"
    r"|\*\s?\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}",
    re.I,
)
_DATE = re.compile(r"(?P<before>\b\w+\s+)?\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b")
_SINCE = frozenset({"seit", "ab", "gegründet", "vom", "stand", "von", "bis", "erbaut", "eröffnet"})
OLD_YEARS = 5
"""A whole date so many years back is hardly the date of a task."""

_PERSON_AGE = re.compile(
    r"(?<!\bbis )(?<!\bab )(?<!\bund )(?<!\büber )(?<!\bunter )(?<!\bvon )(?<!\boder )(?<!- )"
    r"(?<![\d–-])\b\d{1,3}[- ]?jährige[rnm]?\b"
    r"(?!\s*(?:-|–|bis|und|oder)\s*(?:\d|älter|jünger))(?!\s+(?:\w+\s+)?(?:Kinder|Jugendliche|Mädchen|Jungen|Jungs|"
    r"Schüler|Schulkinder|Menschen|Personen|Leute|Erwachsene|Senioren|Geschichte|Tradition|Bestehen|"
    r"Erfahrung|Ausbildung|Jubiläum|Laufzeit|Pause|Linde|Eiche|Kirche|Vereins|Bäum|Teilnehm|"
    r"Freiwillige|Gäste|Enkel))",
)
_IS_OLD = re.compile(
    r"(?P<before>[^.!?\n]{0,48}?)\b(?:ist|bin|wird|wurde)\s+(?:schon\s+|jetzt\s+|bald\s+|fast\s+)?"
    r"\d{1,3}\s+(?:Jahre\b|geworden)",
    re.I,
)
_OLD = re.compile(r"(?P<before>[^.!?\n]{0,48}?)\b(?P<years>\d{1,3})\s+Jahre\s+alt\b", re.I)
_NO_PERSON = re.compile(
    r"mindestens|wenigstens|älter|jünger|höchstens|\bab\b|\bsollte|\bsind\b|\bbist\b|verein|haus|"
    r"kirche|baum|linde|chor|gruppe|feuerwehr|schule|gebäude|mühle|brücke|burg|orgel|bus|fahrzeug|"
    r"museum|bücherei|wer\b|alter\b|weg\b|kita",
    re.I,
)

_ENDS = r"(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|damm|stieg|pfad|markt|graben|winkel)"
_UNITS = (
    r"(?!\s*(?:Uhr|Std|Stunde|h\b|Min|km|m\b|Meter|Euro|€|%|Plätze|Personen|Kinder|Leute|x\b|mal|"
    r"Tage|Wochen|Monate|bis|oder|[–:/-]\s*\d|\.\s?\d|,\d))"
)
_NUMBER = rf"\d{{1,3}}(?:\s?[a-f])?\b{_UNITS}"
_STREET = re.compile(
    rf"\b(?:[A-ZÄÖÜ][\wäöüß.\-]*{_ENDS}|[A-ZÄÖÜ][\wäöüß\-]*[\s\-]"
    rf"(?:Straße|Str\.|Gasse|Weg|Platz|Allee|Ring|Ufer|Damm|Markt)|(?:Straße|Weg|Gasse|Platz))"
    rf"\s+{_NUMBER}"
)
_AT = re.compile(
    r"\b(?:Am|An\sder|Im|In\sder|Auf\sd(?:em|er)|Hinter\sd(?:em|er)|Zu[rm]|Unter\sden)\s+"
    r"(?!Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Sa|So|Januar|Februar|März|April|Mai|Ju[nl]i|"
    r"August|September|Oktober|November|Dezember|Monat|Jahr|Alter|Team|Abend|Tag)"
    r"[A-ZÄÖÜ][a-zäöüß]+\s+\d{1,3}(?:\s?[a-f])?(?=\s*(?:$|[,;)]\s*(?:\d{5}|[A-ZÄÖÜ]|$)|\n))"
)


def phones(text: str) -> Iterator[str]:
    """Phone numbers; dates and times of day are none."""
    timeless = _CLOCK.sub(" ; ", text)
    for match in _PHONE.finditer(timeless):
        if sum(sign.isdigit() for sign in match[0]) > 5:
            yield match[0].strip()
    for match in _CALLED.finditer(timeless):
        number = (match["number"] or match["reached"]).strip()
        if not number.startswith(("0", "+")):
            yield number


def births(text: str) -> Iterator[str]:
    """Days and years of birth that say so."""
    return (match[0] for match in _BORN.finditer(text))


def old_dates(text: str, as_of: dt.date) -> Iterator[str]:
    """Whole dates far back that could be a birthday; `seit 12.05.2006` is none."""
    for match in _DATE.finditer(_BORN.sub(" ", text)):
        before = (match["before"] or "").strip().lower()
        if as_of.year - int(match[4]) >= OLD_YEARS and before not in _SINCE:
            yield match[0].removeprefix(match["before"] or "")


def ages(text: str) -> Iterator[str]:
    """The age of one person; what is asked of volunteers or told of houses is none."""
    for match in _PERSON_AGE.finditer(text):
        yield match[0]
    for pattern in (_IS_OLD, _OLD):
        told = [match for match in pattern.finditer(text) if not _NO_PERSON.search(match["before"])]
        if told:
            yield from (match[0].removeprefix(match["before"]) for match in told)
            return


def streets(text: str) -> Iterator[str]:
    """A street with a house number."""
    for pattern in (_STREET, _AT):
        for match in pattern.finditer(text):
            yield match[0]
