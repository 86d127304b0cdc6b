"""The fields of a certificate: which ones a kind has, and words to and from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ehrenamt_desktop.model.certificates import Activity, Certificate, Proposal
from ehrenamt_desktop.model.enums import CertificateKind, TermKind
from ehrenamt_desktop.model.rows import TermRow, TermValue
from ehrenamt_desktop.ui.kit.field_specs import FieldGroup, FieldKind, FieldSpec

PERSON, SAID = "Person", "Außerdem"
SKILLS = (TermKind.SKILL, TermKind.LANGUAGE)
ESTIMATE = "Was nicht aufgezeichnet ist, bleibt als geschätzt gekennzeichnet."


def specs(said: Certificate) -> tuple[FieldSpec, ...]:
    """The fields of its kind, those of each engagement under their own heading."""
    return (*_person(said.kind), *_engagements(said), *_more(said.kind))


def groups(said: Certificate) -> tuple[FieldGroup, ...]:
    """The headings, in order."""
    names = [PERSON, *(_heading(said, one) for one in said.activities), SAID]
    return tuple(FieldGroup(name) for name in names)


def values(said: Certificate) -> dict[str, object]:
    """What the fields show at first."""
    found: dict[str, object] = {
        key: getattr(said, key) for key in ("name", "born", "address", "school", "words", "signer")
    }
    found |= {"proofs": "\n".join(said.proofs), "rules": "\n".join(said.rules)}
    for one in said.activities:
        for key, text in one._asdict().items():
            found[f"{key}.{one.placement_id}"] = text
    return found


def skills(proposal: Proposal, terms: Sequence[TermRow]) -> Iterator[TermValue]:
    """The competences that are proposed, as the field for terms takes them."""
    known = {one.id: one for one in terms}
    for number in proposal.skills:
        if number in known:
            yield TermValue(number, known[number].kind, known[number].label, "has")


def said_of(
    proposed: Certificate, entered: Mapping[str, Any], terms: Sequence[TermRow]
) -> Certificate:
    """The certificate with the words of the fields."""
    labels = {one.id: one.label for one in terms}
    chosen = [labels[one["term_id"]] for one in entered.get("terms", ())]
    plain: dict[str, Any] = {
        key: str(entered[key] or "") for key in ("name", "born", "address", "school", "words",
                                                 "signer") if key in entered
    }  # fmt: skip
    for key in ("proofs", "rules"):
        if key in entered:
            lines = str(entered[key] or "").splitlines()
            plain[key] = tuple(line for line in lines if line.strip())
    if "terms" in entered:
        plain["competences"] = tuple(chosen)
    activities = tuple(_entered(one, entered) for one in proposed.activities)
    return proposed._replace(**plain, activities=activities)


def _entered(one: Activity, entered: Mapping[str, Any]) -> Activity:
    fields: dict[str, Any] = {}
    for key in one._fields:
        name = f"{key}.{one.placement_id}"
        if name in entered:
            fields[key] = str(entered[name] or "")
    return one._replace(**fields)


def _person(kind: CertificateKind) -> Iterator[FieldSpec]:
    yield FieldSpec("name", "Name", group=PERSON, wide=True)
    if kind is CertificateKind.THANKS:
        return
    yield FieldSpec("born", "Geboren am", group=PERSON)
    if kind is CertificateKind.AUTHORITY:
        yield FieldSpec("address", "Anschrift", group=PERSON, wide=True)
    if kind is CertificateKind.SCHOOL:
        yield FieldSpec("school", "Schule und Klasse", group=PERSON)


def _engagements(said: Certificate) -> Iterator[FieldSpec]:
    """The fields of each engagement; with several, each name carries its number."""
    thanks, authority = said.kind is CertificateKind.THANKS, said.kind is CertificateKind.AUTHORITY
    for place, one in enumerate(said.activities, start=1):
        group, end = _heading(said, one), f".{one.placement_id}"
        mark = f" {place}" if len(said.activities) > 1 else ""
        yield FieldSpec(f"title{end}", f"Tätigkeit{mark}", group=group, wide=True)
        yield FieldSpec(f"body{end}", f"Einsatzstelle{mark}", group=group)
        yield FieldSpec(f"period{end}", f"Zeitraum{mark}", group=group)
        if thanks:
            continue
        yield FieldSpec(f"extent{end}", f"Umfang{mark}", group=group, wide=True, hint=ESTIMATE)
        if authority:
            yield FieldSpec(f"times{end}", f"Zeiten{mark}", group=group)
            yield FieldSpec(f"payment{end}", f"Vergütung{mark}", group=group)
        yield FieldSpec(f"tasks{end}", f"Aufgaben{mark}", FieldKind.BLOCK, group=group, wide=True)


def _more(kind: CertificateKind) -> Iterator[FieldSpec]:
    if kind is CertificateKind.COMPETENCE:
        yield FieldSpec("terms", "Kompetenzen", FieldKind.TERMS, group=SAID, wide=True,
                        term_kinds=SKILLS, relation="has")  # fmt: skip
        yield FieldSpec("proofs", "Fortbildungen und Nachweise", FieldKind.BLOCK, group=SAID,
                        wide=True, hint="Je Zeile eine.")  # fmt: skip
    if kind is CertificateKind.AUTHORITY:
        yield FieldSpec("rules", "Zur Einordnung", FieldKind.BLOCK, group=SAID, wide=True,
                        hint="Nur belegte Angaben mit ihrem Stand.")  # fmt: skip
    name = "Dankesworte" if kind is CertificateKind.THANKS else "Weitere Worte"
    yield FieldSpec("words", name, FieldKind.BLOCK, group=SAID, wide=True)
    yield FieldSpec("signer", "Unterschrift", group=SAID)


def _heading(said: Certificate, one: Activity) -> str:
    if len(said.activities) == 1:
        return "Engagement"
    return f"Engagement {said.activities.index(one) + 1}"
