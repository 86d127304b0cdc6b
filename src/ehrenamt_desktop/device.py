"""What this computer remembers outside the store: window, look, last store and folders.

No personal data, no Qt. A missing or broken file means defaults; writing is atomic.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from ehrenamt_desktop import paths

NAME = "device.json"


class Device:
    """The little file of this computer."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the file in `folder` (default: this user's folder for settings)."""
        self._path = (folder or paths.device_folder()) / NAME
        self._values = _read(self._path)

    def get(self, key: str, default: str = "") -> str:
        """A kept text."""
        value = self._values.get(key, default)
        return value if isinstance(value, str) else default

    def set(self, key: str, value: str) -> None:
        """Keep a text; a computer that cannot keep it only forgets it."""
        if self._values.get(key) != value:
            self._values[key] = value
            _write(self._path, self._values)

    def folder(self, purpose: str) -> Path | None:
        """The last folder used for a purpose, if it is still there."""
        kept = self.get(f"folder.{purpose}")
        return Path(kept) if kept and Path(kept).is_dir() else None

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder used for a purpose."""
        self.set(f"folder.{purpose}", str(folder))

    @property
    def last_store(self) -> Path | None:
        """The store opened last, even if it is gone: the start dialog says so."""
        kept = self.get("store")
        return Path(kept) if kept else None

    @last_store.setter
    def last_store(self, path: Path) -> None:
        self.set("store", str(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
