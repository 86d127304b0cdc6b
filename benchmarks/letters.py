"""1,000 one-page serial letters into one PDF beside a bare reportlab canvas and other makers.

The canvas gets its lines broken beforehand and draws nothing but text, with the same fonts at the
same sizes; it is the floor. fpdf2 and WeasyPrint break the same paragraphs themselves. LibreOffice
turns a document with the 1,000 filled letters into a PDF, which is what is left of a mail merge
when the data is read.
"""

from __future__ import annotations

import datetime as dt
import html
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.results import Result, result, say
from benchmarks.stock import FOLDER
from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.paper_rows import LetterAddress, OfficeInfo
from ehrenamt_desktop.paths import resources

LETTERS = 1_000
REPEATS = 3
MM = 72 / 25.4
NAME = "1,000 one-page serial letters"
PARAGRAPHS = (
    "das Jahr geht zu Ende, und wir möchten Ihnen danken: Sie haben Zeit geschenkt, zugehört, "
    "gefahren, vorgelesen und angepackt. Ohne Sie wäre vieles in unseren Dörfern nicht möglich "
    "gewesen. Darum laden wir Sie herzlich ein.",
    "Am Freitag, dem 11. Dezember 2026, treffen wir uns um 18 Uhr im Bürgerhaus in Ulfen. Es gibt "
    "ein warmes Essen, Musik der Jugendkapelle und Zeit für Gespräche. Für die Fahrt sorgt auf "
    "Wunsch der Bürgerbus.",
    "Bitte sagen Sie bis zum 4. Dezember Bescheid, ob Sie kommen und ob Sie jemanden mitbringen. "
    "Wer eine Fahrt braucht, ruft uns einfach an.",
)
SUBJECT, CLOSING = "Einladung zum Dankeabend am 11. Dezember", "Mit freundlichen Grüßen"
OFFICE = OfficeInfo(
    "Ehrenamtsagentur Sontra – Herleshausen – Nentershausen", "Zweckverband", "Marktplatz 6",
    "36205", "Sontra", "Zimmer 12", "05653 9777-0", "ehrenamt@example.org",
    "Mo 9–12 Uhr, Do 14–17 Uhr", "Ulrike Roth",
)  # fmt: skip


class Reader(NamedTuple):
    """Who gets a letter."""

    lines: tuple[str, ...]
    greeting: str
    sign: str


READERS = tuple(
    Reader(
        ("Frau", f"Marion Dietzel-{number}", f"Am Graben {number}", "36205 Sontra"),
        f"Sehr geehrte Frau Dietzel-{number}",
        f"EA-{number}",
    )
    for number in range(LETTERS)
)


def run() -> list[Result]:
    """Ours and the floor by turns, the slower makers once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "briefe.pdf"
        taken: dict[Callable[[Path], None], list[float]] = {_ours: [], _bare: []}
        for _ in range(REPEATS):
            for make, times in taken.items():
                times.append(_seconds(make, path))
        ours, bare = (statistics.median(times) for times in taken.values())
        say(f"{NAME}: ours {ours:.2f} s, bare canvas {bare:.2f} s")
        made = [
            result(f"{NAME} beside a bare canvas", ours / bare, f"canvas {bare:.2f} s", ours / bare)
        ]
        theirs = _seconds(_fpdf2, path) if importlib.util.find_spec("fpdf") else None
        made.append(_beside("fpdf2", theirs, ours))
        made.append(_beside("WeasyPrint", _weasyprint(Path(folder)), ours))
        theirs = _libreoffice(Path(folder))
        against = "LibreOffice is not installed" if theirs is None else f"ours {ours:.2f} s"
        ratio = None if theirs is None else ours / theirs
        made.append(result(f"{NAME} by LibreOffice", theirs, against, ratio))
    return made


def _beside(title: str, theirs: float | None, ours: float) -> Result:
    name = f"{NAME}, how much faster than {title}"
    if theirs is None:
        return result(name, None, f"{title} is not installed", None)
    return result(name, theirs / ours, f"{title} {theirs:.1f} s", ours / theirs)


def _seconds(make: Callable[[Path], None], path: Path) -> float:
    start = time.perf_counter()
    make(path)
    return time.perf_counter() - start


def _ours(path: Path) -> None:
    from ehrenamt_desktop.reports.letter import Letter, letters

    body = "\n\n".join(("{greeting},", *PARAGRAPHS))
    source = f"---\ntitle: Dank\nsubject: {SUBJECT}\nclosing: {CLOSING}\n---\n{body}\n"
    day = dt.date(2026, 11, 23)
    many = [Letter(LetterAddress(one.lines, one.greeting, one.lines[1]), "", [], day, one.sign)
            for one in READERS]  # fmt: skip
    letters(path, OFFICE, many, letter_text.parse("dank", source))


def _bare(path: Path) -> None:
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    from ehrenamt_desktop.reports.paper import FONT, FONT_BOLD, register_fonts

    register_fonts()
    broken = [simpleSplit(one, FONT, 10.5, 165 * MM) for one in PARAGRAPHS]
    fixed = [*_frame(), (25, 98.5, 10.5, SUBJECT)]
    canvas = Canvas(str(path), pageCompression=1)
    for one in READERS:
        for x, y, size, words in fixed:
            canvas.setFont(FONT_BOLD if y == 98.5 else FONT, size)
            canvas.drawString(x * MM, (297 - y) * MM, words)
        canvas.setFont(FONT, 10.5)
        for place, line in enumerate(one.lines):
            canvas.drawString(25 * MM, (297 - 66 - 4.5 * place) * MM, line)
        canvas.drawString(148 * MM, (297 - 53) * MM, one.sign)
        y = 113.0
        for lines in ([f"{one.greeting},"], *broken, [CLOSING], [OFFICE.coordinator, OFFICE.name]):
            for line in lines:
                canvas.drawString(25 * MM, (297 - y) * MM, line)
                y += 4.9
            y += 4.9
        canvas.showPage()
    canvas.save()


def _frame() -> list[tuple[float, float, float, str]]:
    """What stands alike on all letters: x, y in mm from the top left, size, words."""
    place = f"{OFFICE.postcode} {OFFICE.city}"
    return [
        (25, 22.5, 14, OFFICE.name), (25, 28, 10, OFFICE.carrier),
        (25, 60.8, 8, f"{OFFICE.name} · {OFFICE.street} · {place}"),
        (125, 53, 8.5, "Unser Zeichen"), (125, 58, 8.5, "Name"), (148, 58, 10, OFFICE.coordinator),
        (125, 63, 8.5, "Telefon"), (148, 63, 10, OFFICE.phone), (125, 68, 8.5, "E-Mail"),
        (148, 68, 10, OFFICE.email), (125, 73, 8.5, "Datum"), (148, 73, 10, "23.11.2026"),
        (25, 279, 9, f"{OFFICE.room} · {OFFICE.street} · {place} · Telefon {OFFICE.phone}"),
        (25, 283.5, 9, f"Sprechzeiten: {OFFICE.hours}"),
    ]  # fmt: skip


def _fpdf2(path: Path) -> None:
    from fpdf import FPDF

    document = FPDF()
    fonts = resources() / "fonts"
    document.add_font("Noto", fname=str(fonts / "NotoSans-Regular.ttf"))
    document.add_font("Noto", "B", fname=str(fonts / "NotoSans-Bold.ttf"))
    document.set_auto_page_break(auto=False)
    for one in READERS:
        document.add_page()
        for x, y, size, words in _frame():
            document.set_font("Noto", size=size)
            document.text(x, y, words)
        document.set_font("Noto", size=10.5)
        for place, line in enumerate(one.lines):
            document.text(25, 66 + 4.5 * place, line)
        document.text(148, 53, one.sign)
        document.set_font("Noto", "B", size=10.5)
        document.text(25, 98.5, SUBJECT)
        document.set_font("Noto", size=10.5)
        document.set_xy(25, 110)
        signed = f"{OFFICE.coordinator}\n{OFFICE.name}"
        for words in (f"{one.greeting},", *PARAGRAPHS, CLOSING, signed):
            document.set_x(25)
            document.multi_cell(165, 4.9, words, align="L")
            document.ln(4.9)
    document.output(str(path))


def _page(one: Reader) -> str:
    fixed = "".join(
        f'<p style="position:absolute;margin:0;left:{x}mm;top:{y - 3}mm;font-size:{size}pt">'
        f"{html.escape(words)}</p>"
        for x, y, size, words in (*_frame(), (148, 53, 10, one.sign))
    )
    address = "<br>".join(html.escape(line) for line in one.lines)
    words = (f"{one.greeting},", *PARAGRAPHS, CLOSING, f"{OFFICE.coordinator}, {OFFICE.name}")
    text = "".join(f"<p>{html.escape(part)}</p>" for part in words)
    return (
        f'<div style="position:relative;page-break-after:always;height:296mm">{fixed}'
        f'<p style="position:absolute;margin:0;left:25mm;top:63mm">{address}</p>'
        f'<div style="position:absolute;left:25mm;top:96mm;width:165mm"><b>{SUBJECT}</b>{text}'
        "</div></div>"
    )


def _whole() -> str:
    look = "@page{size:A4;margin:0}body{margin:0;font:10.5pt 'Noto Sans'}"
    return f"<!doctype html><meta charset=utf-8><style>{look}</style>" + "".join(
        map(_page, READERS)
    )


def _weasyprint(folder: Path) -> float | None:
    """Seconds of its own command, installed into a folder of its own; None where that fails."""
    place = FOLDER / "weasyprint"
    program = place / "bin" / "weasyprint"
    if not program.exists():
        venv.create(place, with_pip=False)
        python = str(place / "bin" / "python")
        call = [sys.executable, "-m", "pip", "--python", python, "install", "-qq", "--retries", "1"]
        if subprocess.run([*call, "weasyprint"], check=False, capture_output=True).returncode:
            return None
    source = folder / "weasyprint.html"
    source.write_text(_whole(), encoding="utf-8")
    return _called([str(program), str(source), str(folder / "weasyprint.pdf")], "WeasyPrint")


def _libreoffice(folder: Path) -> float | None:
    """Seconds from the filled document to its PDF; None where LibreOffice is not there."""
    program = shutil.which("soffice")
    if program is None:
        return None
    source = folder / "briefe.html"
    source.write_text(_whole(), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    call = [program, profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export",
            "--outdir", str(folder), str(source)]  # fmt: skip
    return _called(call, "LibreOffice")


def _called(call: list[str], title: str) -> float | None:
    """Seconds of another program; None where it does not run."""
    start = time.perf_counter()
    try:
        subprocess.run(call, check=True, capture_output=True, timeout=600)
    except (subprocess.SubprocessError, OSError):
        return None
    taken = time.perf_counter() - start
    say(f"{title} {taken:.1f} s")
    return taken
