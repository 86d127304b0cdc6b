"""The papers and rules every office starts with; what an office changed or put away stays so."""

from __future__ import annotations

import tomllib
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.enums import DocumentAudience, DocumentKind, RecallWeight, RuleField
from ehrenamt_desktop.model.records.document import Document, DocumentRule
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.store.unit import Unit

FILE = "documents.toml"


def seed_documents(unit: Unit) -> None:
    """Add the papers and rules that are missing, each under its code.

    A paper that came before the program could print it itself learns so.
    """
    content = tomllib.loads((resources() / FILE).read_text(encoding="utf-8"))
    kept = select(Document).where(col(Document.source) == FILE)
    known = {one.source_key: one for one in unit.exec(kept).all()}
    for entry in map(_document, content["document"]):
        code = entry.pop("code")
        if code not in known:
            known[code] = Document(**entry, source=FILE, source_key=code)
            unit.add(known[code])
        elif not known[code].own_form:
            known[code].own_form = entry.get("own_form", "")
    unit.flush()
    _seed_rules(unit, content["rule"], known)


def _seed_rules(
    unit: Unit, entries: list[dict[str, Any]], papers: dict[str | None, Document]
) -> None:
    kept = select(DocumentRule.source_key).where(col(DocumentRule.source) == FILE)
    known = set(unit.exec(kept).all())
    for entry in entries:
        code, field, value = entry["code"], RuleField(entry["field"]), entry.get("value", "")
        key = f"{code}:{field.value}:{value}"
        if key not in known:
            unit.add(
                DocumentRule(
                    document_id=int(papers[code].id or 0), field=field, value=value,
                    reason=entry["reason"], source=FILE, source_key=key,
                )
            )  # fmt: skip


def _document(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        **entry,
        "kind": DocumentKind.parse(entry["kind"]),
        "audience": DocumentAudience(entry["audience"]),
        "weight": RecallWeight(entry.get("weight", RecallWeight.SHOULD)),
    }
