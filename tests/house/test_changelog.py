"""CHANGELOG.md keeps the form of Keep a Changelog, in German, for those who use the program."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import ehrenamt_desktop

SECTIONS = ["Hinzugefügt", "Geändert", "Veraltet", "Entfernt", "Behoben", "Sicherheit"]
OPEN = "Unveröffentlicht"
VERSION = re.compile(r"## \[(?P<name>[^\]]+)\](?: - (?P<day>\d{4}-\d{2}-\d{2}))?")


@pytest.fixture(scope="module")
def lines(root):
    return (root / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def versions(lines):
    """(name, day or None) of every version, as they stand."""
    heads = [line for line in lines if line.startswith("## ")]
    found = [VERSION.fullmatch(head) for head in heads]
    assert all(found), f"Not '## [1.2.3] - 2026-12-24' or '## [{OPEN}]': {heads}"
    return [(match["name"], match["day"]) for match in found]


def test_it_begins_with_its_title(lines):
    assert lines[0] in ("# Änderungen", "# Changelog")


def test_the_newest_version_is_this_one_or_still_open(versions):
    name, day = versions[0]
    assert (name == OPEN and day is None) or name == ehrenamt_desktop.__version__


def test_versions_fall_and_carry_their_day(versions):
    released = [(name, day) for name, day in versions if name != OPEN]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", name) for name, _ in released)
    days = [dt.date.fromisoformat(day) for _, day in released]
    numbers = [tuple(map(int, name.split("."))) for name, _ in released]
    assert days == sorted(days, reverse=True)
    assert numbers == sorted(set(numbers), reverse=True)
    assert [name for name, _ in versions].count(OPEN) <= 1


def test_sections_are_known_and_filled(lines):
    texts = [line for line in lines if line.strip()]
    heads = [line.removeprefix("### ") for line in texts if line.startswith("### ")]
    assert heads
    assert set(heads) <= set(SECTIONS)
    for line, after in zip(texts, [*texts[1:], ""], strict=True):
        if line.startswith("### "):
            assert after.startswith("- "), f"{line} says nothing"
