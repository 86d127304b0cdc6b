"""The papers every office starts with, as entries; what an office changed or put away stays so."""

from __future__ import annotations

import tomllib
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind, RecallWeight
from ehrenamt_desktop.model.records.document import Document
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.store.unit import Unit

FILE = "documents.toml"


def seed_documents(unit: Unit) -> None:
    """Add the papers that are missing, each under its code."""
    kept = select(Document.source_key).where(col(Document.source) == FILE)
    known = set(unit.exec(kept).all())
    for entry in _entries():
        code = entry.pop("code")
        if code not in known:
            unit.add(Document(**entry, source=FILE, source_key=code))


def _entries() -> list[dict[str, Any]]:
    content = tomllib.loads((resources() / FILE).read_text(encoding="utf-8"))
    return [
        {
            **entry,
            "kind": DocumentKind.parse(entry["kind"]),
            "audience": DocumentAudience(entry["audience"]),
            "weight": RecallWeight(entry.get("weight", RecallWeight.SHOULD)),
        }
        for entry in content["document"]
    ]
