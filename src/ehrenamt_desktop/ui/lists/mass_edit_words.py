"""The words of "Viele ändern": what is changed, what stays, and how it went."""

from __future__ import annotations

from collections.abc import Sequence

from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.mass import ADD_WISH, REMOVE_WISH, MassPlan, MassReport, MassRow
from ehrenamt_desktop.model.text import count
from ehrenamt_desktop.ui.lists.plan_words import Line

NOUNS = {
    "people": ("Person", "Personen"),
    "initiatives": ("Initiative", "Initiativen"),
    "offers": ("Angebot", "Angebote"),
}
HEADINGS = ("Nr.", "Ergebnis", "Was geschieht")


def amount(noun: str, number: int) -> str:
    """`23 Personen`."""
    return count(number, *NOUNS[noun])


def counts_words(plan: MassPlan) -> str:
    """`21 werden geändert, 1 ist schon so, 1 bleibt, wie es ist`; they add up."""
    parts = [f"{len(plan.changed)} {_verb(len(plan.changed), 'wird', 'werden')} geändert"]
    if plan.same:
        parts.append(f"{len(plan.same)} {_verb(len(plan.same), 'ist', 'sind')} schon so")
    if plan.refused:
        parts.append(
            f"{len(plan.refused)} {_verb(len(plan.refused), 'bleibt', 'bleiben')} außen vor"
        )
    return ", ".join(parts)


def run_words(plan: MassPlan | None) -> str:
    """What the button says."""
    if plan is None or not plan.changed:
        return "Ändern"
    return f"{amount(plan.noun, len(plan.changed))} ändern"


def lines(plan: MassPlan, rows: Sequence[MassRow], *, masked: bool) -> list[Line]:
    """A line for each record; while names are blanked, its number has to do."""
    return [_line(plan, row, masked=masked) for row in rows]


def done_words(plan: MassPlan, report: MassReport) -> str:
    """`21 Personen geändert.`, and what had moved on."""
    said = f"{amount(plan.noun, report.changed)} geändert."
    if not report.stale:
        return said
    verb = _verb(len(report.stale), "war", "waren")
    return f"{said} {len(report.stale)} {verb} inzwischen an anderer Stelle geändert und blieb" + (
        "." if len(report.stale) == 1 else "en."
    )


def _line(plan: MassPlan, row: MassRow, *, masked: bool) -> Line:
    name = "" if masked and plan.noun == "people" else f"{row.name}: "
    if row.refusal:
        return Line((str(row.id), "bleibt", f"{name}{row.refusal}"), Tone.LATE)
    if row.same:
        return Line(
            (str(row.id), "schon so", f"{name}{row.before or 'nicht gewünscht'}"), Tone.SOFT
        )
    return Line((str(row.id), "wird geändert", f"{name}{_deed(plan, row)}"), Tone.GOOD)


def _deed(plan: MassPlan, row: MassRow) -> str:
    if plan.key == ADD_WISH:
        return f"„{plan.words}“ kommt hinzu"
    if plan.key == REMOVE_WISH:
        return f"„{plan.words}“ fällt weg"
    return f"{row.before} → {plan.words}"


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
