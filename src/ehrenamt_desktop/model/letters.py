"""Letters to many: who gets one, who does not and why, and who shares one with a household.

Letters stand in the order of their postcodes, so that a run lies as the post wants it and labels
printed later lie beside them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ehrenamt_desktop.model.enums import InitiativeStatus, LegalBasis, PersonStatus, Salutation
from ehrenamt_desktop.model.rules.age import age
from ehrenamt_desktop.model.rules.restriction import LEFT_OUT
from ehrenamt_desktop.model.rules.salutation import address_line, full_name, greeting, polite_name
from ehrenamt_desktop.model.text import fold

ARCHIVED = "Liegt im Archiv."
OPEN = "Die Rechtsgrundlage ist noch offen."
NO_CONSENT = "Die Einwilligung für Serienbriefe fehlt."
NO_GUARDIAN = (
    "Kann minderjährig sein: Es fehlt die Einwilligung der Sorgeberechtigten für Serienbriefe."
)
NO_ADDRESS = "Die Anschrift ist nicht vollständig."


class Addressee(NamedTuple):
    """A person as far as letters need it.

    Attributes:
        id: the person's number.
        salutation: see `Salutation`.
        title: as `Dr.`.
        first_name: may be empty.
        last_name: the surname.
        street: with the number of the house.
        postcode: five digits.
        city: the place in the address.
        birth: date and year of birth.
        status: of the person.
        basis: on which ground the data is kept.
        agreed: whether the person agreed to such letters.
        guardian: whether a guardian did.
        restricted: whether the data may only be kept.
        household: number and name of the household, if there is one.
    """

    id: int
    salutation: Salutation | None
    title: str
    first_name: str
    last_name: str
    street: str
    postcode: str
    city: str
    birth: tuple[dt.date | None, int | None]
    status: PersonStatus
    basis: LegalBasis
    agreed: bool
    guardian: bool
    restricted: bool = False
    household: tuple[int, str] | None = None

    @property
    def name(self) -> str:
        """`Dr. Marion Dietzel`."""
        return full_name(self.title, self.first_name, self.last_name)

    @property
    def address(self) -> tuple[str, str, str]:
        """What two people of a household share; empty parts tell nothing."""
        return fold(self.street), self.postcode.strip(), fold(self.city)

    def may_be_minor(self, as_of: dt.date) -> bool:
        """Whether the person can be under 18."""
        return age(*self.birth, as_of).may_be_minor


class Body(NamedTuple):
    """An initiative as far as letters need it; the contact as salutation, title, names."""

    id: int
    name: str
    street: str
    postcode: str
    city: str
    status: InitiativeStatus
    contact: tuple[Salutation | None, str, str, str]


class Letter(NamedTuple):
    """One letter: its address, its greeting and the records it goes to.

    `form` is the line above a person's name, `contact` the one below that of an initiative.
    """

    form: str
    name: str
    street: str
    postcode: str
    city: str
    greeting: str
    numbers: tuple[int, ...]
    polite_name: str = ""
    contact: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The address field from the top, without empty lines."""
        place = f"{self.postcode} {self.city}".strip()
        found = (self.form, self.name, self.contact, self.street, place)
        return tuple(line for line in found if line)


class LetterPlan(NamedTuple):
    """The letters of a list, and who gets none with the reason (number, name, sentence)."""

    letters: tuple[Letter, ...]
    refused: tuple[tuple[int, str, str], ...]

    @property
    def reasons(self) -> str:
        """How many get none for each reason: `60 × Die Rechtsgrundlage ist noch offen · …`."""
        return reasons_of(self.refused)


def reasons_of(refused: Sequence[tuple[int, str, str]]) -> str:
    """How often each reason stands in a list of the refused, the most frequent first."""
    counted = Counter(reason for _, _, reason in refused).most_common()
    return " · ".join(f"{amount} × {reason.rstrip('.')}" for reason, amount in counted)


def letter_refusal(person: Addressee, as_of: dt.date) -> str:
    """Why somebody gets no letter, as a sentence; empty if one may be sent.

    A minor needs the guardian's consent to such letters, whatever the ground; an adult the own,
    unless the data is kept for a public task.
    """
    if person.status is PersonStatus.ENDED:
        return ARCHIVED
    if person.restricted:
        return LEFT_OUT
    if person.basis is LegalBasis.OPEN:
        return OPEN
    if person.may_be_minor(as_of):
        if not person.guardian:
            return NO_GUARDIAN
    elif not person.agreed and person.basis is not LegalBasis.PUBLIC_TASK:
        return NO_CONSENT
    return "" if all(person.address) else NO_ADDRESS


def household_refusal(people: Sequence[Addressee], as_of: dt.date) -> str:
    """Why these people cannot be one household; empty if they can."""
    if len(people) < 2:
        return "Ein Haushalt hat mindestens zwei Personen."
    if any(one.may_be_minor(as_of) for one in people):
        return "Wer minderjährig ist oder sein kann, bekommt immer einen eigenen Brief."
    if any(one.household is not None for one in people):
        return "Eine dieser Personen gehört schon zu einem Haushalt. Bitte trennen Sie ihn zuerst."
    if len({one.address for one in people}) > 1 or not all(people[0].address):
        return "Diese Personen haben nicht dieselbe Anschrift."
    return ""


def household_name(people: Sequence[Addressee]) -> str:
    """`Marion und Horst Dietzel`, or `Marion Dietzel und Horst Gliem`."""
    if len({fold(one.last_name) for one in people}) == 1 and all(one.first_name for one in people):
        firsts = [full_name(one.title, one.first_name, "") for one in people]
        return f"{_and(firsts)} {people[0].last_name}"
    return _and([one.name for one in people])


def same_address(people: Iterable[Addressee], as_of: dt.date) -> list[tuple[Addressee, ...]]:
    """Adults of one address who are in no household yet: what can be proposed."""
    groups: dict[tuple[str, str, str], list[Addressee]] = {}
    for one in people:
        if one.household is None and all(one.address) and not one.may_be_minor(as_of):
            groups.setdefault(one.address, []).append(one)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def plan_letters(
    people: Sequence[Addressee], as_of: dt.date, *, per_household: bool = False
) -> LetterPlan:
    """One letter for each person, or for each household whose people still live together."""
    refused = [(one, letter_refusal(one, as_of)) for one in people]
    allowed = [one for one, reason in refused if not reason]
    groups: dict[object, list[Addressee]] = {}
    for one in allowed:
        shared = per_household and one.household is not None and not one.may_be_minor(as_of)
        groups.setdefault((one.household, one.address) if shared else one.id, []).append(one)
    return LetterPlan(
        tuple(sorted((_letter(group) for group in groups.values()), key=_by_post)),
        tuple((one.id, one.name, reason) for one, reason in refused if reason),
    )


def plan_bodies(bodies: Sequence[Body]) -> LetterPlan:
    """One letter for each initiative, in care of its first contact person."""
    refused = [(one, _body_refusal(one)) for one in bodies]
    letters = (_body_letter(one) for one, reason in refused if not reason)
    return LetterPlan(
        tuple(sorted(letters, key=_by_post)),
        tuple((one.id, one.name, reason) for one, reason in refused if reason),
    )


def _by_post(letter: Letter) -> tuple[str, str, str, str, tuple[int, ...]]:
    where = (letter.postcode.strip(), fold(letter.city), fold(letter.street))
    return (*where, fold(letter.name), letter.numbers)


def _body_refusal(body: Body) -> str:
    if body.status is InitiativeStatus.ENDED:
        return ARCHIVED
    there = fold(body.name) and fold(body.street) and body.postcode.strip() and fold(body.city)
    return "" if there else NO_ADDRESS


def _body_letter(body: Body) -> Letter:
    salutation, title, first, last = body.contact
    person = full_name(title, first, last)
    line = " ".join(part for part in (address_line(salutation), person) if part)
    return Letter(
        "", body.name, body.street, body.postcode, body.city,
        greeting(salutation, title, first, last), (body.id,),
        polite_name(salutation, title, first, last), line if person else "",
    )  # fmt: skip


def _letter(group: Sequence[Addressee]) -> Letter:
    first, numbers = group[0], tuple(one.id for one in group)
    where = (first.street, first.postcode, first.city)
    if len(group) == 1:
        hello = greeting(first.salutation, first.title, first.first_name, first.last_name)
        polite = polite_name(first.salutation, first.title, first.first_name, first.last_name)
        return Letter(address_line(first.salutation), first.name, *where, hello, numbers, polite)
    name = first.household[1] if first.household is not None else household_name(group)
    return Letter("", name, *where, _greetings(group), numbers, name)


def _greetings(group: Sequence[Addressee]) -> str:
    """`Sehr geehrte Frau Dietzel, sehr geehrter Herr Gliem`; names where one is not known."""
    if any(one.salutation not in (Salutation.MS, Salutation.MR) for one in group):
        return f"Guten Tag {_and([one.name for one in group])}"
    each = [greeting(one.salutation, one.title, one.first_name, one.last_name) for one in group]
    return ", ".join([each[0], *(one[0].lower() + one[1:] for one in each[1:])])


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} und {words[-1]}"
