"""The views every office starts with; once offered, they are hers to change and to delete."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from sqlmodel import col, select

from ehrenamt_desktop.model.records.office import SavedView, Setting
from ehrenamt_desktop.model.views import View
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.store.unit import Unit

OFFERED = "first_views"
"""The setting that remembers which views were offered; those are never offered again."""


def add_first_views(unit: Unit) -> None:
    """Add each view that was never offered and whose name is free."""
    setting = unit.exec(select(Setting).where(col(Setting.key) == OFFERED)).first()
    offered: list[str] = json.loads(setting.value) if setting is not None else []
    known = {
        (noun, name.casefold()) for noun, name in unit.exec(select(SavedView.noun, SavedView.name))
    }
    wanted = [one for one in _views() if one["code"] not in offered]
    for one in wanted:
        if (one["noun"], one["name"].casefold()) not in known:
            content = json.dumps(View.read({"filters": one["filters"]}).plain())
            unit.add(SavedView(noun=one["noun"], name=one["name"], content=content))
    if wanted:
        setting = setting or Setting(key=OFFERED)
        setting.value = json.dumps([*offered, *(one["code"] for one in wanted)])
        unit.add(setting)


def _views() -> list[dict[str, Any]]:
    path = resources() / "views.toml"
    views: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["view"]
    return views
