"""The network: things to lend, relations, experiences, bodies outside, and public work."""

import datetime as dt

from pydantic import model_validator
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import ActorKind, Mark, OutreachKind, RelationKind, ResourceKind
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum

MOST_CENTS = 1_000_000_00


class ResourceBase(SQLModel):
    """Something that is lent or shared; without an initiative it is the office's own.

    `fee_cents` and `deposit_cents` in cents, for one lending.
    """

    name: Line = Field(min_length=1, max_length=160)
    kind: ResourceKind = Field(default=ResourceKind.OTHER, sa_type=stored_enum(ResourceKind))
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    amount: int = Field(default=1, ge=1, le=10_000)
    description: Block = Field(default="", max_length=2000)
    conditions: Block = Field(default="", max_length=2000)
    fee_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    deposit_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)


class ResourceDraft(ResourceBase):
    """A resource as entered."""


class Resource(Record, ResourceBase, table=True):
    """A resource as it is kept; one that is gone is not `active`."""

    __tablename__ = "resource"
    __table_args__ = record_args("resource")

    active: bool = True


class LendingBase(SQLModel):
    """Who has a resource from when until when; `amount` pieces of it."""

    resource_id: int = Field(foreign_key="resource.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    amount: int = Field(default=1, ge=1, le=10_000)
    lent_on: dt.date
    due_on: dt.date
    condition_out: Line = Field(default="", max_length=300)


class LendingDraft(LendingBase):
    """A lending as entered."""

    @model_validator(mode="after")
    def _agrees(self) -> "LendingDraft":
        if self.due_on < self.lent_on:
            raise ValueError("due_on:Die Rückgabe liegt vor der Ausleihe.")
        if (self.initiative_id is None) == (self.person_id is None):
            raise ValueError("initiative_id:Bitte wählen Sie, wer ausleiht.")
        return self


class Lending(Record, LendingBase, table=True):
    """A lending as it is kept."""

    __tablename__ = "lending"
    __table_args__ = record_args("lending")

    returned_on: dt.date | None = None
    condition_back: str = Field(default="", max_length=300)


class RelationBase(SQLModel):
    """One initiative `kind` another."""

    from_id: int = Field(foreign_key="initiative.id", index=True)
    to_id: int = Field(foreign_key="initiative.id", index=True)
    kind: RelationKind = Field(sa_type=stored_enum(RelationKind))
    since: dt.date | None = None
    note: Line = Field(default="", max_length=300)


class RelationDraft(RelationBase):
    """A relation as entered."""

    @model_validator(mode="after")
    def _two_bodies(self) -> "RelationDraft":
        if self.from_id == self.to_id:
            raise ValueError("to_id:Bitte wählen Sie eine andere Initiative.")
        return self


class Relation(Record, RelationBase, table=True):
    """A relation as it is kept."""

    __tablename__ = "relation"
    __table_args__ = record_args("relation")


class ExperienceBase(SQLModel):
    """A question and what somebody learned about it: "Wer hat das schon gemacht?"."""

    question: Line = Field(min_length=1, max_length=200)
    answer: Block = Field(default="", max_length=4000)
    keywords: Line = Field(default="", max_length=200)
    area_id: int | None = Field(default=None, foreign_key="term.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    training_id: int | None = Field(default=None, foreign_key="training.id", index=True)
    on: dt.date


class ExperienceDraft(ExperienceBase):
    """An experience as entered."""


class Experience(Record, ExperienceBase, table=True):
    """An experience as it is kept."""

    __tablename__ = "experience"
    __table_args__ = record_args("experience")


class ActorBase(SQLModel):
    """A body outside that people and initiatives are sent on to (domain brief 7)."""

    name: Line = Field(min_length=1, max_length=160)
    kind: ActorKind = Field(default=ActorKind.OTHER, sa_type=stored_enum(ActorKind))
    task: Block = Field(default="", max_length=1000)
    county: Line = Field(default="", max_length=80)
    street: Line = Field(default="", max_length=120)
    postcode: Line = Field(default="", max_length=10)
    city: Line = Field(default="", max_length=80)
    phone: Line = Field(default="", max_length=40)
    email: Line = Field(default="", max_length=120)
    website: Line = Field(default="", max_length=200)
    checked_on: dt.date | None = None
    mark: Mark = Field(default=Mark.UNVERIFIED, sa_type=stored_enum(Mark))
    note: Block = Field(default="", max_length=2000)


class ActorDraft(ActorBase):
    """An actor as entered."""


class Actor(Record, ActorBase, table=True):
    """An actor as it is kept; one that is gone is not `active`."""

    __tablename__ = "actor"
    __table_args__ = record_args("actor")

    active: bool = True


class Referral(Record, table=True):
    """Somebody was sent on to a body outside."""

    __tablename__ = "referral"
    __table_args__ = record_args("referral")

    actor_id: int = Field(foreign_key="actor.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    on: dt.date = Field(index=True)
    reason: str = Field(default="", max_length=300)


class OutreachBase(SQLModel):
    """One piece of public work; `people` is how many came, None if nobody counted."""

    kind: OutreachKind = Field(default=OutreachKind.PRESS, sa_type=stored_enum(OutreachKind))
    on: dt.date = Field(index=True)
    title: Line = Field(min_length=1, max_length=200)
    medium: Line = Field(default="", max_length=160)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    people: int | None = Field(default=None, ge=0, le=1_000_000)
    note: Block = Field(default="", max_length=1000)


class OutreachDraft(OutreachBase):
    """A piece of public work as entered."""


class Outreach(Record, OutreachBase, table=True):
    """A piece of public work as it is kept."""

    __tablename__ = "outreach"
    __table_args__ = record_args("outreach")
