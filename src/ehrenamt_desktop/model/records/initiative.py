"""Initiatives: any body that offers tasks, with the people who speak for it."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import ConsentForm, InitiativeStatus, InitiativeType, Salutation
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum


class InitiativeBase(SQLModel):
    """What is known of a body (Verein, Kirche, Kommune, Gruppe, Unternehmen)."""

    name: Line = Field(min_length=1, max_length=160)
    type: InitiativeType | None = Field(default=None, sa_type=stored_enum(InitiativeType))
    legal_form: Line = Field(default="", max_length=80)
    parent_body: Line = Field(default="", max_length=160)
    nonprofit: bool | None = None
    exemption_until: dt.date | None = None
    street: Line = Field(default="", max_length=120)
    postcode: Line = Field(default="", max_length=10)
    city: Line = Field(default="", max_length=80)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    phone: Line = Field(default="", max_length=40)
    email: Line = Field(default="", max_length=120)
    website: Line = Field(default="", max_length=200)
    purpose: Block = Field(default="", max_length=2000)
    volunteers: int | None = Field(default=None, ge=0, le=100_000)
    accident_insurer: Line = Field(default="", max_length=120)
    liability_cover: Line = Field(default="", max_length=120)
    protection_agreed_on: dt.date | None = None
    cooperation_since: dt.date | None = None
    note: Block = Field(default="", max_length=4000)
    status: InitiativeStatus = Field(
        default=InitiativeStatus.ACTIVE, sa_type=stored_enum(InitiativeStatus)
    )


class InitiativeDraft(InitiativeBase):
    """An initiative as entered."""


class Initiative(Record, InitiativeBase, table=True):
    """A kept initiative; `sort_key` is the folded name."""

    __tablename__ = "initiative"
    __table_args__ = record_args("initiative", Index("ix_initiative_sort", "sort_key", "id"))

    sort_key: str = Field(default="", max_length=200)
    trashed_at: dt.datetime | None = None


class ContactPersonBase(SQLModel):
    """Somebody who speaks for an initiative."""

    salutation: Salutation | None = Field(default=None, sa_type=stored_enum(Salutation))
    title: Line = Field(default="", max_length=40)
    first_name: Line = Field(default="", max_length=80)
    last_name: Line = Field(min_length=1, max_length=80)
    function: Line = Field(default="", max_length=80)
    phone: Line = Field(default="", max_length=40)
    email: Line = Field(default="", max_length=120)
    deputy: bool = False


class ContactDraft(ContactPersonBase):
    """A contact person as entered, with their consent to be named in public, if there is one."""

    publish_consent_on: dt.date | None = None
    publish_consent_form: ConsentForm | None = None


class ContactPerson(Record, ContactPersonBase, table=True):
    """A kept contact person."""

    __tablename__ = "contact_person"
    __table_args__ = record_args("contact_person")

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    notice_on: dt.date | None = None
    notice_version: str = Field(default="", max_length=40)


class FoundingStepDraft(SQLModel):
    """A point of the checklist as entered."""

    title: Line = Field(min_length=1, max_length=200)
    done_on: dt.date | None = None
    note: Line = Field(default="", max_length=1000)


class InterestDraft(SQLModel):
    """A person who would take part, as entered."""

    person_id: int
    on: dt.date
    note: Line = Field(default="", max_length=1000)


class FoundingStep(Record, table=True):
    """One line of the checklist of an initiative that is being founded."""

    __tablename__ = "founding_step"
    __table_args__ = record_args("founding_step")

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    title: str = Field(max_length=200)
    done_on: dt.date | None = None
    note: str = Field(default="", max_length=1000)


class Interest(Record, table=True):
    """A person who would take part in an initiative that is being founded."""

    __tablename__ = "interest"
    __table_args__ = record_args(
        "interest", UniqueConstraint("initiative_id", "person_id", name="uq_interest")
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    on: dt.date
    note: str = Field(default="", max_length=1000)
