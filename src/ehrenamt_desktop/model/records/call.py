"""A call note as it is entered; kept as an interaction."""

import datetime as dt

from pydantic import model_validator
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.records.base import Block, Line


class CallDraft(SQLModel):
    """Who rang, from which number, what about; a name or a number is needed.

    `waits` says that something is still to be done.
    """

    caller: Line = Field(default="", max_length=120)
    caller_phone: Line = Field(default="", max_length=40)
    note: Block = Field(default="", max_length=4000)
    on: dt.date
    at: dt.time | None = None
    waits: bool = True
    person_id: int | None = None
    initiative_id: int | None = None

    @model_validator(mode="after")
    def _somebody_rang(self) -> "CallDraft":
        if not (self.caller or self.caller_phone):
            raise ValueError("caller:Bitte geben Sie einen Namen oder eine Nummer ein.")
        return self
