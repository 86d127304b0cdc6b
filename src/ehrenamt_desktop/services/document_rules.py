"""The sentences by which papers are suggested, and where a paper is used."""

from __future__ import annotations

from collections.abc import Mapping

from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.enums import InitiativeType, Occupation, RuleField
from ehrenamt_desktop.model.hand_out import Rule, RuleRow, Used
from ehrenamt_desktop.model.records.document import DocumentRule, DocumentRuleDraft
from ehrenamt_desktop.model.rules.hand_out import asks, condition
from ehrenamt_desktop.services.drafts import validate
from ehrenamt_desktop.services.records import apply, expect, find
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import documents
from ehrenamt_desktop.store.reads import hand_out as reads

NO_AGE = "Bitte geben Sie ein Alter in Jahren ein, zum Beispiel 18."
NO_VALUE = "Bitte wählen Sie, womit verglichen wird."


class DocumentRules:
    """Use cases on rules."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self) -> tuple[RuleRow, ...]:
        """All rules, by the title of their paper; rules of papers put away are left out."""
        with self._store.read() as connection:
            titles = {cells[0]: cells[1] for cells in documents.titles(connection)}
            words, rules = reads.words(connection), reads.rules(connection)
        rows = [_row(one, titles[one.document_id], words) for one in rules
                if one.document_id in titles]  # fmt: skip
        return tuple(sorted(rows, key=lambda one: (one.title.casefold(), one.id)))

    def choices(self, field: RuleField) -> tuple[tuple[str, str], ...]:
        """What a condition can be compared with, as (stored value, words); () if with nothing."""
        if field is RuleField.OCCUPATION:
            return tuple((one.value, one.label) for one in Occupation)
        if field is RuleField.BODY_TYPE:
            return tuple((one.value, one.label) for one in InitiativeType)
        if field in (RuleField.TARGET_GROUP, RuleField.ACTIVITY):
            with self._store.read() as connection:
                return reads.terms(connection, field.value)
        return ()

    def save(
        self, values: Mapping[str, object], number: int | None = None, version: int | None = None
    ) -> int:
        """Enter a rule or change it; returns its number.

        Raises:
            InvalidDraft: a field is wrong, or what is compared with is missing.
            ConflictError: it was changed elsewhere in between.
            DomainError: it or its paper is gone.
        """
        draft = validate(DocumentRuleDraft, values)
        if not asks(draft.field):
            draft.value = ""
        elif draft.field is RuleField.UNDER_AGE:
            if not (draft.value.isdecimal() and 0 < int(draft.value) <= 120):
                raise InvalidDraft((FieldError("value", NO_AGE),))
        elif draft.value not in dict(self.choices(draft.field)):
            raise InvalidDraft((FieldError("value", NO_VALUE),))
        action = "Regel eingetragen" if number is None else "Regel geändert"
        with self._store.write(action) as unit:
            if number is None:
                rule = DocumentRule(**draft.model_dump())
                unit.add(rule)
                unit.flush()
                return int(rule.id or 0)
            rule = find(unit, DocumentRule, number)
            expect(rule, version)
            apply(rule, draft)
            return number

    def switch(self, number: int, *, on: bool) -> None:
        """Switch a rule on or off; a shipped one that is off stays off.

        Raises:
            DomainError: it is gone.
        """
        with self._store.write("Regel eingeschaltet" if on else "Regel ausgeschaltet") as unit:
            find(unit, DocumentRule, number).active = on

    def used(self, document: int) -> Used:
        """Where a paper is used: its rules in words, how often it was given, trainings."""
        with self._store.read() as connection:
            words, rules = reads.words(connection), reads.rules(connection)
            times, last, trainings = reads.used(connection, document)
        mine = [one for one in rules if one.document_id == document and one.active]
        said = tuple(
            f"{condition(one.field, one.value, words)}, weil: {one.reason}" for one in mine
        )
        return Used(said, times, last, trainings)


def _row(rule: Rule, title: str, words: Mapping[str, str]) -> RuleRow:
    return RuleRow(
        rule.id, rule.version, rule.document_id, title, rule.field, rule.value,
        condition(rule.field, rule.value, words), rule.reason, rule.active,
    )  # fmt: skip
