"""What every house rule looks at: the parsed source files of the program and the kept files."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_KEPT = {"build", "dist", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """A module of the program: its name below the package (`ui/kit/tasks.py`) and its tree."""

    name: str
    text: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        """Every call in the module."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last part of the called name: `Paragraph` of `platypus.Paragraph(…)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    package = ROOT / "src" / "ehrenamt_desktop"
    found = []
    for path in sorted(package.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(package).as_posix()
        found.append(Source(name, text, ast.parse(text, str(path))))
    assert found
    return found


@pytest.fixture(scope="session")
def kept_files() -> list[Path]:
    """The files under version control; without git every file that is not built."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listing = [git, "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files", "-z"]
        names = subprocess.run(listing, capture_output=True, check=True, text=True).stdout
        return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]
    return [path for path in sorted(ROOT.rglob("*")) if path.is_file() and _kept(path)]


def _kept(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") and part not in {".ci", ".gitignore"} for part in parts)
    return not hidden and not NOT_KEPT.intersection(parts)
