"""Proofs and consents of invented people; those of minors come from their guardian."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from ehrenamt_desktop.model.enums import ConsentForm, ConsentScope, LegalBasis, TermKind
from ehrenamt_desktop.services.demo.stock import Stock, moment, stamps

TEXT_VERSION = "2024-03"
NO_CONSENT_SHARE = 0.07
OPEN_BASIS_SHARE = 0.03


def credentials(
    rng: random.Random, stock: Stock, profile: dict[str, Any], years: int, entered: dt.date
) -> list[dict[str, Any]]:
    """The proofs of somebody of a profile; some are not seen, some run out soon."""
    found = []
    at = stamps(moment(entered, rng))
    for code in (*[f"LICENCE_{one}" for one in profile["licences"]], *profile["proofs"]):
        if code.startswith("LICENCE") and years < 18:
            continue
        if not code.startswith("LICENCE") and rng.random() < 0.35:
            continue
        if code.startswith("LICENCE") and code != "LICENCE_B" and rng.random() < 0.5:
            continue
        issued, until = _validity(rng, stock, code)
        seen = rng.random() < 0.75
        found.append(
            {
                "term_id": stock.term(TermKind.PROOF, code),
                "held": True,
                "issued_on": issued,
                "valid_until": until,
                "verified_on": max(entered, issued or entered) if seen else None,
                **at,
            }
        )
    return found


def _validity(rng: random.Random, stock: Stock, code: str) -> tuple[dt.date | None, dt.date | None]:
    """First aid is asked for anew every two years, a Juleica every three, a licence every four."""
    years = {"FIRST_AID": 2, "JULEICA": 3, "TRAINER": 4}.get(code)
    if years is None:
        return None, None
    days = years * 365
    soon = rng.random() < 0.35
    left = rng.randrange(5, 60) if soon else rng.randrange(-40, days - 30)
    until = stock.as_of + dt.timedelta(days=left)
    return until - dt.timedelta(days=days), until


def consents(
    rng: random.Random, years: int, values: dict[str, Any], entered: dt.date
) -> list[dict[str, Any]]:
    """What somebody agreed to on the first day; without any, the legal basis stays open."""
    if years < 18:
        return _guardian_consents(rng, values, entered)
    chance = rng.random()
    if chance < OPEN_BASIS_SHARE:
        values["legal_basis"] = LegalBasis.OPEN
        return []
    given = [ConsentScope.STORAGE]
    if chance > OPEN_BASIS_SHARE + NO_CONSENT_SHARE:
        given.append(ConsentScope.HANDOVER)
    if rng.random() < 0.25:
        given.append(ConsentScope.LETTERS)
    if values["email"] and rng.random() < 0.2:
        given.append(ConsentScope.EMAIL_INFO)
    form = rng.choices(
        (ConsentForm.WRITTEN, ConsentForm.ELECTRONIC, ConsentForm.ORAL), weights=(80, 14, 6)
    )[0]
    return [_consent(rng, scope, entered, form) for scope in given]


def _guardian_consents(
    rng: random.Random, values: dict[str, Any], entered: dt.date
) -> list[dict[str, Any]]:
    given = [ConsentScope.STORAGE]
    chance = rng.random()
    if chance < 0.85:
        given += [ConsentScope.HANDOVER, ConsentScope.ACTIVITY]
    elif chance < 0.93:
        given.append(ConsentScope.HANDOVER)
    return [
        _consent(rng, scope, entered, ConsentForm.WRITTEN)
        | {"by_guardian": True, "guardian_name": values["guardian_name"]}
        for scope in given
    ]


def _consent(
    rng: random.Random, scope: ConsentScope, entered: dt.date, form: ConsentForm
) -> dict[str, Any]:
    return {
        "scope": scope,
        "given_on": entered,
        "form": form,
        "text_version": TEXT_VERSION,
        **stamps(moment(entered, rng)),
    }
