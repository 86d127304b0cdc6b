"""The open offers as one HTML file for the municipality's site: no scripts, nothing from outside.

All words are escaped; a policy in the head forbids whatever the file does not bring along.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from ehrenamt_desktop.model.paper_rows import BoardOffer, OfficeInfo
from ehrenamt_desktop.model.text import cut, day, digits, tidy
from ehrenamt_desktop.reports.board_words import USUAL
from ehrenamt_desktop.reports.dial_code import dial_link
from ehrenamt_desktop.reports.output import replacing

Group = tuple[str, Sequence[BoardOffer]]

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2a26; --soft: #4f5c57; --ground: #fff; --band: #e3f0ec;
  --green: #1f6f5c; --line: #aebab4; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef3f0; --soft: #b9c6c0; --ground: #141a18;
  --band: #1f2f2a; --green: #7fd1bb; --line: #46534e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.25rem 3rem; color: var(--ink);
  background: var(--ground); font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--green); } a:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
header { border-top: .5rem solid var(--green); padding-top: .75rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .25rem 0 1rem; }
h2 { color: var(--green); border-bottom: 2px solid var(--green); margin-top: 2.5rem; }
h3 { margin: 0 0 .25rem; } .number { color: var(--green); margin-right: .5rem; }
.call { background: var(--band); border-radius: .5rem; padding: 1rem; font-weight: 600; }
.call p { margin: .15rem 0; }
.call a:not(.mail) { font-size: 1.75rem; text-decoration: none; white-space: nowrap; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
h2 + article { border-top: 0; padding-top: 0; } article p { margin: .25rem 0; }
dl { margin: .5rem 0 0; display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
nav ul { columns: 12rem; padding-left: 1.2rem; } footer { color: var(--soft); margin-top: 3rem; }
@media print { body { max-width: none; } article { break-inside: avoid; } .skip { display: none; } }
""".strip()


def web_page(
    path: Path,
    office: OfficeInfo,
    title: str,
    groups: Sequence[Group],
    as_of: dt.date,
    valid_until: dt.date,
) -> None:
    """Write the page; the file appears whole or not at all.

    Raises:
        StoreUnavailable: the file cannot be written.
    """
    with replacing(path) as temporary:
        text = "\n".join(_page(office, title, groups, as_of, valid_until))
        temporary.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _page(
    office: OfficeInfo, title: str, groups: Sequence[Group], as_of: dt.date, until: dt.date
) -> list[str]:
    dates = USUAL.dates.format(day(as_of), day(until))
    publisher = USUAL.publisher.format(tidy(office.carrier) or tidy(office.name))
    marks = {name: f"ort-{index}" for index, (name, _) in enumerate(groups, 1)}
    return [
        "<!doctype html>",
        '<html lang="de">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_safe(title)}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#angebote">Zu den Angeboten</a>',
        "<header>",
        f"<p>{_safe(office.name)}</p>",
        f"<h1>{_safe(title)}</h1>",
        "</header>",
        *_call(office),
        *_contents(marks),
        '<main id="angebote">',
        *(line for name, offers in groups for line in _group(name, marks[name], offers)),
        "</main>",
        "<footer>",
        f"<p>{_safe(USUAL.invite)}</p>",
        f"<p>{_safe(publisher)}<br>{_safe(dates)}</p>",
        "</footer>",
        "</body>",
        "</html>",
    ]


def _call(office: OfficeInfo) -> list[str]:
    lines = ['<div class="call">', f"<p>{_safe(' '.join(USUAL.calls))}</p>"]
    if digits(office.phone):
        link = escape(dial_link(office.phone), quote=True)
        lines.append(f'<p><a href="{link}">{_safe(office.phone)}</a></p>')
    mail = tidy(office.email)
    if "@" in mail and not any(sign.isspace() for sign in mail):
        link = escape(f"mailto:{quote(mail, safe='@')}", quote=True)
        lines.append(f'<p>E-Mail: <a class="mail" href="{link}">{_safe(mail)}</a></p>')
    where = ", ".join(one for one in (tidy(office.room), tidy(office.street), tidy(office.city))
                      if one)  # fmt: skip
    lines += [f"<p>{_safe(one)}</p>" for one in (where, tidy(office.hours)) if one]
    return [*lines, "</div>"]


def _contents(marks: dict[str, str]) -> list[str]:
    """Where to find which place; not for one alone."""
    if len(marks) < 2:
        return []
    entries = (f'<li><a href="#{mark}">{_safe(name)}</a></li>' for name, mark in marks.items())
    return ['<nav aria-label="Orte">', "<ul>", *entries, "</ul>", "</nav>"]


def _group(name: str, mark: str, offers: Sequence[BoardOffer]) -> list[str]:
    lines = [f'<section aria-labelledby="{mark}">', f'<h2 id="{mark}">{_safe(name)}</h2>']
    for offer in offers:
        lines += [
            "<article>",
            f'<h3><span class="number">{offer.number}</span> {_safe(cut(offer.title, 300))}</h3>',
            *([f"<p>{_safe(cut(offer.teaser, 420))}</p>"] if tidy(offer.teaser) else []),
            "<dl>",
            *(f"<dt>{_safe(label)}</dt><dd>{_safe(cut(words, 240))}</dd>"
              for label, words in USUAL.facts(offer)),
            "</dl>",
            "</article>",
        ]  # fmt: skip
    return [*lines, "</section>"]


def _safe(words: str) -> str:
    """Escaped, on one line; signs that steer (bidi, control) go: nothing looks otherwise."""
    kept = (sign for sign in tidy(words) if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    return escape("".join(kept), quote=True)
