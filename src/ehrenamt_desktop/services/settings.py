"""Settings of the office."""

from __future__ import annotations

import json
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.records.office import Setting
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.unit import Unit


class Settings:
    """Use cases on settings; values are anything JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def set(self, key: str, value: Any) -> None:
        """Keep a setting."""
        with self._store.write("Einstellung geändert") as unit:
            keep_setting(unit, key, value)


def keep_setting(unit: Unit, key: str, value: Any) -> None:
    """Keep a setting as part of a step; one that stays as it is leaves no trace."""
    stored = json.dumps(value, ensure_ascii=False)
    setting = unit.exec(select(Setting).where(col(Setting.key) == key)).first()
    if setting is None:
        unit.add(Setting(key=key, value=stored))
    else:
        setting.value = stored
