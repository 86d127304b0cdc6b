"""Settings of the office."""

from __future__ import annotations

import json
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.records.office import Setting
from ehrenamt_desktop.store.engine import Store


class Settings:
    """Use cases on settings; values are anything JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def set(self, key: str, value: Any) -> None:
        """Keep a setting."""
        stored = json.dumps(value, ensure_ascii=False)
        with self._store.write("Einstellung geändert") as unit:
            setting = unit.exec(select(Setting).where(col(Setting.key) == key)).first()
            if setting is None:
                unit.add(Setting(key=key, value=stored))
            else:
                setting.value = stored
