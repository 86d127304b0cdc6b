"""The grant programmes every office starts with; what an office changed or removed stays so."""

from __future__ import annotations

import tomllib
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.enums import Mark
from ehrenamt_desktop.model.records.grant import GrantProgramme
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.store.unit import Unit

FILE = "grants.toml"


def seed_grants(unit: Unit) -> None:
    """Add the programmes that are missing, each under its code."""
    kept = select(GrantProgramme.source_key).where(col(GrantProgramme.source) == FILE)
    known = set(unit.exec(kept).all())
    content: dict[str, Any] = tomllib.loads((resources() / FILE).read_text(encoding="utf-8"))
    for entry in content["programme"]:
        values = dict(entry)
        code, least, most = (values.pop(key, None) for key in ("code", "least", "most"))
        if code in known:
            continue
        values["mark"] = Mark.VERIFIED if values["mark"] == "V" else Mark.UNVERIFIED
        told = len(values) > 3  # a name alone was never checked
        unit.add(
            GrantProgramme(
                **values,
                least_cents=least and least * 100,
                most_cents=most and most * 100,
                checked_on=content["checked_on"] if told else None,
                source=FILE,
                source_key=code,
            )
        )
