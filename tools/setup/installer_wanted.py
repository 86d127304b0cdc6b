"""Prints what the built program needs to be packed: its libraries and PyInstaller, no dev tools."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
print("\n".join([*project["dependencies"], *project["optional-dependencies"]["installer"]]))
