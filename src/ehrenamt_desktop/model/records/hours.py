"""Hours of engagement, by month."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from ehrenamt_desktop.model.records.base import Record, record_args


class HourEntry(Record, table=True):
    """The hours of one placement in one month; `month` is its first day."""

    __tablename__ = "hour_entry"
    __table_args__ = record_args(
        "hour_entry", UniqueConstraint("placement_id", "month", name="uq_hour_entry_month")
    )

    placement_id: int = Field(foreign_key="placement.id")
    month: dt.date
    hours: float = Field(ge=0.0, le=744.0)
    note: str = Field(default="", max_length=300)
