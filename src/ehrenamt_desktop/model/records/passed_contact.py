"""Who received whose contact, when and what of it (the recipients of Art. 15 and 19 GDPR)."""

import datetime as dt

from sqlmodel import Field

from ehrenamt_desktop.model.enums import PassingWay
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class PassedContact(Record, table=True):
    """One contact passed on; `parts` names the fields handed over, divided by commas."""

    __tablename__ = "passed_contact"
    __table_args__ = record_args("passed_contact")

    placement_id: int = Field(foreign_key="placement.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact_person.id", index=True)
    recipient: str = Field(default="", max_length=200)
    address: str = Field(default="", max_length=200)
    way: PassingWay = Field(default=PassingWay.EMAIL, sa_type=stored_enum(PassingWay))
    parts: str = Field(default="", max_length=300)
    on: dt.date
