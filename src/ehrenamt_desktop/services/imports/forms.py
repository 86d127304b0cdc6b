"""How a list is read, kept for the next one with the same headings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from ehrenamt_desktop.exchange.heading_words import squeeze
from ehrenamt_desktop.model.imports import Form
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import catalogue

_KEY = "import.{}"


def sign(noun: str, headings: Sequence[object]) -> str:
    """What lists of a kind with the same headings have in common."""
    words = [squeeze(str(one)) if one is not None else "" for one in headings]
    return hashlib.sha256(json.dumps([noun, words]).encode()).hexdigest()[:32]


def find(store: Store, signature: str) -> Form | None:
    """The form that was kept for such a list; what is wrong in it is left out."""
    with store.read() as connection:
        kept = catalogue.setting(connection, _KEY.format(signature))
    if not isinstance(kept, dict) or not isinstance(kept.get("columns"), list):
        return None
    header = kept.get("header")
    return Form(
        encoding=_text(kept.get("encoding")),
        separator=_text(kept.get("separator")),
        header=header if isinstance(header, int) else 0,
        columns=tuple(_text(one) for one in kept["columns"]),
        signature=signature,
    )


def keep(store: Store, form: Form) -> None:
    """Keep a form as a step of its own, so that undoing the import does not forget it."""
    value = {
        "encoding": form.encoding,
        "separator": form.separator,
        "header": form.header,
        "columns": list(form.columns or ()),
    }
    if form == find(store, form.signature):
        return
    _put(store, form.signature, value, "Zuordnung der Spalten gemerkt")


def forget(store: Store, signature: str) -> None:
    """Let the headings of such lists tell again."""
    _put(store, signature, None, "Zuordnung der Spalten vergessen")


def _put(store: Store, signature: str, value: Any, action: str) -> None:
    from sqlmodel import col, select

    from ehrenamt_desktop.model.records.office import Setting

    key, stored = _KEY.format(signature), json.dumps(value)
    with store.write(action) as unit:
        setting = unit.exec(select(Setting).where(col(Setting.key) == key)).first()
        if setting is None:
            unit.add(Setting(key=key, value=stored))
        else:
            setting.value = stored


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
