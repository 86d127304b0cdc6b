"""The office's own words for letters, in versions."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import LetterTo
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args


class LetterTextDraft(SQLModel):
    """Words as typed; the placeholders are checked by `model.letter_text`."""

    title: Line = Field(min_length=1, max_length=120)
    to: LetterTo = LetterTo.ANYONE
    subject: Line = Field(min_length=1, max_length=200)
    closing: Line = Field(min_length=1, max_length=200)
    body: Block = Field(min_length=1, max_length=20_000)


class LetterText(Record, table=True):
    """One version of a letter's words (Markdown with placeholders); the newest of a name counts.

    `name` is that of the shipped text it replaces, or a new one.
    """

    __tablename__ = "letter_text"
    __table_args__ = record_args("letter_text", Index("ix_letter_text_name", "name", "id"))

    name: str = Field(max_length=40)
    title: str = Field(default="", max_length=120)
    purpose: str = Field(default="", max_length=32)
    subject: str = Field(default="", max_length=200)
    closing: str = Field(default="", max_length=200)
    body: str = Field(default="", max_length=20_000)
    on: dt.date
