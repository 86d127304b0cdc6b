"""Dated figures of law; hints with their norm and the day they were checked, never constants."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import Mark
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class LegalParameterBase(SQLModel):
    """A figure that holds from a date on; unverified ones are shown as "zu prüfen"."""

    key: str = Field(max_length=60)
    label: str = Field(max_length=160)
    valid_from: dt.date
    value: str = Field(max_length=80)
    unit: str = Field(default="", max_length=40)
    norm: str = Field(default="", max_length=160)
    mark: Mark = Field(default=Mark.UNVERIFIED, sa_type=stored_enum(Mark))
    checked_on: dt.date | None = None
    reference: str = Field(default="", max_length=300)


class LegalParameter(Record, LegalParameterBase, table=True):
    """A kept figure of law."""

    __tablename__ = "legal_parameter"
    __table_args__ = record_args(
        "legal_parameter", UniqueConstraint("key", "valid_from", name="uq_legal_parameter_date")
    )
