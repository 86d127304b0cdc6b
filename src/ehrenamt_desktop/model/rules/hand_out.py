"""Which papers somebody needs, and why (domain brief 4.3).

A rule is one sentence: if a fact holds, then the paper, because of a reason. What is not known is
told instead of guessed: such a paper is listed but not ticked. A paper of an authority is meant
only for its county.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ehrenamt_desktop.model.enums import InitiativeType, Occupation, PlacementState, RuleField
from ehrenamt_desktop.model.hand_out import Facts, Rule, Task
from ehrenamt_desktop.model.rules.age import Age

PUBLIC = (InitiativeType.MUNICIPALITY, InitiativeType.UNION, InitiativeType.COUNTY)
"""Bodies of the public: who works for them is bound to secrecy (domain brief 3.7)."""

UNDER_WAY = (PlacementState.PROPOSED, PlacementState.PASSED_ON, PlacementState.RUNNING)


class Ground(NamedTuple):
    """Why a paper is meant: the sentence, and whether what decides is known."""

    sentence: str
    sure: bool = True


def grounds(facts: Facts, rules: Iterable[Rule], county: str = "") -> tuple[Ground, ...]:
    """Why a paper is suggested, a sentence for each of its rules that holds.

    Args:
        facts: what is known.
        rules: those of the paper.
        county: of the authority whose form it is; "" for a paper that holds everywhere.
    """
    found = (ground(facts, rule) for rule in rules if rule.active and _local(facts, rule, county))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def ground(facts: Facts, rule: Rule) -> Ground | None:
    """Whether a rule holds, and in which words."""
    if rule.field is RuleField.UNDER_AGE:
        return _under_age(facts, rule)
    fact = _FACTS[rule.field](facts, rule.value)
    if fact is None:
        return None
    return Ground(f"{fact}: {rule.reason}" if fact else rule.reason)


def condition(field: RuleField, value: str, words: Mapping[str, str]) -> str:
    """A rule's condition in words: `wenn das Alter unter 18 Jahren liegt`.

    Args:
        field: what is asked.
        value: compared with.
        words: what codes of terms are called.
    """
    if field is RuleField.ALWAYS:
        return field.label
    said = value if field is RuleField.UNDER_AGE else _value_words(field, value, words)
    return "wenn " + field.label.replace("…", said)


def _value_words(field: RuleField, value: str, words: Mapping[str, str]) -> str:
    if field is RuleField.OCCUPATION and value in {one.value for one in Occupation}:
        return Occupation(value).label
    if field is RuleField.BODY_TYPE and value in {one.value for one in InitiativeType}:
        return f"„{InitiativeType(value).label}“"
    return f"„{words.get(value, value)}“" if value else "…"


def asks(field: RuleField) -> bool:
    """Whether a rule on this field needs a value."""
    return "…" in field.label


def _local(facts: Facts, rule: Rule, county: str) -> bool:
    """The county of the task decides; that of the home for the Ehrenamts-Card and without tasks."""
    if not county:
        return True
    tasks = {one.county for one in facts.tasks if one.county}
    if rule.field is RuleField.CARD_ELIGIBLE or not tasks:
        return county == facts.county
    return county in tasks


def _under_age(facts: Facts, rule: Rule) -> Ground | None:
    if facts.person_id is None or not rule.value.isdecimal():
        return None
    limit, age = int(rule.value), facts.age
    if not age.known:
        return Ground(
            f"Das Alter ist nicht bekannt. Falls unter {limit}: {rule.reason}", sure=False
        )
    if age.low is None or age.low >= limit:
        return None
    return Ground(f"{_years(age)}: {rule.reason}", sure=age.high is not None and age.high < limit)


def _years(age: Age) -> str:
    if age.low == age.high:
        return f"{age.low} Jahre alt"
    return f"{age.low} oder {age.high} Jahre alt"


def _tasks(asked: Callable[[Task, str], bool]) -> Callable[[Facts, str], str | None]:
    def fact(facts: Facts, value: str) -> str | None:
        found = [
            one.title
            for one in facts.tasks
            if one.state is not PlacementState.ENDED and asked(one, value)
        ]
        return _named(found)

    return fact


def _named(titles: list[str]) -> str | None:
    if not titles:
        return None
    first = f"„{titles[0]}“"
    return first if len(titles) == 1 else f"{first} und {len(titles) - 1} weitere"


def _placed(states: tuple[PlacementState, ...]) -> Callable[[Facts, str], str | None]:
    return lambda facts, _: _named([one.title for one in facts.tasks if one.state in states])


def _occupation(facts: Facts, value: str) -> str | None:
    found = facts.occupation
    return found.label.capitalize() if found is not None and found.value == value else None


def _body_type(facts: Facts, value: str) -> str | None:
    found = facts.body_type
    return found.label if found is not None and found.value == value else None


_FACTS: Mapping[RuleField, Callable[[Facts, str], str | None]] = {
    RuleField.ALWAYS: lambda *_: "",
    RuleField.NEEDS_CLEARANCE: _tasks(lambda task, _: task.clearance),
    RuleField.NEEDS_HYGIENE: _tasks(lambda task, _: task.hygiene),
    RuleField.NEEDS_SECRECY: _tasks(lambda task, _: task.secrecy),
    RuleField.PUBLIC_BODY: _tasks(lambda task, _: task.body_type in PUBLIC),
    RuleField.TARGET_GROUP: _tasks(lambda task, value: value in task.targets),
    RuleField.ACTIVITY: _tasks(lambda task, value: value in task.activities),
    RuleField.ALLOWANCE: _tasks(lambda task, _: task.allowance),
    RuleField.OCCUPATION: _occupation,
    RuleField.CARD_ELIGIBLE: lambda facts, _: "Ehrenamts-Card möglich" if facts.card else None,
    RuleField.BODY_TYPE: _body_type,
    RuleField.FOUNDING: lambda facts, _: "In Gründung" if facts.founding else None,
    RuleField.PLACED: _placed(UNDER_WAY),
    RuleField.ENDED: _placed((PlacementState.ENDED,)),
}
