"""Text out of HTML and out of address records, as some lists carry them in a cell."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = frozenset(
    {"br", "p", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"}
)
_SILENT = frozenset({"script", "style", "head"})
_ADDRESS = re.compile(r'"(address|city|state|zip)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_BLANKS = re.compile(r"[ \t\xa0]+")
_GAPS = re.compile(r"\n{3,}")


class _Text(HTMLParser):
    """Collects the text of HTML; blocks become lines, list items get a dash."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "li":
            self.pieces.append("\n– ")
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def plain(html: str) -> str:
    """The text of an HTML fragment, with its line breaks."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = [_BLANKS.sub(" ", line).strip() for line in "".join(parser.pieces).splitlines()]
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def address(text: str) -> str:
    """One line of an address record (`{'human_address': '{"address": …}'}`), else `text`."""
    if not text.lstrip().startswith("{") or "human_address" not in text:
        return text
    parts = {name: value.strip() for name, value in _ADDRESS.findall(text[:2000])}
    region = " ".join(part for part in (parts.get("state"), parts.get("zip")) if part)
    return ", ".join(part for part in (parts.get("address"), parts.get("city"), region) if part)
