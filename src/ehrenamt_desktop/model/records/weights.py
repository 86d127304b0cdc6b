"""The office's order of the criteria, in versions that stay reproducible."""

import datetime as dt

from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.records.base import Line, Record, record_args


class WeightSet(Record, table=True):
    """One version; the newest counts, older ones tell how former proposals were ranked.

    `ranking` is JSON, `[["person", "time"], …]`, empty when all criteria weigh the same;
    `balance` is the deduction for one open proposal per place (0 or more).
    """

    __tablename__ = "weight_set"
    __table_args__ = record_args("weight_set")

    name: str = Field(default="", max_length=120)
    on: dt.date
    ranking: str = Field(default="", max_length=1000)
    balance: float = Field(default=0.05, ge=0.0, le=1.0)


class WeightSetDraft(SQLModel):
    """A version as entered; the order itself is checked by `model.weighing`."""

    name: Line = Field(default="", max_length=120)
    balance: float = Field(default=0.05, ge=0.0, le=1.0)
