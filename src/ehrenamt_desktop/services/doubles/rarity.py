"""How much an agreement says: much if few people share it, little if many do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2

from ehrenamt_desktop.model import likeness
from ehrenamt_desktop.services.doubles.sketch import Sketch

SMOOTH = 400
"""People that are thought to stand beside those of the store, so that a small office, where every
name is rare, does not take rarity for proof."""


HOUSEHOLD = 5
"""Records that share a number or a house without it being a home or an office."""


class Rarity:
    """Counts over all people of a store; figures are bits, the logarithm of one in how many."""

    def __init__(self, people: Iterable[Sketch] = ()) -> None:
        self._lasts: Counter[str] = Counter()
        self._firsts: Counter[str] = Counter()
        self._contacts: Counter[str] = Counter()
        self._towns: Counter[str] = Counter()
        self.people = 0
        for one in people:
            self.people += 1
            self._lasts.update({_key(word) for word in one.last})
            self._firsts.update({_key(word) for word in one.first})
            self._towns.update({one.town, str(one.place)})
            self._contacts.update({*one.mobiles, *one.landlines, one.mail, _address(one)})

    @classmethod
    def counted(cls, people: int, lasts: Mapping[str, int], firsts: Mapping[str, int]) -> Rarity:
        """Rarity where only the bearers of a few folded words were counted."""
        made = cls()
        made.people = people
        made._lasts.update({_key(word): bearers for word, bearers in lasts.items()})
        made._firsts.update({_key(word): bearers for word, bearers in firsts.items()})
        return made

    @property
    def prior(self) -> float:
        """Bits against any two people being one.

        Every tenth is taken for entered twice; a small store is thought of as one of a thousand.
        """
        return log2(max(self.people, 1_000) * 10)

    def last(self, a: tuple[str, ...], b: tuple[str, ...]) -> float:
        """Bits of two alike surnames: those of the rarest word."""
        return self._rarest(self._lasts, a, b, 11.0)

    def first(self, a: tuple[str, ...], b: tuple[str, ...]) -> float:
        """Bits of two alike first names."""
        return self._rarest(self._firsts, a, b, 8.0)

    def contact(self, value: str, most: float) -> float:
        """Bits of a shared number or address, fewer where more than a household shares it."""
        return max(0.0, most - 1.5 * log2(max(1.0, self._contacts[value] / HOUSEHOLD)))

    def town(self, name: str) -> float:
        """Bits of living in the same village or town."""
        return min(5.0, log2((self.people + SMOOTH) / (self._towns[name] + SMOOTH / 20)))

    def house(self, one: Sketch, most: float) -> float:
        """Bits of a shared street and house number, fewer in a home of many."""
        return self.contact(_address(one), most)

    def _rarest(
        self, counts: Counter[str], a: tuple[str, ...], b: tuple[str, ...], most: float
    ) -> float:
        shared = {_key(word) for word in a} & {_key(word) for word in b}
        words = shared or {_key(word) for word in (*a, *b)}
        rule = max if not shared else min
        count = rule((counts[word] for word in words), default=1)
        return min(most, log2((self.people + SMOOTH) / (count + 1)))


def _key(word: str) -> str:
    return likeness.sound(likeness.bare(word))


def _address(one: Sketch) -> str:
    return f"{one.street} {one.house} {one.postcode}" if one.house else ""
