"""Papers this program made: sheets on notice boards, letters, lists."""

import datetime as dt

from sqlmodel import Field

from ehrenamt_desktop.model.enums import PaperKind
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class Posting(Record, table=True):
    """One paper: what, when, for where, until when; `offers` lists numbers with blanks between.

    `part` is the municipality or field a sheet was made for, `words` what was changed by hand;
    an export with personal data has a `purpose` and a day on which the file is to be deleted.
    """

    __tablename__ = "posting"
    __table_args__ = record_args("posting")

    kind: PaperKind = Field(sa_type=stored_enum(PaperKind))
    title: str = Field(max_length=200)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    offers: str = Field(default="", max_length=100_000)
    rows: int = 0
    printed_on: dt.date
    take_down_on: dt.date | None = None
    taken_down_on: dt.date | None = None
    path: str = Field(default="", max_length=1000)
    board_id: int | None = Field(default=None, foreign_key="board.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    letter_text_id: int | None = Field(default=None, foreign_key="letter_text.id", index=True)
    words: str = Field(default="", max_length=20_000)
    part: str = Field(default="", max_length=120)
    purpose: str = Field(default="", max_length=300)
    delete_on: dt.date | None = None
    deleted_on: dt.date | None = None
