"""Every paper is well made, whatever stands in the office's records (issue 6)."""

from __future__ import annotations

import shutil

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
from tests.every_paper import DAY, EVERY, make_all
from tests.hostile_office import TEXTS, fill
from tests.printed import read

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import EhrenamtError
from ehrenamt_desktop.model.rules import contrast
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.services.office import open_office

NAME = "Łukasz Weiß, Straße"
LONG = 4
"""Pages from which a paper has bookmarks."""

ACCENTS = 0.5
"""Millimetres in which the tail of a g may reach the dots of the Ä in the next line."""

EDGE = 3.0  # mm at the edge of the sheet that no printer reaches
FORBIDDEN = (
    "/URI", "/Launch", "/JavaScript", "/JS", "/EmbeddedFile", "/GoToR", "/SubmitForm",
    "/OpenAction", "/AA", "/F",
)  # fmt: skip
REFUSED = {"Anschrift", "kürzen", "Angebot"}


@pytest.fixture
def papers(demo_store, tmp_path):
    """Makes all papers of the demonstration office, its texts replaced first if wanted."""

    def make(text=None):
        path = tmp_path / "office.ehrenamt"
        shutil.copyfile(demo_store, path)
        if text is not None:
            fill(path, text)
        folder = tmp_path / "papers"
        folder.mkdir()
        with clock.frozen(DAY):
            office = open_office(path)
            try:
                made = dict(make_all(office, folder))
            finally:
                office.close()
        return made

    return make


def test_every_paper_is_well_made(papers, tmp_path):
    made = papers()
    assert set(made) == set(EVERY)
    problems = {
        name: found
        for name, path in made.items()
        if (found := [str(path)] if isinstance(path, EhrenamtError) else [*quality(path, tmp_path)])
    }
    assert not problems


@pytest.mark.parametrize("bold", [False, True])
def test_names_survive_being_copied(tmp_path, bold):
    path = tmp_path / "x.pdf"
    canvas = paper.new_canvas(path, NAME, NAME, NAME)
    paper.draw_line(canvas, 72, 700, NAME, 12, bold=bold)
    canvas.save()
    assert read(path).pages[0].strip() == NAME
    found = pypdf.PdfReader(path)
    assert found.pages[0].extract_text().strip() == NAME
    assert (found.metadata.title, found.metadata.author) == (NAME, NAME)


@pytest.mark.parametrize("kind", TEXTS)
def test_no_text_breaks_a_paper(papers, tmp_path, kind):
    problems = {}
    for name, path in papers(TEXTS[kind]).items():
        if isinstance(path, EhrenamtError):
            found = [] if any(word in path.sentence for word in REFUSED) else [path.sentence]
        else:
            found = [*spots(path), *quality(path, tmp_path)]
        if found:
            problems[name] = found[:6]
    assert not problems


def quality(path, folder):
    """What is wrong with the file itself."""
    with pikepdf.open(path) as pdf:
        yield from pdf.check_pdf_syntax()
        for key in ("/Title", "/Author"):
            if not str(pdf.docinfo.get(key, "")).strip():
                yield f"no {key}"
        if str(pdf.Root.get("/Lang", "")) != "de":
            yield "no language"
        if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            yield "its title is not shown"
        if len(pdf.pages) >= LONG and "/Outlines" not in pdf.Root:
            yield f"{len(pdf.pages)} pages without bookmarks"
        yield from fonts(pdf)
        yield from reach(pdf)
    if str(folder).encode() in path.read_bytes():
        yield "names a folder of the computer"
    yield from readable(path)


def fonts(pdf):
    """Fonts that are not in the file, or whose signs cannot be copied out of it."""
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font":
            continue
        name = str(thing.get("/BaseFont", "?"))
        if name == "/Helvetica" and "/AcroForm" in pdf.Root:
            continue  # what is typed into a field later is drawn by the reader's own
        if thing.get("/Subtype") == "/CIDFontType2":
            continue
        descriptor = thing.get("/FontDescriptor", {})
        if "/FontFile2" not in descriptor and "/DescendantFonts" not in thing:
            yield f"{name} is not embedded"
        if "/ToUnicode" not in thing:
            yield f"{name} cannot be copied"


def reach(pdf):
    """What would reach out of the file: links, programs, other files."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            if thing.get("/Subtype") == "/Image":
                yield "holds a picture"  # the demonstration office has no logo
            for key in FORBIDDEN:
                if key in thing and not (key == "/F" and thing.get("/Subtype") == "/Widget"):
                    yield f"holds {key}"
            if thing.get("/S") in ("/URI", "/Launch", "/JavaScript"):
                yield f"does {thing['/S']}"


def readable(path):
    """Text that is too pale for a black-and-white printer; white is for dark ground."""
    document = pypdfium2.PdfDocument(path)
    pale = set()
    for page in document:
        for one in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=5):
            parts = [raw.c_uint() for _ in range(4)]
            raw.FPDFPageObj_GetFillColor(one, *parts)
            colour = "#" + "".join(f"{part.value:02x}" for part in parts[:3])
            if contrast.on_white(colour) < contrast.READABLE and colour != "#ffffff":
                pale.add(colour)
    document.close()
    return [f"{colour} is too pale" for colour in sorted(pale)]


def spots(path):
    """Words that leave the page or lie upon each other."""
    made = read(path)
    for page in range(len(made.pages)):
        wide, high = made.sizes[page]
        words = sorted((w for w in made.words if w.page == page), key=lambda word: word.top)
        for word in words:
            if word.left < EDGE or word.right > wide - EDGE:
                yield f"page {page + 1}: {word.text[:30]!r} leaves the side {word.left:.1f}"
            if word.top < EDGE or word.bottom > high - EDGE:
                yield f"page {page + 1}: {word.text[:30]!r} leaves the height {word.bottom:.1f}"
        for place, one in enumerate(words):
            for two in words[place + 1 :]:
                if two.top > one.bottom:
                    break
                if min(one.bottom, two.bottom) - two.top > ACCENTS and one.overlaps(two):
                    yield f"page {page + 1}: {one.text[:30]!r} lies upon {two.text[:30]!r}"
