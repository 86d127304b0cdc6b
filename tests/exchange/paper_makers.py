"""Papers as a library gets them, and such as nobody wants, made in memory."""

from __future__ import annotations

import io
import zipfile

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
OVERRIDE = (
    '<Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.{}+xml"/>'
)
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body>'
    "</w:document>"
)
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>{}</office:body>'
    "</office:document-content>"
)
MAIL = (
    b"From: =?utf-8?q?K=C3=A4the?= <k@example.org>\r\nTo: buero@example.org\r\nSubject: Antrag\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
    b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xfc\xdfe aus Sontra\r\n--x\r\n"
    b"Content-Type: text/html\r\n\r\n<b>doppelt</b>\r\n--x\r\n"
    b'Content-Type: application/pdf; name="a.pdf"\r\n'
    b'Content-Disposition: attachment; filename="Freistellung.pdf"\r\n\r\nxx\r\n--x--\r\n'
)


def pdf(*lines: str, password: str = "", script: str = "", pages: int = 1) -> bytes:
    """A PDF with a form; `script` runs when it is opened by a program that obeys."""
    out = io.BytesIO()
    locked = StandardEncryption(password, "besitz", strength=128) if password else None
    canvas = Canvas(out, encrypt=locked)
    for _ in range(pages):
        for at, line in enumerate(lines):
            canvas.drawString(50, 750 - 15 * at, line)
        if pages == 1:
            canvas.acroForm.textfield(
                name="name", tooltip="Vorname und Name", x=50, y=90, value="Käthe Strauß", width=99
            )
            canvas.acroForm.checkbox(name="f", tooltip="Führerschein", x=50, y=50)
        canvas.showPage()
    if script:
        canvas.setCatalogEntry("OpenAction", _script(script))
    canvas.save()
    return out.getvalue()


def _script(words: str) -> object:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

    return PDFDictionary({"S": PDFName("JavaScript"), "JS": PDFString(words)})


def packed(parts: dict[str, str | bytes]) -> bytes:
    """An archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **more: str | bytes) -> bytes:
    """A Word file with a header; `more` are further parts."""
    types = OVERRIDE.format("word/document.xml", "wordprocessingml.document.main")
    types += OVERRIDE.format("word/header1.xml", "wordprocessingml.header")
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format(types),
        "word/document.xml": WORD.format(body),
        "word/header1.xml": WORD.format("<w:p><w:r><w:t>Kopfzeile</w:t></w:r></w:p>"),
    }
    parts.update(more)
    return packed(parts)


def odt(body: str, kind: str = "text") -> bytes:
    """An OpenDocument file."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return packed({"mimetype": mimetype, "content.xml": ODT.format(body)})
