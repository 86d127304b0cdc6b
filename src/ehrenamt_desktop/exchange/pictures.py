"""A foreign picture becomes a clean one: decoded, freed of all but its dots, and written anew.

Runs in the reading child only. Lengths are dots.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop.errors import BadFile

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_DOTS = 40_000_000
"""Dots of a picture that is opened at all: 120 MB in memory."""

LARGEST = (1200, 600)
"""Size that is kept: a logo of 50 × 25 mm in 600 dots per inch."""

_STEPS = 6
_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_GONE = "„{name}“ lässt sich nicht öffnen. Bitte wählen Sie die Datei neu."
_OTHER = "„{name}“ ist kein Bild im Format PNG oder JPEG. Bitte wählen Sie ein solches Bild."
_BROKEN = (
    "Das Bild „{name}“ ist beschädigt oder nicht vollständig. Bitte speichern Sie es in einem "
    "Bildprogramm neu, oder wählen Sie ein anderes."
)
_LARGE = (
    "Das Bild „{name}“ ist zu groß. Bitte verkleinern Sie es in einem Bildprogramm auf höchstens "
    "2000 Punkte Breite."
)


def clean(path: Path, most: int) -> bytes:
    """The picture as PNG, or as JPEG where that is too long, on white ground.

    Whatever else the file carries (place, camera, text, a second file behind it) is left out.

    Args:
        path: the file; its ending is not trusted.
        most: bytes of the result.

    Raises:
        BadFile: no PNG or JPEG, damaged, or too large.
    """
    name = path.name
    try:
        data = path.read_bytes()
    except OSError:
        raise BadFile(
            f"„{name}“ lässt sich nicht öffnen. Bitte wählen Sie die Datei neu."
        ) from None
    if not data.startswith(_MARKS):
        raise BadFile(_OTHER.format(name=name))
    try:
        return _written(_opened(data, name), most, name)
    except MemoryError:
        raise BadFile(_LARGE.format(name=name)) from None


def _opened(data: bytes, name: str) -> Image:
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged notes in a picture that can be read are no matter
        try:
            found = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if found.width * found.height > MOST_DOTS:
                raise BadFile(_LARGE.format(name=name))
            found.load()
            turned = ImageOps.exif_transpose(found)
        except Image.DecompressionBombError:
            raise BadFile(_LARGE.format(name=name)) from None
        except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError,
                OverflowError, struct.error, zlib.error):  # fmt: skip
            raise BadFile(_BROKEN.format(name=name)) from None
    turned.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    return _on_white(turned)


def _on_white(picture: Image) -> Image:
    """Plain red, green and blue; what is transparent shows the paper."""
    from PIL import Image

    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.point(lambda dot: dot / 256).convert("L").convert("RGB")
    if picture.mode in ("LA", "PA", "RGBA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("RGB")
    return picture.convert("RGB")


def _written(picture: Image, most: int, name: str) -> bytes:
    from PIL import Image

    bare = Image.frombytes("RGB", picture.size, picture.tobytes())
    for _ in range(_STEPS):
        for form, options in (("PNG", {"optimize": True}), ("JPEG", {"quality": 90})):
            out = io.BytesIO()
            bare.save(out, form, **options)
            if out.tell() <= most:
                return out.getvalue()
        bare = bare.resize((max(1, bare.width * 3 // 4), max(1, bare.height * 3 // 4)))
    raise BadFile(_LARGE.format(name=name))
