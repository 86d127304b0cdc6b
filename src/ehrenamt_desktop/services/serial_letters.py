"""Letters to many: who gets one, and the list of addresses and greetings that Word needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.columns.base import Column
from ehrenamt_desktop.model.letters import (
    Addressee,
    Letter,
    LetterPlan,
    plan_bodies,
    plan_letters,
    same_address,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.services.exports import Exports
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads.addressees import addressees, bodies

TITLE = "Serienbrief-Liste"
COLUMNS: tuple[Column[Letter], ...] = (
    Column("form", "Anrede", lambda one: one.form, width=10),
    Column("name", "Name", lambda one: one.name, width=34),
    Column("street", "Straße", lambda one: one.street, width=28),
    Column("postcode", "PLZ", lambda one: one.postcode, width=8),
    Column("city", "Ort", lambda one: one.city, width=22),
    Column("greeting", "Briefanrede", lambda one: one.greeting, width=44),
    Column("numbers", "Nr.", lambda one: ", ".join(map(str, one.numbers)), width=10),
)
BODY_COLUMNS: tuple[Column[Letter], ...] = (
    *COLUMNS[1:2],
    Column("contact", "Ansprechperson", lambda one: one.contact, width=30),
    *COLUMNS[2:],
)
NOBODY = {
    "people": "Keine dieser Personen darf einen Serienbrief bekommen.",
    "initiatives": "Keine dieser Initiativen kann einen Serienbrief bekommen.",
}


class SerialLetters:
    """Use cases on letters to many people or initiatives."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(
        self, ids: Sequence[int], *, noun: str = "people", per_household: bool = False
    ) -> LetterPlan:
        """Who of these people or initiatives gets a letter, who none and why; sorted by PLZ."""
        if noun == "initiatives":
            with self._store.read() as connection:
                return plan_bodies(bodies(connection, ids))
        return plan_letters(self._people(ids), clock.today(), per_household=per_household)

    def letters(
        self, ids: Sequence[int], *, noun: str = "people", per_household: bool = False
    ) -> LetterPlan:
        """The same plan.

        Raises:
            DomainError: nobody gets a letter.
        """
        plan = self.plan(ids, noun=noun, per_household=per_household)
        if not plan.letters:
            raise DomainError(NOBODY[noun])
        return plan

    def households(
        self, ids: Sequence[int]
    ) -> tuple[list[tuple[Addressee, ...]], dict[tuple[int, str], list[Addressee]]]:
        """People of one address who could be joined, and the households there are."""
        people = self._people(ids)
        joined: dict[tuple[int, str], list[Addressee]] = {}
        for one in people:
            if one.household is not None:
                joined.setdefault(one.household, []).append(one)
        return same_address(people, clock.today()), joined

    def write_list(
        self,
        ids: Sequence[int],
        path: Path,
        *,
        noun: str = "people",
        per_household: bool = False,
        progress: Progress = QUIET,
    ) -> int:
        """Write the list as `.xlsx` or `.csv`; returns how many letters it holds.

        Raises:
            DomainError: nobody may get a letter, or the file has another ending.
            Cancelled: the user stopped; nothing is left behind.
            StoreUnavailable: the file cannot be written.
        """
        expect_suffix(path, ".xlsx", ".csv")
        plan = self.letters(ids, noun=noun, per_household=per_household)
        facts = {
            "Briefe": "einer je Haushalt" if per_household else "",
            "Nicht dabei": str(len(plan.refused) or ""),
        }
        return Exports(self._store).table(
            path,
            TITLE,
            BODY_COLUMNS if noun == "initiatives" else COLUMNS,
            plan.letters,
            facts,
            progress,
            len(plan.letters),
        )

    def _people(self, ids: Sequence[int]) -> list[Addressee]:
        with self._store.read() as connection:
            return addressees(connection, ids, clock.today().isoformat())
