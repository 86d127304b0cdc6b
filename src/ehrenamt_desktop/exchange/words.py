"""The office's own words: terms and places found by what foreign lists call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ehrenamt_desktop.model.enums import Level, TermKind
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.model.rules.distance import kilometres
from ehrenamt_desktop.model.text import fold

NEAREST_KM = 10.0
"""Farther from every known place than this, coordinates name none of them."""

_MEMO = 10_000  # cells remembered: long lists repeat themselves
_PIECES = re.compile(r"[;|\n\r]+")
_SMALLER = re.compile(r",|/|\+|&|\bund\b|\band\b")
_LEVELLED = re.compile(r"(.+?)\s*[(:]\s*([^():]+?)\s*\)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a cell, with how well it is known."""

    term_id: int
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Terms and places by folded name; build it with `gather`."""

    terms: Mapping[TermKind, Mapping[str, int]]
    labels: Mapping[int, str]
    places: tuple[PlaceRow, ...]
    place_names: Mapping[str, tuple[PlaceRow, ...]] = field(default_factory=dict)
    memo: dict[tuple[TermKind, str], tuple[list[Found], list[str]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def find_terms(self, kind: TermKind, text: str) -> tuple[list[Found], list[str]]:
        """The terms a cell names, and the words in it that name none."""
        known = self.memo.get((kind, text))
        if known is None:
            known = self._search(kind, text)
            if len(self.memo) < _MEMO:
                self.memo[kind, text] = known
        return list(known[0]), list(known[1])

    def _search(self, kind: TermKind, text: str) -> tuple[list[Found], list[str]]:
        found: dict[int, Found] = {}
        unknown: list[str] = []
        for piece in _PIECES.split(text):
            hits, missed = self._piece(kind, piece.strip())
            found.update({one.term_id: one for one in hits if one.term_id not in found})
            unknown += missed
        return list(found.values()), unknown

    def _piece(self, kind: TermKind, piece: str) -> tuple[list[Found], list[str]]:
        if not fold(piece):
            return [], []
        whole = self._term(kind, piece)
        if whole:
            return [whole], []
        smaller = [part.strip() for part in _SMALLER.split(piece) if fold(part)]
        if len(smaller) < 2:
            return [], [piece]
        hits = [(part, self._term(kind, part)) for part in smaller]
        if not any(hit for _, hit in hits):
            return [], [piece]
        return [hit for _, hit in hits if hit], [part for part, hit in hits if not hit]

    def _term(self, kind: TermKind, text: str) -> Found | None:
        names = self.terms.get(kind, {})
        number = names.get(fold(text))
        if number is not None:
            return Found(number)
        match = _LEVELLED.fullmatch(text)
        level = Level.parse(match[2]) if match else None
        if match is None or level is None:
            return None
        number = names.get(fold(match[1]))
        return Found(number, level) if number is not None else None

    def term_label(self, one: Found) -> str:
        """How an export names a term so that an import finds it again."""
        label = self.labels.get(one.term_id, "")
        return f"{label} ({one.level.label})" if one.level else label

    def find_place(self, text: str, *, postcode: str = "", city: str = "") -> PlaceRow | None:
        """The one place that fits a name; postcode and city part places of the same name."""
        fitting = self.place_names.get(fold(text), ())
        if len(fitting) > 1 and city:
            fitting = tuple(p for p in fitting if fold(p.municipality) == fold(city)) or fitting
        if len(fitting) > 1 and postcode:
            fitting = tuple(p for p in fitting if p.postal_code == postcode) or fitting
        return fitting[0] if len(fitting) == 1 else None

    def find_by_address(self, postcode: str, city: str) -> PlaceRow | None:
        """The place of an address without Ortsteil: only where postcode and city agree."""
        found = self.find_place(city, postcode=postcode)
        if found is None or (postcode and found.postal_code and found.postal_code != postcode):
            return None
        return found

    def nearest(self, lat: float, lon: float) -> PlaceRow | None:
        """The nearest place within `NEAREST_KM` of a point (degrees)."""
        measured = [
            (kilometres(lat, lon, place.lat, place.lon), place.id, place)
            for place in self.places
            if place.lat is not None and place.lon is not None
        ]
        best = min(measured, default=None)
        return best[2] if best and best[0] <= NEAREST_KM else None


def gather(terms: Iterable[TermRow], places: Iterable[PlaceRow]) -> Words:
    """Index terms by label, code and synonym, and places by name.

    A word that two terms of a kind share belongs to the one whose label it is, then to the first.
    """
    every = tuple(terms)
    by_kind: dict[TermKind, dict[str, int]] = {}
    for rank in (_labels, _codes, _synonyms):
        for term in every:
            names = by_kind.setdefault(term.kind, {})
            for name in rank(term):
                if name:
                    names.setdefault(name, term.id)
    kept = tuple(places)
    return Words(
        dict(by_kind),
        {term.id: _written(term, by_kind[term.kind]) for term in every},
        kept,
        _place_names(kept),
    )


def _labels(term: TermRow) -> list[str]:
    return [fold(term.label)]


def _codes(term: TermRow) -> list[str]:
    return [fold(term.code)]


def _synonyms(term: TermRow) -> list[str]:
    return [fold(one) for one in term.synonyms]


def _written(term: TermRow, names: Mapping[str, int]) -> str:
    """The label where it leads back to the term, else the code."""
    safe = not _PIECES.search(term.label) and names.get(fold(term.label)) == term.id
    return term.label if safe else term.code


def _place_names(places: tuple[PlaceRow, ...]) -> dict[str, tuple[PlaceRow, ...]]:
    """By label and name; the bare name of a municipality is its seat."""
    names: dict[str, list[PlaceRow]] = {}
    for place in places:
        keys = {fold(place.label), fold(place.name), fold(f"{place.name} {place.municipality}"),
                fold(f"{place.municipality} {place.name}")}  # fmt: skip
        for key in keys:
            names.setdefault(key, []).append(place)
    labels = Counter(fold(place.label) for place in places)
    for place in places:
        if labels[fold(place.label)] == 1:
            names[fold(place.label)] = [place]
    return {key: tuple(found) for key, found in names.items()}
