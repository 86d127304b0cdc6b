"""Workbooks made by hand, as other programs write them, and a second reader that checks ours."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

TRANSITIONAL = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
STRICT = (
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = (
    "General",
    "00000",
    "dd.mm.yyyy",
    "hh:mm",
    "[h]:mm",
    "0%",
    '#,##0.00 "€"',
    "dd.mm.yyyy hh:mm",
)
"""Number formats by style number of the made books."""

HEAD = ("Nachname", "Vorname", "PLZ", "Telefon", "Geburtsdatum", "Notiz")

RICH = (
    "<si><r><rPr><b/></rPr><t>Sü</t></r><r><t xml:space='preserve'>ß </t></r></si>"
    "<si><t>Änne</t><rPh sb='0' eb='1'><t>WEG</t></rPh></si>"
    "<si><t>a_x000D_b_x005F_c</t></si>"
)
"""Shared strings in several runs, with a reading, with escaped signs."""


def text(value: str) -> str:
    """A cell's inner XML for text; its type is `inlineStr`."""
    return f"<is><t>{value}</t></is>"


def cell(at: str, value: object = "", kind: str = "", *, style: int = 0, more: str = "") -> str:
    """One cell: text becomes an inline string, numbers are stored, `kind` overrides."""
    if kind == "" and isinstance(value, str):
        return f'<c r="{at}" s="{style}" t="inlineStr">{more}{text(value)}</c>'
    typed = f' t="{kind}"' if kind else ""
    return f'<c r="{at}" s="{style}"{typed}>{more}<v>{value}</v></c>'


def row(number: int, *cells: str, more: str = "") -> str:
    """One row."""
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def line(number: int, *values: object) -> str:
    """One row of plain values from column A on; None leaves a cell out."""
    made = [
        cell(f"{chr(65 + at)}{number}", value)
        for at, value in enumerate(values)
        if value is not None
    ]
    return row(number, *made)


def parts(
    sheets: Mapping[str, str],
    *,
    names: tuple[str, str] = TRANSITIONAL,
    states: Mapping[str, str] | None = None,
    strings: str = "",
    mac: bool = False,
    before: str = "",
    after: str = "",
) -> dict[str, bytes]:
    """The parts of a workbook; `sheets` maps names to the rows' XML."""
    main, relations = names
    states = states or {}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}" '
        f'state="{states.get(name, "visible")}"/>'
        for at, name in enumerate(sheets, start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{relations}/worksheet" '
        f'Target="worksheets/sheet{at}.xml"/>'
        for at, _ in enumerate(sheets, start=1)
    )
    links += f'<Relationship Id="s" Type="{relations}/styles" Target="/xl/styles.xml"/>'
    links += f'<Relationship Id="t" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/>'
    codes = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for at, code in enumerate(FORMATS)
    )
    styles = "".join(f'<xf numFmtId="{200 + at}"/>' for at, _ in enumerate(FORMATS))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    known = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{kind}.{of}+xml"/>'
        for part, of in (("workbook", "sheet.main"), ("styles", "styles"),
                         ("sharedStrings", "sharedStrings"),
                         *((f"worksheets/sheet{at}", "worksheet")
                           for at, _ in enumerate(sheets, start=1)))
    )  # fmt: skip
    made = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'content-types"><Default Extension="rels" ContentType="x/y"/>{known}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">'
        f'<workbookPr date1904="{int(mac)}"/><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts>{codes}</numFmts>'
        f"<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
    }
    for at, rows in enumerate(sheets.values(), start=1):
        made[f"xl/worksheets/sheet{at}.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">{before}'
            f"<sheetData>{rows}</sheetData>{after}</worksheet>"
        )
    return {name: content.encode() for name, content in made.items()}


def write(path: Path, content: Mapping[str, bytes]) -> Path:
    """An archive of the parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def filled(path: Path, sheet: int = 1) -> set[str]:
    """The addresses of all cells of a sheet that say anything, found without our reader."""
    found = set()
    with zipfile.ZipFile(path) as archive:
        tree = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    number = 0
    for one in tree.iter():
        if one.tag.rpartition("}")[2] == "row":
            number = int(one.get("r") or number + 1)
            column = 0
            for part in one:
                at = part.get("r") or f"{chr(65 + column)}{number}"
                column = ord(re.sub(r"\d", "", at)[-1]) - 64
                if "".join(part.itertext()).strip():
                    found.add(at)
    return found
