"""A person in words: the line under the name, the badges, the facts of the overview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ehrenamt_desktop.model import text
from ehrenamt_desktop.model.columns.base import Tone
from ehrenamt_desktop.model.columns.people import PERSON_COLUMNS
from ehrenamt_desktop.model.enums import (
    Channel,
    Commitment,
    Labelled,
    Occupation,
    Rhythm,
    TermKind,
    TermRelation,
)
from ehrenamt_desktop.model.rows import CredentialRow, PersonDetail, TermValue
from ehrenamt_desktop.model.rules import time_grid
from ehrenamt_desktop.model.rules.proofs import expired, runs_out
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.ui.record.head import Mark

MAY = Mark("Darf weitergegeben werden", Tone.GOOD, "check")
MAY_NOT = Mark("Noch nicht weitergeben", Tone.SOON, "warning")
_STAGE = next(one for one in PERSON_COLUMNS if one.key == "stage")
_WISH, _NO, _HAS = (one.value for one in (TermRelation.WISH, TermRelation.NO, TermRelation.HAS))
_WANTED = (TermKind.AREA, TermKind.ACTIVITY, TermKind.TARGET_GROUP)
_CAN = (TermKind.ACTIVITY, TermKind.SKILL, TermKind.LANGUAGE)
TIMES = "Zeiten"
_VOLUME = (
    "hours_per_week", "rhythm", "commitment", "available_from", "available_until", "max_km",
)  # fmt: skip
_PLAIN = (
    ("Engagement", "prior_engagement", False), ("Einsatzorte", "wanted_places", False),
    ("Barrierefreiheit", "access_needs", True), ("Ergebnis", "outcome", True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the overview.

    Attributes:
        key: German name.
        text: the words; empty for nothing known.
        fields: names of the form's fields it is made of.
        private: blanked by Sichtschutz.
        asked: whether the line stands there even when nothing is known.
    """

    key: str
    text: str
    fields: tuple[str, ...]
    private: bool = False
    asked: bool = False


_TOGETHER = str.maketrans({"-": "\N{NON-BREAKING HYPHEN}", " ": "\N{NO-BREAK SPACE}"})
"""A county stays on one line."""


def name_of(detail: PersonDetail) -> str:
    """`Dr. Marion Dietzel`."""
    return full_name(str(detail.values["title"] or ""), detail.row.first_name, detail.row.last_name)


def second_line(detail: PersonDetail) -> str:
    """`Nr. 87 · Wichmannshausen (Sontra), Werra-Meißner-Kreis`."""
    place = detail.place
    parts = (place.label, place.county.translate(_TOGETHER)) if place else ()
    where = ", ".join(part for part in parts if part)
    return joined([f"Nr. {detail.id}", where or str(detail.values["city"] or "")])


def marks(detail: PersonDetail, today: dt.date) -> list[Mark]:
    """Status, whether the contact may be passed on, proofs that run out, a rest."""
    tone = _STAGE.tone(detail.row) if _STAGE.tone else Tone.PLAIN
    found = [Mark(_STAGE.text(detail.row), tone)]
    found.append(MAY if detail.handover_refusal is None else MAY_NOT)
    found.extend(proof_marks(detail.credentials, today))
    rest = detail.values["rests_until"]
    if isinstance(rest, dt.date) and rest > today:
        found.append(Mark(f"Ruht bis {text.day(rest)}", Tone.SOFT, "clock"))
    return found


def proof_marks(proofs: Sequence[CredentialRow], today: dt.date) -> list[Mark]:
    """The proofs that have run out or do so soon."""
    found = []
    for proof in proofs:
        day = text.day(proof.valid_until)
        if proof.held and expired(proof.valid_until, today):
            found.append(Mark(f"{proof.label} am {day} abgelaufen", Tone.LATE, "warning"))
        elif proof.held and runs_out(proof.valid_until, today):
            found.append(Mark(f"{proof.label} läuft am {day} ab", Tone.SOON, "warning"))
    return found


def facts(detail: PersonDetail) -> list[Fact]:
    """What is wanted at every call; what is not known is left out by the view."""
    values, terms = detail.values, detail.terms
    knows = joined([listed(terms, _HAS, _CAN), *_proofs(detail.credentials)])
    return [
        *_contact(values),
        Fact("Interessen", listed(terms, _WISH, _WANTED), ("terms.wish.area",), asked=True),
        Fact("Möchte nicht", listed(terms, _NO, tuple(TermKind)), ("terms.no.area",)),
        Fact("Kenntnisse", knows, ("terms.has.skill", "terms.has.language")),
        Fact("Umfang", volume(values), _VOLUME, asked=True),
        Fact(TIMES, _times(values), ("time_grid", "hours_per_week"), asked=True),
    ]


def more_facts(detail: PersonDetail) -> list[Fact]:
    """What is worth a second look."""
    values, terms = detail.values, detail.terms
    work = joined([values["profession"], label_of(Occupation, values["occupation"])])
    found = [
        Fact("Motivation", listed(terms, _WISH, (TermKind.MOTIVE,)), ("terms.wish.motive",)),
        Fact("Beruf", work, ("profession", "occupation"), private=True),
    ]
    found += [Fact(key, str(values[name] or ""), (name,), private) for key, name, private in _PLAIN]
    mobility = listed(terms, _HAS, (TermKind.MOBILITY,))
    found.insert(3, Fact("Mobilität", mobility, ("terms.has.mobility",)))
    joins = joined(f"{one.initiative} ({one.status.label})" for one in detail.interests)
    found.append(Fact("Würde mitmachen", joins, ()))
    found.append(Fact("Datenschutzhinweis", notice(values), ()))
    note = str(values["adviser_note"] or "")
    return [*found, Fact("Notiz", note, ("adviser_note",), private=True, asked=True)]


def notice(values: Any) -> str:
    """Whether and when the privacy notice was handed over (Art. 13 GDPR)."""
    if values["notice_on"] is None:
        return "noch nicht ausgehändigt"
    version = values["notice_version"]
    return f"{text.day(values['notice_on'])}" + (f", Fassung {version}" if version else "")


def _times(values: Any) -> str:
    return time_grid.text(int(str(values["time_grid"] or 0)))


def volume(values: Any) -> str:
    """`bis 6 Stunden pro Woche, jede Woche, ab 01.12.2026, bis 15 km`."""
    hours, km = text.number(values["hours_per_week"]), text.number(values["max_km"])
    begin, end = text.day(values["available_from"]), text.day(values["available_until"])
    unit = "Stunde" if hours == "1" else "Stunden"
    parts = (
        f"bis {hours} {unit} pro Woche" if hours else "",
        label_of(Rhythm, values["rhythm"]),
        label_of(Commitment, values["commitment"]),
        f"ab {begin}" if begin else "",
        f"bis {end}" if end else "",
        f"bis {km} km" if km else "",
    )
    return ", ".join(part for part in parts if part)


def listed(terms: Iterable[TermValue], relation: str, kinds: tuple[TermKind, ...]) -> str:
    """`Vorlesen · Russisch (gut)`."""
    return joined(
        f"{one.label} ({one.level.label})" if one.level else one.label
        for one in terms
        if one.relation == relation and one.kind in kinds
    )


def label_of(members: type[Labelled], value: object) -> str:
    """The label of a stored value; empty for none."""
    return members(str(value)).label if value else ""


def joined(parts: Iterable[object]) -> str:
    """Parts with dots between them; empty ones left out."""
    return " · ".join(str(part) for part in parts if part)


def _contact(values: Any) -> list[Fact]:
    channel = label_of(Channel, values["preferred_channel"])
    town = " ".join(str(values[key]) for key in ("postcode", "city") if values[key])
    address = ", ".join(str(part) for part in (values["street"], town) if part)
    found = [("Telefon", "phone", True), ("Mobil", "mobile", False), ("E-Mail", "email", True)]
    lines = [
        Fact(key, joined([values[name], "bevorzugt" if values[name] and key == channel else ""]),
             (name,), private=True, asked=asked)
        for key, name, asked in found
    ]  # fmt: skip
    reach = str(values["reachable_note"] or "")
    place = ("street", "place_id", "postcode", "city")
    guardian = ("guardian_name", "guardian_phone", "guardian2_name", "guardian2_phone")
    lines.append(Fact("Erreichbar", reach, ("reachable_note", "preferred_channel"), private=True))
    lines.append(Fact("Anschrift", address, place, private=True))
    lines.append(Fact("Sorgeberechtigt", _guardians(values), guardian, private=True))
    return lines


def _guardians(values: Any) -> str:
    """`Ute Dietzel, 05653 1234 · Jens Dietzel`."""
    pairs = (("guardian_name", "guardian_phone"), ("guardian2_name", "guardian2_phone"))
    return joined(", ".join(str(values[key]) for key in pair if values[key]) for pair in pairs)


def _proofs(proofs: Sequence[CredentialRow]) -> list[str]:
    return [one.label for one in proofs if one.held]
