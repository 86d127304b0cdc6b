"""What is written down is true: files exist, commands parse, words are those on the screen."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
from pathlib import Path

import pytest

from ehrenamt_desktop.cli.parser import build

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "ehrenamt_desktop"
HANDBOOK = sorted((ROOT / "docs" / "handbuch").glob("*.md"))
GUIDES = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")]
GERMAN = [ROOT / "README.md", ROOT / "CHANGELOG.md", *HANDBOOK]
PAGES = [*GUIDES, *GERMAN, *sorted((ROOT / "docs").glob("**/*.md"))]

MADE_LATER = {
    "tests/databases",
    "build/demo",
    "build/demo/index.html",
    ".venv",
    ".venv/bin",
    "dist/ehrenamt-desktop",
}
"""Not in the repository: made by the second migration, or by a run."""

PATH = re.compile(r"[\w.-]*(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|toml|csv|sql|txt|yml|mako)")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)")
BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d+")


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _prose(page: Path) -> str:
    return FENCE.sub("", _text(page))


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_every_named_path_exists(page):
    named = {path for code in CODE.findall(_prose(page)) for path in PATH.findall(code)}
    # a file without folder stands in the root, in the package, or beside another one just named
    missing = {path for path in named if path.rstrip("/") not in MADE_LATER and not _exists(path)}
    assert not missing


def _exists(path: str) -> bool:
    if "/" not in path.rstrip("/"):
        return (ROOT / path).exists() or any(PACKAGE.rglob(path)) or _is_example(path)
    return (ROOT / path).exists() or (PACKAGE / path).exists()


def _is_example(path: str) -> bool:
    return path in {"kennwort.txt"}


@pytest.mark.parametrize("page", dict.fromkeys(PAGES), ids=lambda page: str(page.name))
def test_every_link_leads_somewhere(page):
    links = [link for link in LINK.findall(_prose(page)) if "://" not in link]
    assert not [link for link in links if not (page.parent / link).exists()]


def test_architecture_is_short():
    assert len(_text(ROOT / "ARCHITECTURE.md").splitlines()) <= 150


def test_pictures_are_small():
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert len(pictures) == 2
    assert all(picture.stat().st_size < 200_000 for picture in pictures)


def test_all_decisions_and_handbook_pages_are_listed():
    for folder, contents in (("decisions", "README.md"), ("handbuch", "index.md")):
        pages = {page.name for page in (ROOT / "docs" / folder).glob("*.md")}
        linked = set(LINK.findall(_text(ROOT / "docs" / folder / contents)))
        assert pages - {contents} <= linked


def _commands() -> list[str]:
    blocks = [block for page in GERMAN for block in FENCE.findall(_text(page))]
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("ehrenamt-desktop")]


@pytest.mark.parametrize("line", dict.fromkeys(_commands()))
def test_every_example_parses(line):
    arguments = shlex.split(line)[1:]
    if arguments == ["--version"]:
        return
    assert callable(build().parse_args(arguments).run)


def test_every_command_and_option_is_explained():
    page = _text(ROOT / "docs" / "handbuch" / "befehlszeile.md")
    calls = list(_calls(build()))
    assert len(calls) > 10
    assert not [
        " ".join(name) for name, _ in calls if f"ehrenamt-desktop {' '.join(name)}" not in page
    ]
    assert not {option for _, options in calls for option in options if option not in page}


def _calls(parser: argparse.ArgumentParser, name: tuple[str, ...] = ()):
    """Every command that ends a call, with its long options."""
    inner = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    for action in inner:
        for word, below in action.choices.items():
            yield from _calls(below, (*name, word))
    if not inner:
        strings = {one for action in parser._actions for one in action.option_strings}
        yield name, {one for one in strings if one.startswith("--")}


def test_every_key_is_explained():
    page = _text(ROOT / "docs" / "handbuch" / "tastatur.md")
    keys = {word for word in _strings(PACKAGE / "ui" / "frame") if KEYS.fullmatch(word)}
    assert len(keys) > 8
    german = {key: key.replace("Ctrl", "Strg").replace("Shift", "Umschalt") for key in keys}
    assert not [key for key, words in german.items() if words not in page]


@pytest.mark.parametrize("page", HANDBOOK, ids=lambda page: page.name)
def test_bold_words_stand_on_the_screen(page):
    shown = set(_strings(PACKAGE / "ui")) | set(_strings(PACKAGE / "model"))
    prose = _prose(page)
    bold = {words.rstrip(".:") for words in BOLD.findall(prose)} - _leads(prose)
    assert not {words for words in bold if words not in shown and words != "Fett"}


def _leads(prose: str) -> set[str]:
    """Bold words that open an item of a list and end with a full stop: what the item is about."""
    return {words.rstrip(".") for words in re.findall(r"^- \*\*([^*\n]+\.)\*\*", prose, re.M)}


def _strings(folder: Path) -> set[str]:
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(_text(path))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.replace("&", ""))
    return found


@pytest.mark.parametrize("page", GERMAN, ids=lambda page: page.name)
def test_german_quotes_are_low_and_high(page):
    prose = CODE.sub("", _prose(page))
    assert '"' not in prose
    assert prose.count("„") == prose.count("“")
