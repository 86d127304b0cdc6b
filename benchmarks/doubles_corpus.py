"""People entered twice, and people who only look so: a corpus for the search for doubles.

`make(people, seed)` gives records and the pairs that are one person. The people live in households:
couples with one e-mail address, twins, siblings with one telephone, father and son of one name,
namesakes in one village. A tenth of them is entered a second time, as the office would: another
day, from a telephone call, from a bad copy, after a marriage or a move. Errors are of three kinds:
typed (neighbouring keys, letters left out, doubled or turned), heard (Meier and Mayer, d and t) and
scanned (rn and m, l and I, 0 and O). Everybody is invented.

    python -m benchmarks.doubles_corpus 10000 7 corpus.csv
"""

from __future__ import annotations

import csv
import random
import sys
import tomllib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.names import surnames

Values = dict[str, Any]

NAMES = tomllib.loads(Path(__file__).with_name("doubles_names.toml").read_text(encoding="utf-8"))
GIRLS, BOYS, ROADS = NAMES["girls"].split(), NAMES["boys"].split(), NAMES["roads"]
SHORT = {
    "Hans": ["Hannes", "Johannes"], "Johannes": ["Hans", "Hannes"], "Josef": ["Sepp", "Jupp"],
    "Friedrich": ["Fritz"], "Wilhelm": ["Willi"], "Heinrich": ["Heinz", "Heiner"],
    "Michael": ["Michi", "Micha"], "Thomas": ["Tom"], "Andreas": ["Andi"], "Manfred": ["Manni"],
    "Stefan": ["Steffen", "Stephan"], "Matthias": ["Matze"], "Alexander": ["Alex", "Sascha"],
    "Sebastian": ["Basti"], "Maximilian": ["Max"], "Tobias": ["Tobi"], "Gerhard": ["Gerd"],
    "Joachim": ["Achim", "Jochen"], "Ulrich": ["Uli"], "Wolfgang": ["Wolf"], "Siegfried": ["Siggi"],
    "Katharina": ["Kathi", "Käthe"], "Elisabeth": ["Elli", "Lisbeth", "Liesel"],
    "Margarete": ["Grete", "Gretel", "Greta"], "Stefanie": ["Steffi"], "Susanne": ["Susi"],
    "Gabriele": ["Gabi"], "Brigitte": ["Gitte"], "Hildegard": ["Hilde"], "Waltraud": ["Traudel"],
    "Rosemarie": ["Rosi"], "Christine": ["Tine"], "Daniela": ["Dani"], "Ursula": ["Uschi", "Ulla"],
    "Johanna": ["Hanna"], "Theresa": ["Resi"], "Franziska": ["Franzi"], "Barbara": ["Bärbel"],
    "Hannelore": ["Lore"], "Edeltraud": ["Traudel"], "Angelika": ["Geli"], "Theodor": ["Theo"],
    "Konrad": ["Conny"], "Rudolf": ["Rudi"], "Ludwig": ["Lutz"], "Daniel": ["Dani"],
}  # fmt: skip
"""First names and how their bearers are called."""

HEARD = (
    ("ei", "ai"), ("ai", "ei"), ("ey", "ei"), ("eier", "ayer"), ("aier", "eyer"), ("dt", "tt"),
    ("tt", "dt"), ("ff", "f"), ("mm", "m"), ("nn", "n"), ("ll", "l"), ("ck", "k"), ("k", "ck"),
    ("ph", "f"), ("f", "ph"), ("th", "t"), ("t", "th"), ("d", "t"), ("t", "d"), ("b", "p"),
    ("p", "b"), ("g", "k"), ("v", "f"), ("z", "tz"), ("tz", "z"), ("s", "ss"), ("ß", "ss"),
    ("äu", "eu"), ("eu", "äu"), ("ä", "e"), ("ie", "i"), ("c", "k"), ("h", ""), ("ü", "i"),
)  # fmt: skip
SCANNED = (
    ("rn", "m"), ("m", "rn"), ("l", "I"), ("I", "l"), ("l", "1"), ("o", "0"), ("O", "0"),
    ("ü", "u"), ("ä", "a"), ("ö", "o"), ("ß", "B"), ("cl", "d"), ("d", "cl"), ("w", "vv"),
    ("u", "ii"), ("e", "c"), ("h", "b"), ("n", "u"), ("i", "l"), ("S", "5"),
)  # fmt: skip
KEYS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
VILLAGES = (
    *(("36205", village, "05653") for village in
      ("Sontra", "Ulfen", "Wichmannshausen", "Heyerode", "Berneburg", "Diemerode")),
    *(("37293", village, "05654") for village in
      ("Herleshausen", "Nesselröden", "Markershausen", "Wommen")),
    *(("36214", village, "06627") for village in ("Nentershausen", "Süß", "Dens", "Weißenhasel")),
)  # fmt: skip
PROVIDERS = ("example.org", "example.net", "example.com", "mail.example", "post.example")


class Corpus(NamedTuple):
    """Records, each with its own `key`, and the pairs of keys that are one person."""

    records: list[Values]
    pairs: set[tuple[int, int]]


class Town:
    """Makes people by household; all chance comes from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - invented people, no secrets
        self._keys = count(1)
        self._mails: set[str] = set()
        self._surnames, self._weights = surnames()

    def person(self, sex: str, last: str, year: int, home: Values) -> Values:
        """One person of a household; not everything is known of everybody."""
        dice = self.dice
        first = dice.choice(GIRLS if sex == "ms" else BOYS)
        if dice.random() < 0.06:
            first += dice.choice("- ") + dice.choice(GIRLS if sex == "ms" else BOYS)
        day = self.day(year)
        made = {
            "key": next(self._keys), "salutation": sex, "first_name": first, "last_name": last,
            "birth_date": day if dice.random() < 0.55 else "", "birth_year": year, **home,
            "mobile": self.mobile() if dice.random() < 0.6 else "", "email": "",
        }  # fmt: skip
        if dice.random() < 0.5:
            made["email"] = self.mail(made)
        if dice.random() < 0.12:
            made["birth_year"], made["birth_date"] = None, ""
        return made

    def day(self, year: int) -> str:
        """A day of a year."""
        return f"{year}-{self.dice.randint(1, 12):02d}-{self.dice.randint(1, 28):02d}"

    def mobile(self) -> str:
        """An invented mobile number."""
        code = self.dice.choice(("0151", "0160", "0170", "0175", "0176", "0162"))
        return f"{code}{self.dice.randint(1_000_000, 99_999_999)}"

    def mail(self, one: Values) -> str:
        """An address that is made of the name, more or less; nobody else has it."""
        first, last = ascii_of(one["first_name"]).split("-")[0], ascii_of(one["last_name"])
        number = self.dice.randint(1, 99)
        local = self.dice.choice(
            (f"{first}.{last}", f"{first[:1]}.{last}", f"{last}{number}", f"{first}{number}",
             f"{first}{last}{number}")
        )  # fmt: skip
        return self.own(f"{local}@{self.dice.choice(PROVIDERS)}")

    def own(self, address: str) -> str:
        """The address, with a number if somebody has it."""
        if address in self._mails:
            address = address.replace("@", f"{len(self._mails)}@")
        self._mails.add(address)
        return address

    def home(self) -> Values:
        """Where a household lives and how it is called."""
        dice = self.dice
        postcode, village, code = dice.choice(VILLAGES)
        street = f"{dice.choice(ROADS)} {dice.randint(1, 80)}{dice.choice(('', '', '', 'a'))}"
        phone = f"{code} {dice.randint(200, 99999)}" if dice.random() < 0.75 else ""
        known = dice.random() < 0.85
        return {"street": street if known else "", "postcode": postcode, "city": village,
                "phone": phone}  # fmt: skip

    def surname(self) -> str:
        """A surname as often as it is in Germany."""
        return self.dice.choices(self._surnames, cum_weights=self._weights)[0]

    def household(self) -> list[Values]:
        """One to four people under one roof, of the kinds that are taken for doubles."""
        dice, last, home = self.dice, self.surname(), self.home()
        year = dice.randint(1938, 1998)
        kind = dice.random()
        if kind < 0.55:
            return [self.person(dice.choice(("ms", "mr")), last, year, home)]
        if kind < 0.75:
            return self._couple(last, year, home)
        if kind < 0.83:
            return self._twins(last, home)
        if kind < 0.90:
            return self._siblings(last, home)
        if kind < 0.95:
            return self._father_and_son(last, year, home)
        return self._namesakes(last)

    def _couple(self, last: str, year: int, home: Values) -> list[Values]:
        man = self.person("mr", last, year, home)
        woman = self.person("ms", last, year + self.dice.randint(-4, 4), home)
        if self.dice.random() < 0.5:
            address = self.own(f"familie.{ascii_of(last)}{year % 100}@example.org")
            man["email"] = woman["email"] = address
        if self.dice.random() < 0.15:
            woman["last_name"] = f"{self.surname()}-{last}"
        return [man, woman]

    def _twins(self, last: str, home: Values) -> list[Values]:
        sex, year = self.dice.choice(("ms", "mr")), self.dice.randint(1990, 2007)
        one, other = self.person(sex, last, year, home), self.person(sex, last, year, home)
        one["birth_date"] = other["birth_date"] = one["birth_date"] or self.day(year)
        one["birth_year"] = other["birth_year"] = year
        pairs = {
            "ms": (("Lena", "Lea"), ("Anna", "Hanna"), ("Marie", "Sophie"), ("Jana", "Jule")),
            "mr": (("Tim", "Tom"), ("Jan", "Jonas"), ("Lukas", "Niklas"), ("Paul", "Peter")),
        }
        if self.dice.random() < 0.5:
            one["first_name"], other["first_name"] = self.dice.choice(pairs[sex])
        self._part(one, other)
        return [one, other]

    def _siblings(self, last: str, home: Values) -> list[Values]:
        year = self.dice.randint(1960, 2005)
        one, other = (self.person(self.dice.choice(("ms", "mr")), last, year + more, home)
                      for more in (0, self.dice.randint(1, 6)))  # fmt: skip
        self._part(one, other)
        return [one, other]

    def _part(self, one: Values, other: Values) -> None:
        while _names(one) & _names(other):
            other["first_name"] = self.dice.choice(GIRLS if other["salutation"] == "ms" else BOYS)

    def _father_and_son(self, last: str, year: int, home: Values) -> list[Values]:
        father = self.person("mr", last, year - 20, home)
        son = self.person("mr", last, year + self.dice.randint(2, 18), home)
        son["first_name"] = father["first_name"]
        for one, born in ((father, year - 20), (son, year + 5)):
            one["birth_year"] = one["birth_year"] or born
        if self.dice.random() < 0.3:
            father["title"], son["title"] = "sen.", "jun."
        return [father, son]

    def _namesakes(self, last: str) -> list[Values]:
        one = self.person("mr", last, self.dice.randint(1940, 1990), self.home())
        home = {**self.home(), "postcode": one["postcode"], "city": one["city"]}
        other = self.person("mr", last, self.dice.randint(1940, 1990), home)
        other["first_name"] = one["first_name"]
        if one["birth_year"] == other["birth_year"]:
            other["birth_year"], other["birth_date"] = (one["birth_year"] or 1950) + 3, ""
        return [one, other]

    def again(self, one: Values) -> Values:
        """The same person entered once more."""
        dice = self.dice
        made = {**one, "key": next(self._keys)}
        _forget(dice, made)
        if not any(made[key] for key in ("birth_year", "phone", "mobile", "email", "street")):
            made["birth_year"], made["birth_date"] = one["birth_year"], one["birth_date"]
            made["mobile"] = one["mobile"] = one["mobile"] or self.mobile()
        for change in dice.sample(_CHANGES, k=dice.choices((1, 2, 3), (60, 32, 8))[0]):
            change(self, made)
        made["phone"] = respell(dice, made["phone"])
        made["mobile"] = respell(dice, made["mobile"])
        return made

    def slip_name(self, one: Values) -> None:
        """A slip in the surname or the first name."""
        key = self.dice.choice(("last_name", "last_name", "first_name"))
        error = self.dice.choice((typed, heard, scan))
        one[key] = error(self.dice, one[key])

    def call_short(self, one: Values) -> None:
        """The name somebody is called by."""
        word = one["first_name"].replace("-", " ").split()[0]
        one["first_name"] = self.dice.choice(SHORT.get(word, [word]))

    def swap(self, one: Values) -> None:
        """First name and surname in each other's field."""
        if self.dice.random() < 0.4:
            one["first_name"], one["last_name"] = one["last_name"], one["first_name"]

    def marry(self, one: Values) -> None:
        """A joined name."""
        if one["salutation"] == "ms" and self.dice.random() < 0.6:
            one["last_name"] = f"{one['last_name']}-{self.surname()}"

    def slip_birth(self, one: Values) -> None:
        """A slip in the date, or only the year."""
        if one["birth_date"] and self.dice.random() < 0.5:
            year, month, day = one["birth_date"].split("-")
            if int(day) <= 12 and self.dice.random() < 0.5:
                month, day = day, month
            else:
                day = f"{max(1, (int(day) + self.dice.choice((-1, 1, 10))) % 29):02d}"
            one["birth_date"] = f"{year}-{month}-{day}"
        else:
            one["birth_date"] = ""

    def move(self, one: Values) -> None:
        """A new address and landline."""
        if one["mobile"] or one["email"] or one["birth_date"]:
            one.update(self.home())

    def respell_street(self, one: Values) -> None:
        """`Hauptstr.` for `Hauptstraße`, or a slip."""
        street = one["street"]
        short = street.replace("straße", "str.").replace("weg ", "weg  ")
        one["street"] = short if self.dice.random() < 0.7 else typed(self.dice, street)


_CHANGES: list[Callable[[Town, Values], None]] = [
    Town.slip_name, Town.slip_name, Town.slip_name, Town.call_short, Town.swap, Town.marry,
    Town.slip_birth, Town.move, Town.respell_street,
]  # fmt: skip


def _names(one: Values) -> set[str]:
    """All names a person is called by; sisters are not called Margarete and Greta."""
    words = set(one["first_name"].replace("-", " ").split())
    longer = {name for name, short in SHORT.items() if words & set(short)}
    return words | longer | {short for word in words for short in SHORT.get(word, ())}


def _forget(dice: random.Random, one: Values) -> None:
    """Leave out what was not asked the second time."""
    for key, chance in (("phone", 0.35), ("mobile", 0.3), ("email", 0.4), ("street", 0.35)):
        if dice.random() < chance:
            one[key] = ""
    if dice.random() < 0.3:
        one["birth_date"] = ""
    if dice.random() < 0.2:
        one["birth_year"], one["birth_date"] = None, ""
    if dice.random() < 0.3:
        one["salutation"] = ""


def typed(dice: random.Random, word: str) -> str:
    """One slip of the fingers."""
    if len(word) < 3:
        return word
    at = dice.randrange(1, len(word))
    kind = dice.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for row in KEYS:
        place = row.find(word[at].lower())
        if place >= 0:
            other = row[place + (1 if place + 1 < len(row) else -1)]
            return word[:at] + other + word[at + 1 :]
    return word


def heard(dice: random.Random, word: str) -> str:
    """One sound written another way."""
    return _replaced(dice, word, HEARD)


def scan(dice: random.Random, word: str) -> str:
    """One or two letters that a scanner takes for others."""
    word = _replaced(dice, word, SCANNED)
    return _replaced(dice, word, SCANNED) if dice.random() < 0.2 else word


def _replaced(dice: random.Random, word: str, table: tuple[tuple[str, str], ...]) -> str:
    fits = [(old, new) for old, new in table if old in word[1:]]
    if not fits:
        return typed(dice, word)
    old, new = dice.choice(fits)
    at = word.index(old, 1)
    return word[:at] + new + word[at + len(old) :]


def respell(dice: random.Random, phone: str) -> str:
    """A number in another way of writing, one in twenty with a wrong digit."""
    run = "".join(sign for sign in phone if sign.isdigit())
    if not run:
        return ""
    if dice.random() < 0.05:
        at = dice.randrange(4, len(run))
        run = run[:at] + str(dice.randrange(10)) + run[at + 1 :]
    cut = 4 if run.startswith("01") else 5
    ways = (run, f"{run[:cut]}/{run[cut:]}", f"+49 {run[1:cut]} {run[cut:]}",
            f"0049{run[1:]}", f"{run[:cut]} {run[cut : cut + 2]} {run[cut + 2 :]}")  # fmt: skip
    return dice.choice(ways)


def ascii_of(word: str) -> str:
    """A name as it stands in an e-mail address."""
    for old, new in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), (" ", "-")):
        word = word.lower().replace(old, new)
    return word


def make(people: int, seed: int = 1, share: float = 0.1) -> Corpus:
    """A corpus of `people` records, about `share` of them a second entry."""
    town = Town(seed)
    records: list[Values] = []
    pairs: set[tuple[int, int]] = set()
    while len(records) < people:
        for one in town.household():
            records.append(one)
            if town.dice.random() < share:
                other = town.again(one)
                records.append(other)
                pairs.add((one["key"], other["key"]))
    town.dice.shuffle(records)
    return Corpus(records, pairs)


def write(corpus: Corpus, path: Path) -> None:
    """Write a corpus as a list that the program imports; `twin` names the other entry."""
    twins = {b: a for a, b in corpus.pairs}
    keys = ("key", "salutation", "title", "first_name", "last_name", "birth_date", "birth_year",
            "street", "postcode", "city", "phone", "mobile", "email", "twin")  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, keys, restval="", delimiter=";", lineterminator="\n")
        out.writeheader()
        for one in corpus.records:
            out.writerow({**one, "twin": twins.get(one["key"], "")})


if __name__ == "__main__":
    write(make(int(sys.argv[1]), int(sys.argv[2])), Path(sys.argv[3]))
