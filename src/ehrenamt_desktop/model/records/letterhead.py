"""The head and foot of the office's letters; one row."""

from pydantic import field_validator
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.letterhead import HOUSE_GREEN
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args
from ehrenamt_desktop.model.rules import contrast
from ehrenamt_desktop.model.text import number

LOGO_CHARACTERS = 400_000


class LetterheadBase(SQLModel):
    """What is typed; `accent` is a colour as `#rrggbb`, the others are lines of text."""

    accent: Line = Field(default=HOUSE_GREEN, max_length=7)
    lines: Block = Field(default="", max_length=1000)
    foot: Block = Field(default="", max_length=1000)
    controller: Block = Field(default="", max_length=2000)


class LetterheadDraft(LetterheadBase):
    """A letterhead whose colour can be read on white paper."""

    @field_validator("accent")
    @classmethod
    def _readable(cls, accent: str) -> str:
        colour = accent.lower() or HOUSE_GREEN
        if not contrast.is_colour(colour):
            raise ValueError(
                "accent:Bitte geben Sie die Farbe als # mit sechs Zeichen an, z. B. #1f6f5c."
            )
        found = contrast.on_white(colour)
        if found < contrast.READABLE:
            raise ValueError(
                "accent:Diese Farbe ist auf Papier zu blass "
                f"(Kontrast {number(round(found, 1))}, nötig sind {number(contrast.READABLE)}). "
                "Bitte wählen Sie eine dunklere."
            )
        return colour


class Letterhead(Record, LetterheadBase, table=True):
    """One row; `logo` is a PNG or JPEG in base64, `controller` stands for Art. 13 GDPR."""

    __tablename__ = "letterhead"
    __table_args__ = record_args("letterhead")

    logo: str = Field(default="", max_length=LOGO_CHARACTERS)
