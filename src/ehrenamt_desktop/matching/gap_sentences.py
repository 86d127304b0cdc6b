"""What keeps people and offers apart, in words: of one towards many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ehrenamt_desktop.matching import gate_sentences
from ehrenamt_desktop.matching.pairs import Pair
from ehrenamt_desktop.model.matches import Gate
from ehrenamt_desktop.model.text import count, number

_REFUSED = "falls doch infrage kommt: "


def verbs(gate: Gate, pair: Pair) -> tuple[str, str]:
    """What a gate of the offer says of one person and of several it keeps away.

    Args:
        gate: the gate.
        pair: the offer with one of the people.
    """
    return _VERBS[gate](pair)


def person_why(gate: Gate, pairs: Sequence[Pair], opens: int) -> str:
    """What would open most for a person.

    Args:
        gate: the gate that alone is in the way of these pairs.
        pairs: the person with such offers, some of them if there are many.
        opens: how many such offers there are.
    """
    return f"{gate.label}: {_OPENS.get(gate, _by_opening)(gate, pairs, opens)}"


def several_why(gate: Gate, amount: int, offers: int) -> str:
    """Why nothing would open anything: each offer is kept away by several gates."""
    often = f"{amount} von {count(offers, 'Angebot', 'Angeboten')}"
    return f"Überall fehlt mehreres, am häufigsten {gate.label} ({often})"


def _time(pair: Pair) -> tuple[str, str]:
    when = gate_sentences.opening(Gate.TIME, pair).replace("an einem ", "am ")
    when = when.replace("zu diesen Zeiten: ", "zu den Zeiten des Angebots: ")
    return f"kann nicht {when}", f"können nicht {when}"


def _age(pair: Pair) -> tuple[str, str]:
    limits = gate_sentences.age_limits(pair.offer.min_age, pair.offer.max_age)
    return f"ist nicht im gesuchten Alter ({limits})", f"sind nicht im gesuchten Alter ({limits})"


def _proof(pair: Pair) -> tuple[str, str]:
    words = pair.labels(pair.needed_proofs())
    return f"fehlt ein gültiger Nachweis ({words})", f"fehlt ein gültiger Nachweis ({words})"


def _distance(pair: Pair) -> tuple[str, str]:
    place = pair.offer.place
    where = f"von {place.name}" if place is not None else ""
    return f"wohnt zu weit weg {where}".strip(), f"wohnen zu weit weg {where}".strip()


_VERBS: Mapping[Gate, Callable[[Pair], tuple[str, str]]] = {
    Gate.OPEN: lambda _: ("findet es nicht mehr offen", "finden es nicht mehr offen"),
    Gate.FREE_PLACE: lambda _: ("findet keinen freien Platz", "finden keinen freien Platz"),
    Gate.PERSON: lambda _: ("sucht zurzeit nicht", "suchen zurzeit nicht"),
    Gate.AGE: _age,
    Gate.YOUTH: lambda _: (
        "darf zu diesen Zeiten noch nicht",
        "dürfen zu diesen Zeiten noch nicht",
    ),
    Gate.PROOF: _proof,
    Gate.TIME: _time,
    Gate.DISTANCE: _distance,
    Gate.UNWANTED: lambda _: ("möchte so etwas nicht", "möchten so etwas nicht"),
}


def _by_opening(gate: Gate, pairs: Sequence[Pair], opens: int) -> str:  # noqa: ARG001
    """`an einem Mittwoch würden 3 Angebote passen`."""
    found = Counter(gate_sentences.opening(gate, pair) for pair in pairs)
    opening, amount = min(found.items(), key=lambda one: (-one[1], one[0]))
    return f"{opening} {_would(amount)} passen"


def _unwanted(gate: Gate, pairs: Sequence[Pair], opens: int) -> str:
    words = _by_opening(gate, pairs, opens)
    what, _, rest = words.removeprefix(_REFUSED).rpartition(" würde")
    return f"kommt „{what}“ doch infrage, würde{rest}"


def _far(_: Gate, pairs: Sequence[Pair], opens: int) -> str:
    near = min(pairs, key=lambda pair: pair.km)
    limit = "" if near.limit is None else f", Grenze {number(near.limit)} km"
    nearest = f"{number(near.km)} km{limit}"
    if opens == 1:
        return f"1 Angebot würde passen, liegt aber zu weit weg ({nearest})"
    return f"{opens} Angebote würden passen, liegen aber zu weit weg (das nächste {nearest})"


def _old(_: Gate, __: Sequence[Pair], opens: int) -> str:
    has = "hat" if opens == 1 else "haben"
    return f"{_fitting(opens)}, {has} aber eine andere Altersgrenze"


def _young(_: Gate, __: Sequence[Pair], opens: int) -> str:
    has = "hat" if opens == 1 else "haben"
    return f"{_fitting(opens)}, {has} aber Zeiten, die für Jugendliche nicht erlaubt sind"


def _fitting(amount: int) -> str:
    return f"{count(amount, 'Angebot würde', 'Angebote würden')} passen"


def _would(amount: int) -> str:
    return f"{'würde' if amount == 1 else 'würden'} {count(amount, 'Angebot', 'Angebote')}"


_OPENS: Mapping[Gate, Callable[[Gate, Sequence[Pair], int], str]] = {
    Gate.DISTANCE: _far,
    Gate.AGE: _old,
    Gate.YOUTH: _young,
    Gate.UNWANTED: _unwanted,
}
