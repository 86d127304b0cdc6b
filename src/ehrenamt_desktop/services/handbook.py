"""The handbook as data: its pages, their headings, and a search that forgives.

Plain files of Markdown, read when the help window opens; nothing of it needs the network.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop.model.text import MAX_QUESTION, fold, search_words

CONTENTS = "index"
MOST_HITS = 40
AROUND = 60
"""Characters of an excerpt on each side of the first word found."""

_HEADING = re.compile(r"^(#{1,4})[ \t]+(.+?)[ \t]*$")
_FENCE = re.compile(r"^```")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_PAGE = re.compile(r"\]\((\w[\w-]*)\.md\)")
_MARKS = re.compile(r"[*`]+|^[ \t]*(?:[-+]|\d+\.)[ \t]+|^\|[-| :]*\|$", re.M)
_WORD = re.compile(r"[^\W_]+")
_NO_ANCHOR = re.compile(r"[^\w\- ]")


class Heading(NamedTuple):
    """A heading of a page; `level` is 1 for the title, `anchor` what links name."""

    level: int
    title: str
    anchor: str


class Section(NamedTuple):
    """A heading with the words up to the next one, without marks of Markdown."""

    heading: Heading
    text: str


class HelpPage(NamedTuple):
    """One page: `name` is its file without ending, `text` its Markdown."""

    name: str
    title: str
    text: str
    sections: tuple[Section, ...]


class Hit(NamedTuple):
    """A section that holds every word; `marks` are places of found words in `excerpt`."""

    page: str
    anchor: str
    title: str
    heading: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]


class Handbook:
    """The pages in the order in which the first one names them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> tuple[HelpPage, ...]:
        """All pages; the contents first."""
        read = {path.stem: path.read_text(encoding="utf-8") for path in self.folder.glob("*.md")}
        named = [CONTENTS, *_PAGE.findall(read.get(CONTENTS, "")), *sorted(read)]
        return tuple(_page(name, read[name]) for name in dict.fromkeys(named) if name in read)

    def page(self, name: str) -> HelpPage | None:
        """A page by its name."""
        return next((page for page in self.pages if page.name == name), None)

    def search(self, text: str) -> tuple[Hit, ...]:
        """Sections in which every word of `text` begins a word, the best first."""
        words = list(dict.fromkeys(fold(text[:MAX_QUESTION]).split()))
        if not words:
            return ()
        found = []
        for place, (page, section, head, body) in enumerate(self._index):
            points = [_points(word, head, body) for word in words]
            if all(points):
                found.append((-sum(points), place, page, section))
        return tuple(
            _hit(page, section, words) for _, _, page, section in sorted(found)[:MOST_HITS]
        )

    @cached_property
    def _index(self) -> tuple[tuple[HelpPage, Section, list[str], list[str]], ...]:
        """Folded words of title and heading, and of the text, of each section."""
        return tuple(
            (page, one, search_words(f"{page.title} {one.heading.title}"), search_words(one.text))
            for page in self.pages
            for one in page.sections
        )


def anchor_of(title: str) -> str:
    """How links name a heading: `So geht es` is `so-geht-es`."""
    return _NO_ANCHOR.sub("", title.lower()).strip().replace(" ", "-")


def plain(markdown: str) -> str:
    """The words of a text, without marks of Markdown."""
    words = _MARKS.sub("", _LINK.sub(r"\1", markdown)).replace("|", " · ")
    lines = (line.strip(" ·\t") for line in words.splitlines())
    return "\n".join(line for line in lines if line)


def _page(name: str, text: str) -> HelpPage:
    sections: list[Section] = []
    lines: list[str] = []
    heading, fenced, seen = Heading(1, name, name), False, False
    for line in text.splitlines():
        fenced ^= bool(_FENCE.match(line))
        found = None if fenced else _HEADING.match(line)
        if found is None:
            lines.append("" if _FENCE.match(line) else line)
            continue
        if seen or any(lines):
            sections.append(Section(heading, plain("\n".join(lines))))
        title = plain(found[2])
        heading, lines, seen = Heading(len(found[1]), title, anchor_of(title)), [], True
    sections.append(Section(heading, plain("\n".join(lines))))
    return HelpPage(name, sections[0].heading.title, text, tuple(sections))


def _points(word: str, head: list[str], body: list[str]) -> int:
    """How much a section is about a word; 0 when it does not hold it."""
    if word in head:
        return 60
    if any(one.startswith(word) for one in head):
        return 40
    if word in body:
        return 20
    return 10 if any(one.startswith(word) for one in body) else 0


def _hit(page: HelpPage, section: Section, words: list[str]) -> Hit:
    text = section.text
    first = next(iter(_places(text, words)), (0, 0))[0]
    start = max(text.rfind("\n", 0, first) + 1, first - AROUND)
    if start and text[start - 1] not in "\n ":
        start = text.find(" ", start, first) + 1 or start
    cut = text[start : start + 2 * AROUND + 20].split("\n")[0]
    whole = len(cut) < 2 * AROUND + 20
    cut = cut if whole else cut.rsplit(" ", 1)[0] + " …"
    if start and text[start - 1] != "\n":
        cut = f"… {cut}"
    marks = tuple(_places(cut, words))
    return Hit(page.name, section.heading.anchor, page.title, section.heading.title, cut, marks)


def _places(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words stand that begin with one of the folded `words`."""
    return [
        found.span()
        for found in _WORD.finditer(text)
        if any(one.startswith(word) for one in search_words(found[0]) for word in words)
    ]
