"""Records on their way out, and what statistics keep of them afterwards."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from ehrenamt_desktop.model.enums import ArchiveAnswer, ErasureReason, Kind
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class Erasure(Record, table=True):
    """One record on its way out: proposed, offered to the archive, released, done.

    Numbers are never used twice, so `record_id` leads to nobody once `done_on` is set; nothing
    else in here may tell who it was.
    """

    __tablename__ = "erasure"
    __table_args__ = record_args(
        "erasure", UniqueConstraint("kind", "record_id", name="uq_erasure_record")
    )

    kind: Kind = Field(sa_type=stored_enum(Kind))
    record_id: int
    reason: ErasureReason = Field(sa_type=stored_enum(ErasureReason))
    rule: str = Field(default="", max_length=120)
    requested_on: dt.date | None = None
    proposed_on: dt.date | None = None
    offered_on: dt.date | None = None
    answer: ArchiveAnswer | None = Field(default=None, sa_type=stored_enum(ArchiveAnswer))
    answered_on: dt.date | None = None
    file_number: str = Field(default="", max_length=80)
    released_on: dt.date | None = None
    done_on: dt.date | None = None
    note: str = Field(default="", max_length=1000)


class PastCase(Record, table=True):
    """What statistics keep of one event of an erased person (domain 3.9): never who it was.

    `quarter` and `until_quarter` ("2026-Q3", empty: none), `amount` in hours, minutes or cases as
    the kind says, `mark` an outcome or channel, `first` whether it was the person's first.
    """

    __tablename__ = "past_case"
    __table_args__ = record_args("past_case", Index("ix_past_case_kind", "kind", "quarter"))

    kind: str = Field(max_length=32)
    quarter: str = Field(max_length=7)
    until_quarter: str = Field(default="", max_length=7)
    age_group: str = Field(default="", max_length=16)
    municipality: str = Field(default="", max_length=80)
    area_id: int | None = Field(default=None, foreign_key="term.id")
    mark: str = Field(default="", max_length=80)
    amount: float = 1
    first: bool = False
