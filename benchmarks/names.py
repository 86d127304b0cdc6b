"""Surnames as often as they are in Germany, so that a search meets lists of real length."""

from __future__ import annotations

from itertools import accumulate

from ehrenamt_desktop.services.demo.stock import texts

COMMON = (
    ("Müller", 9.5), ("Schmidt", 6.9), ("Schneider", 4.0), ("Fischer", 3.5), ("Meyer", 3.3),
    ("Weber", 3.0), ("Schulz", 2.7), ("Wagner", 2.7), ("Becker", 2.7), ("Hoffmann", 2.6),
    ("Schäfer", 2.4), ("Koch", 2.3), ("Bauer", 2.2), ("Richter", 2.2), ("Klein", 2.1),
    ("Wolf", 2.0), ("Schröder", 1.9), ("Neumann", 1.9), ("Schwarz", 1.8), ("Zimmermann", 1.7),
    ("Braun", 1.7), ("Krüger", 1.6), ("Hofmann", 1.6), ("Hartmann", 1.5), ("Lange", 1.5),
    ("Schmitt", 1.5), ("Werner", 1.4), ("Schmitz", 1.4), ("Krause", 1.4), ("Meier", 1.4),
    ("Lehmann", 1.3), ("Schmid", 1.3), ("Schulze", 1.3), ("Maier", 1.3), ("Köhler", 1.2),
    ("Herrmann", 1.2), ("König", 1.1), ("Walter", 1.1), ("Mayer", 1.1), ("Huber", 1.1),
    ("Kaiser", 1.1), ("Fuchs", 1.0), ("Peters", 1.0), ("Lang", 1.0), ("Scholz", 1.0),
    ("Möller", 1.0), ("Weiß", 0.9), ("Jung", 0.9), ("Hahn", 0.9), ("Schubert", 0.9),
    ("Vogel", 0.9), ("Friedrich", 0.9), ("Keller", 0.8), ("Günther", 0.8), ("Frank", 0.8),
    ("Berger", 0.8), ("Winkler", 0.8), ("Roth", 0.8), ("Beck", 0.8), ("Lorenz", 0.7),
    ("Baumann", 0.7), ("Franke", 0.7), ("Albrecht", 0.7), ("Schuster", 0.7), ("Simon", 0.7),
    ("Ludwig", 0.7), ("Böhm", 0.7), ("Winter", 0.7), ("Kraus", 0.7), ("Martin", 0.7),
    ("Schumacher", 0.6), ("Krämer", 0.6), ("Vogt", 0.6), ("Stein", 0.6), ("Jäger", 0.6),
)  # fmt: skip
"""Surnames and how many of a thousand people bear them (counts of the German telephone book)."""

REGIONAL = 150.0
"""How many of a thousand bear a surname of the region."""

_HEADS = (
    "Alten", "Ammer", "Asch", "Bach", "Birken", "Blum", "Brand", "Buch", "Burg", "Damm", "Dorn",
    "Eber", "Eich", "Eisen", "Erlen", "Fahren", "Falken", "Feld", "Finken", "Frei", "Gold", "Grün",
    "Hasel", "Heiden", "Hell", "Herz", "Hirsch", "Hohen", "Holz", "Kalk", "Kirch", "Klee", "Kron",
    "Lauter", "Linden", "Loh", "Mahl", "Mittel", "Moos", "Nieder", "Ober", "Ohl", "Pfann", "Rauh",
    "Reich", "Rosen", "Rot", "Sand", "Schön", "Silber", "Stein", "Strauß", "Tann", "Trauben",
    "Uhl", "Vor", "Wachen", "Wald", "Weiden", "Wies", "Wild", "Winds", "Zell", "Zucker",
)  # fmt: skip
_ENDS = (
    "bach", "bauer", "baum", "berg", "born", "brink", "burger", "dorf", "feld", "fels", "garten",
    "hagen", "hammer", "haus", "heimer", "hofer", "holz", "huber", "kamp", "mann", "meier",
    "müller", "rath", "reuter", "schmidt", "stein", "thal", "wald", "wasser", "wirth",
)  # fmt: skip


def surnames() -> tuple[list[str], list[float]]:
    """All surnames and their weights, summed up as `random.choices` takes them."""
    regional = [str(one) for one in texts("names")["last"]["regional"]]
    rare = [head + end for head in _HEADS for end in _ENDS]
    rest = 1000.0 - REGIONAL - sum(weight for _, weight in COMMON)
    harmonic = sum(1 / (place + 30) for place in range(len(rare)))
    weights = [
        *(weight for _, weight in COMMON),
        *(REGIONAL / len(regional) for _ in regional),
        *(rest / harmonic / (place + 30) for place in range(len(rare))),
    ]
    return [*(name for name, _ in COMMON), *regional, *rare], list(accumulate(weights))


def first_names() -> list[list[tuple[str, str]]]:
    """By decade from 1940 to 2010: the first names usual then, with the stored salutation."""
    data = texts("names")
    return [
        [
            (str(name), salutation)
            for group, salutation in (("first_female", "ms"), ("first_male", "mr"))
            for name in data[group][str(decade)]
        ]
        for decade in range(1940, 2011, 10)
    ]
