"""The page that links all a show made: one file, no address outside its folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from ehrenamt_desktop.model.text import long_day


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: where it lies below the page, what it is, and lines of what stands in it."""

    path: str
    title: str
    note: str = ""
    lines: tuple[str, ...] = ()
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the show with its files."""

    title: str
    text: str
    entries: tuple[Entry, ...]


STYLE = """
:root { color-scheme: light dark; --ink: #1d2b27; --soft: #5c6b66; --line: #d5ddd9;
  --paper: #ffffff; --ground: #f3f6f4; --green: #1f6f5c; --tint: #e4efeb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ece9; --soft: #a3b1ac; --line: #37433f; --paper: #1f2725;
    --ground: #161c1a; --green: #7cc7b2; --tint: #25332f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 "Segoe UI", "Noto Sans", system-ui, sans-serif; }
header { background: var(--paper); border-bottom: 1px solid var(--line); }
header > div, main { max-width: 1080px; margin: 0 auto; padding: 24px; }
h1 { font-size: 30px; line-height: 1.2; margin: 16px 0 8px; }
h2 { font-size: 20px; margin: 0 0 4px; }
p { margin: 0; color: var(--soft); max-width: 72ch; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
  padding: 24px; margin: 0 0 16px; }
.step { color: var(--green); font-weight: 600; font-size: 14px; }
ul { list-style: none; margin: 16px 0 0; padding: 0; display: grid; gap: 8px;
  grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); }
ul.wide { grid-template-columns: 1fr; }
ul.pictures { grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 16px; }
a { display: block; height: 100%; padding: 12px 16px; border: 1px solid var(--line);
  border-radius: 6px; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
a:hover { background: var(--tint); border-color: var(--green); }
a:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; }
a strong { color: var(--green); }
a span, a ol { display: block; color: var(--soft); font-size: 14px; }
a ol { display: block; margin: 8px 0 0; padding-left: 20px; }
a em { font-style: normal; border: 1px solid var(--line); border-radius: 4px; font-size: 12px;
  padding: 0 6px; margin-left: 8px; color: var(--soft); }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line);
  border-radius: 4px; margin-bottom: 8px; background: #fff; }
footer { text-align: center; color: var(--soft); font-size: 14px; padding: 8px 24px 40px; }
@media print { body { background: #fff; } section { break-inside: avoid; } }
"""


def write(path: Path, sections: Sequence[Section], as_of: dt.date) -> None:
    """Write the page."""
    body = "\n".join(_section(number, one) for number, one in enumerate(sections, start=1))
    path.write_text(
        "<!DOCTYPE html>\n"
        '<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Ehrenamt Desktop: Vorführung</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        "<header><div><h1>Ehrenamt Desktop: die Vorführung</h1>\n"
        "<p>Die Arbeit einer Ehrenamtsagentur von der Liste bis zum Aushang, einmal ganz. Alle "
        f"Personen und Initiativen sind erfunden. Stand: {escape(long_day(as_of))}.</p>\n"
        f"</div></header>\n<main>\n{body}\n</main>\n"
        "<footer>Diese Seite und alles, was sie verlinkt, liegt in diesem Ordner.</footer>\n"
        "</body>\n</html>\n",
        encoding="utf-8",
    )


def _section(number: int, one: Section) -> str:
    look = ""
    if any(entry.picture for entry in one.entries):
        look = ' class="pictures"'
    elif any(entry.lines for entry in one.entries):
        look = ' class="wide"'
    items = "\n".join(f"<li>{_entry(entry)}</li>" for entry in one.entries)
    return (
        f'<section>\n<div class="step">Schritt {number}</div>\n<h2>{escape(one.title)}</h2>\n'
        f"<p>{escape(one.text)}</p>\n<ul{look}>\n{items}\n</ul>\n</section>"
    )


def _entry(one: Entry) -> str:
    target = escape(quote(one.path), quote=True)
    kind = one.path.rpartition(".")[2]
    label = {"pdf": "PDF", "xlsx": "Excel", "json": "JSON", "ehrenamt": "Bestand"}.get(kind, "")
    image = f'<img src="{target}" alt="{escape(one.title)}" loading="lazy">' if one.picture else ""
    badge = f"<em>{label}</em>" if label else ""
    note = f"<span>{escape(one.note)}</span>" if one.note else ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in one.lines)
    listed = f"<ol>{lines}</ol>" if lines else ""
    return (
        f'<a href="{target}">{image}<strong>{escape(one.title)}</strong>{badge}{note}{listed}</a>'
    )
