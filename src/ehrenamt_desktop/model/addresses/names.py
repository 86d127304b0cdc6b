"""Which words of a line are a name, and which of them the surname."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.likeness import is_first_name
from ehrenamt_desktop.model.text import fold, tidy

_CALLED = re.compile(
    r"^(?:(?:an|z\.?\s?hd?n?\.?|z\.\s?h(?:d|d\.|ä?nden)?\.?|zu\s+h(?:ä|ae)nden|f[üu]r|attn\.?:?)\s+(?:von\s+)?)?"
    r"(?P<word>herrn?|hr\.?|frau|fr\.)(?:\s+|$)",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:an\s+(?=(?:herr|frau|familie|eheleute))|z\.?\s?hd?n?\.?[: ]\s*|"
    r"zu\s+h(?:ä|ae)nden\s+(?:von\s+)?|attn\.?:?\s*"
    r"|i\.?\s?[AV]\.?\s+(?=[A-ZÄÖÜ])|gez\.\s*|ppa\.\s*|absender:?\s*|name:\s*|von:\s+)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:prof(?:essor(?:in)?|\.)?|priv\.?-?\s?doz\.|pd|dr\.?(?:\s?-?\s?ing\.?)?|dres\.|mag\.|"
    r"dipl\.?\s?-\s?[a-zäöü]+\.?(?:\s?\((?:fh|ba|uni)\))?|h\.\s?c\.|(?:med|dent|vet|rer|nat|phil|"
    r"jur|iur|ing|habil|theol|oec|pol|agr|pharm|sc|soc|mult|univ)\.)(?=[\s.,]|$)\s*",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"[,\s]+(?P<title>(?:b|m)\.?\s?a\.|(?:b|m)\.?\s?(?:sc|ed)\.|ll\.?\s?m\.|mba|ph\.?\s?d\.|"
    r"dipl\.?-[a-zäöü]+\.?(?:\s?\((?:fh|ba|uni)\))?)\s*$",
    re.IGNORECASE,
)
_BORN = re.compile(r"[\s,(]+(?:geb(?:oren)?\.?e?|née|verw\.|gesch\.)\s+[^\W\d_][\w-]*\)?\s*$")
_ASIDE = re.compile(r"\s*\((?!geb)[^()]*\)\s*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_SMALL_WORDS = """
von vom van de der den dem zu zum zur ter ten te di da del della dello dos das do du des la le
lo al el bin ibn ben abu af av auf d' freiherr freifrau freiin graf gräfin baron baronin
ritter edler prinz prinzessin fürst fürstin
"""
_PARTICLES = frozenset(_SMALL_WORDS.split())
_ROOTED = frozenset(("zu", "zum", "zur", "auf"))
"""Particles that often stand between two parts of a surname: `Meyer zu Hoberge`."""

_BODY = re.compile(
    r"\b(?:g?gmbh|mbh|ag|kg|ohg|ug|gbr|se|e\.?\s?v\.?|e\.?\s?g\.?|\w*verein|\w*verband|\w*stiftung|\w*gemeinde|"
    r"\w*kirche|stadt|landkreis|magistrat|\w*amt|\w*schule|kita|\w*garten|praxis|gemeinschaftspraxis|kanzlei|\w*büro|"
    r"firma|fa\.|institut|\w*agentur|\w*feuerwehr|drk|awo|caritas|diakonie|vhs|\w*club|\w*chor|"
    r"abteilung|abt\.|fachdienst|fachbereich|sachgebiet|referat|redaktion|universität|\w*klinik|\w*krankenhaus|"
    r"\w*bank|\w*sparkasse|versicherungen?|rathaus|jobcenter|\w*gruppe|werkstatt|\w*handel|\w*service|\w*hof|gbr|inh\.|"
    r"\w*dienst|\w*zentrum|\w*haus|\w*verwaltung|ortsverband|kreisverband|ortsgruppe|tsv|sv|tv|fc|bund|team)(?!\w)",
    re.IGNORECASE,
)
_JOB_WORD = re.compile(
    r"^(?:\w*(?:leiter|leitung|vorsitzende[rn]?|vorstand|geschäftsführer|sachbearbeiter|sachbearbeitung|assistent|assistenz|sekretär|"
    r"sekretariat|referent|koordinator|beauftragte[rn]?|pfarrer|pfrn?\.|pastor|diakon|bürgermeister|ortsvorsteher|rechtsanw[aä]lt|"
    r"steuerberater|architekt|ingenieur|lehrer|rektor|apotheker|arzt|ärztin|notar|meister|inhaber|berater|"
    r"kassenwart|kassierer|schriftführer|ansprechpartner|kontakt|hausmeister|trainer|berater|pädagog(?:e)?|psychologe|"
    r"direktor|manager|verwalter|kauffrau|kaufmann|anwärter|stellv\w*\.?)(?:in|innen|n)?)$",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"^(?:mit\s+(?:freundlich|besten|herzlich|lieben)\w*|(?:viele|liebe|herzliche|beste|freundliche|schöne)n?\s+grü(?:ß|ss)e?n?|"
    r"hochachtungsvoll|liebe[rs]?\s|hallo|guten\s+(?:tag|morgen)|sehr\s+geehrte|c/o|bei\s+|per\s+adresse|gesendet\s+von|"
    r"von\s+meinem|sent\s+from|deutschland$|germany$|adresse:?$|anschrift:?$|kontakt:?$|absender:?$|vielen\s+dank|danke|"
    r"mfg|lg|vg|gruß|ihre?$|telefax|hintereingang|eingang|ortsteil|grüße)",
    re.IGNORECASE,
)
_WORD = re.compile(r"^(?:[^\W\d_]\.|[^\W\d_](?:[^\W\d_]|['’`\u00b4.\-–])*)$")


class Name(NamedTuple):
    """A name in its parts; `over` is what stood with it and is none of them."""

    salutation: Salutation | None = None
    title: str = ""
    first: str = ""
    last: str = ""
    over: tuple[str, ...] = ()


def weigh(piece: str, mails: Collection[str], given: Collection[str]) -> int:
    """How much speaks for a piece being a name; 0 or less: it is none."""
    plain = tidy(piece)
    if not plain or len(plain) > 100 or _PHRASE.match(plain):
        return 0
    called, rest = _strip_call(plain)
    title, rest = _strip_titles(rest)
    rest, degree = _strip_degree(_ASIDE.sub("", rest))
    rest = _BORN.sub("", rest)
    _, rest = _strip_jobs(rest)
    words = rest.replace(",", " , ").split()
    names = [word for word in words if word != ","]
    if not names or len(names) > 7 or words.count(",") > 1:
        return 0
    if not all(_WORD.match(word) or word in ("&", "u.", "+") for word in names):
        return 0
    if called is None and (_BODY.search(rest) or any(_JOB_WORD.match(one) for one in names)):
        return 0
    weight = 6 if called is not None else 0
    weight += 3 if title or degree else 0
    weight += 3 if any(is_given(word, given) for word in names) else 0
    boxes = " ".join(fold(mail.split("@")[0]) for mail in mails).replace(" ", "")
    weight += (
        3 if any(len(word) > 2 and fold(word).replace(" ", "") in boxes for word in names) else 0
    )
    capital = sum(word[0].isupper() for word in names)
    weight += 1 if len(names) >= 2 and capital >= 2 else 0
    return weight


def parse_name(piece: str, given: Collection[str], *, surname_first: bool = False) -> Name:
    """A piece as a name.

    Args:
        piece: the words.
        given: folded first names the office knows, beside the common ones.
        surname_first: whether the piece stands as in a phone book.
    """
    over: list[str] = []
    called, rest = _strip_call(tidy(piece))
    title, rest = _strip_titles(rest)
    jobs, rest = _strip_jobs(rest)
    over += [jobs] if jobs else []
    aside = _ASIDE.search(rest)
    if aside:
        over.append(tidy(aside[0].strip(" ()")))
        rest = rest[: aside.start()]
    more, rest = _strip_titles(rest)
    rest, degree = _strip_degree(rest)
    born = _BORN.search(rest)
    if born:
        over.append(tidy(born[0].strip(" ,()")))
        rest = rest[: born.start()]
    family = re.match(r"^(familie|fam\.|eheleute|ehepaar)\s+", rest, re.IGNORECASE)
    if family:
        over.append(family[1])
        rest = rest[family.end() :]
    if not rest.strip(" ,"):
        return Name(over=(tidy(piece),))
    rest, also = _first_of_two(rest)
    over += [also] if also else []
    inside, first, last = _order(rest, given, surname_first=surname_first or bool(family))
    titles = " ".join(part for part in (title, more, inside, degree) if part)
    return Name(called, titles, first, last, tuple(over))


def is_swapped(piece: str, mails: Collection[str]) -> bool:
    """Whether an e-mail address tells that the surname stands first: `Roth Bernd`."""
    words = [fold(word) for word in piece.split()]
    boxes = [fold(mail.split("@")[0]).split() for mail in mails]
    return len(words) == 2 and words[::-1] in boxes


def _first_of_two(rest: str) -> tuple[str, str]:
    """`Hans Müller` and `und Inge` of `Hans und Inge Müller`."""
    match = re.search(r"\s+(?:und|u\.|&|\+)\s+", rest)
    if match is None or rest[: match.start()].split()[-1].casefold() in _PARTICLES:
        return rest, ""
    head, tail = rest[: match.start()], rest[match.end() :].split()
    if len(tail) > 1 and len(head.split()) == 1:
        return f"{head} {' '.join(tail[1:])}", f"und {tail[0]}"
    return head, f"und {' '.join(tail)}"


def _order(rest: str, given: Collection[str], *, surname_first: bool) -> tuple[str, str, str]:
    """A title inside, first name and surname."""
    if "," in rest:
        last, _, first = rest.partition(",")
        title, first = _strip_titles(tidy(first))
        words = first.split()
        cut = next((at for at, one in enumerate(words) if one.casefold() in _PARTICLES), len(words))
        before = " ".join(words[cut:])  # "Heide, Anna von der"
        return title, _cased(" ".join(words[:cut])), _cased(tidy(f"{before} {last}"))
    words = rest.split()
    if len(words) == 1:
        return "", "", _cased(words[0])
    at = _cut(words, given, surname_first=surname_first)
    if at < 0:
        return "", _cased(" ".join(words[-at:])), _cased(" ".join(words[:-at]))
    return "", _cased(" ".join(words[:at])), _cased(" ".join(words[at:]))


def _cut(words: list[str], given: Collection[str], *, surname_first: bool) -> int:
    """Where the surname begins; negative: where the first name begins."""
    known = [is_given(word, given) or bool(_INITIALS.fullmatch(word)) for word in words]
    loud = [word.isupper() and len(word) > 2 and "." not in word for word in words]
    if any(loud) and not all(loud):
        return _cut_at_loud(words, loud)
    if words[0].casefold() in _PARTICLES:
        return -(len(words) - 1) if known[-1] else 0
    if surname_first and known[-1] and not known[0]:
        begin = len(words) - 1
        while begin > 1 and known[begin - 1]:
            begin -= 1
        return -begin
    for place, word in enumerate(words[1:-1], start=1):
        if word.casefold().rpartition("-")[2] in _PARTICLES:
            rooted = word.casefold() in _ROOTED and place > 1 and not known[place - 1]
            return place - 1 if rooted else place
    begin = 1
    while known[0] and begin < len(words) - 1 and known[begin]:
        begin += 1
    return begin if known[0] else len(words) - 1


def _cut_at_loud(words: list[str], loud: list[bool]) -> int:
    """The surname is the one in capitals, with the small words before it."""
    begin = loud.index(True)
    if begin == 0:
        return -loud.index(False)
    while begin > 1 and words[begin - 1].casefold() in _PARTICLES:
        begin -= 1
    return begin


def _strip_call(piece: str) -> tuple[Salutation | None, str]:
    match = _CALLED.match(piece)
    if match:
        word = match["word"].casefold()
        called = Salutation.MS if word.startswith("fr") else Salutation.MR
        return called, piece[match.end() :].strip()
    return None, _TO.sub("", piece).strip()


def _strip_titles(piece: str) -> tuple[str, str]:
    found: list[str] = []
    match = _TITLE.match(piece)
    while match and match[0]:
        found.append(tidy(match[0]))
        piece = piece[match.end() :].lstrip(" .,")
        match = _TITLE.match(piece)
    return " ".join(found), piece


def _strip_degree(piece: str) -> tuple[str, str]:
    match = _DEGREE.search(piece)
    return (piece[: match.start()], tidy(match["title"])) if match else (piece, "")


def _strip_jobs(piece: str) -> tuple[str, str]:
    words = piece.split()
    at = 0
    while at < len(words) - 1 and _JOB_WORD.match(words[at].rstrip(",:")):
        at += 1
    if at and words[at : at + 2] == ["i.", "R."] and at + 2 < len(words):
        at += 2
    return (" ".join(words[:at]), " ".join(words[at:])) if at else ("", piece)


def is_given(word: str, given: Collection[str]) -> bool:
    """Whether a word is a first name, also one of two: `Karl-Heinz`."""
    parts = [part for part in re.split(r"[-–]", word) if part]
    folded = [fold(part) for part in parts]
    return bool(folded) and all(is_first_name(one) or one in given for one in folded)


def _cased(words: str) -> str:
    """A shouted or a whispered name in ordinary letters."""
    if (words.isupper() and any(len(word) > 2 for word in words.split())) or words.islower():
        parts = re.split(r"([\s\-–'’]+)", words)
        return "".join(
            part if part.casefold() in _PARTICLES and not words.isupper()
            else part.casefold() if part.casefold() in _PARTICLES
            else part[:1].upper() + part[1:].lower()
            for part in parts
        )  # fmt: skip
    return words
