"""What reports to council and funders rest on: costs, targets and frozen editions."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import CostKind, Kind, PaperKind
from ehrenamt_desktop.model.records.base import Line, Record, record_args, stored_enum


class CostBase(SQLModel):
    """Money spent, in cents; without a municipality it is common to all."""

    on: dt.date = Field(index=True)
    kind: CostKind = Field(default=CostKind.OTHER, sa_type=stored_enum(CostKind))
    cents: int
    municipality: Line = Field(default="", max_length=80)
    note: Line = Field(default="", max_length=300)


class CostDraft(CostBase):
    """Money as entered; money that came back is negative."""

    cents: int = Field(ge=-100_000_000, le=100_000_000)


class Cost(CostBase, Record, table=True):
    """Money spent, as it is kept."""

    __tablename__ = "cost"
    __table_args__ = record_args("cost")


class Target(Record, table=True):
    """What a figure is to reach in a year; without a municipality for all of them."""

    __tablename__ = "target"
    __table_args__ = record_args(
        "target", UniqueConstraint("year", "figure", "municipality", name="uq_target_figure")
    )

    year: int
    figure: str = Field(max_length=40)
    municipality: str = Field(default="", max_length=80)
    value: float


class Edition(Record, table=True):
    """A report as it was given out: its figures and their definitions (JSON), never names.

    `hash` is SHA-256 over definitions and figures; `words` are the coordinator's sentences (JSON).
    """

    __tablename__ = "edition"
    __table_args__ = record_args("edition")

    number: int = Field(unique=True)
    kind: PaperKind = Field(sa_type=stored_enum(PaperKind))
    title: str = Field(max_length=200)
    start_on: dt.date
    end_on: dt.date
    on: dt.date
    hash: str = Field(default="", max_length=64)
    definitions: str = Field(default="", max_length=200_000)
    figures: str = Field(default="", max_length=1_000_000)
    words: str = Field(default="", max_length=20_000)


class EditionCase(Record, table=True):
    """One record that an edition counted under a figure, by number and generalised attributes.

    `record` is no foreign key: what was counted stays, also when the record is deleted.
    `quarter` is written `2026-Q4`.
    """

    __tablename__ = "edition_case"
    __table_args__ = record_args(
        "edition_case", Index("ix_edition_case_figure", "edition_id", "figure")
    )

    edition_id: int = Field(foreign_key="edition.id")
    figure: str = Field(max_length=40)
    kind: Kind = Field(sa_type=stored_enum(Kind))
    record: int
    municipality: str = Field(default="", max_length=80)
    age_group: str = Field(default="", max_length=16)
    area: str = Field(default="", max_length=80)
    quarter: str = Field(default="", max_length=7)
