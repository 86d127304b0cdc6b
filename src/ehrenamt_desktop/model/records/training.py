"""Trainings, exchange meetings, information evenings and volunteer days, and who came."""

import datetime as dt

from pydantic import model_validator
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import SignUpState, TrainingKind, TrainingStatus
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum

MOST_CENTS = 1_000_000_00


class TrainingBase(SQLModel):
    """What people are invited to.

    Units: `fee_cents` is what a participant pays, `cost_cents` what the office pays, both in
    cents; `places` None means without limit. `proof_term_id` is the proof it gives, for
    `proof_months` months (None: for good). Without an initiative the office itself invites.
    """

    kind: TrainingKind = Field(default=TrainingKind.TRAINING, sa_type=stored_enum(TrainingKind))
    title: Line = Field(min_length=1, max_length=160)
    topic: Block = Field(default="", max_length=2000)
    target_group: Line = Field(default="", max_length=160)
    speaker: Line = Field(default="", max_length=120)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    venue: Line = Field(default="", max_length=160)
    places: int | None = Field(default=None, ge=1, le=10_000)
    fee_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    cost_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    sign_up_until: dt.date | None = None
    proof_term_id: int | None = Field(default=None, foreign_key="term.id", index=True)
    proof_months: int | None = Field(default=None, ge=1, le=600)
    competence: Line = Field(default="", max_length=160)
    status: TrainingStatus = Field(
        default=TrainingStatus.PLANNED, sa_type=stored_enum(TrainingStatus)
    )
    minutes: Block = Field(default="", max_length=8000)
    questions: Block = Field(default="", max_length=4000)
    note: Block = Field(default="", max_length=4000)


class TrainingDraft(TrainingBase):
    """A training as entered."""


class Training(Record, TrainingBase, table=True):
    """A training as it is kept."""

    __tablename__ = "training"
    __table_args__ = record_args("training")


class TrainingDayBase(SQLModel):
    """One of its dates; local times."""

    training_id: int = Field(foreign_key="training.id", index=True)
    on: dt.date = Field(index=True)
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    venue: Line = Field(default="", max_length=160)


class TrainingDayDraft(TrainingDayBase):
    """A date as entered."""

    @model_validator(mode="after")
    def _times_agree(self) -> "TrainingDayDraft":
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValueError("ends_at:Das Ende liegt vor dem Beginn.")
        return self


class TrainingDay(Record, TrainingDayBase, table=True):
    """A date as it is kept."""

    __tablename__ = "training_day"
    __table_args__ = record_args("training_day")


class TrainingPaper(Record, table=True):
    """A paper of the library that belongs to a training."""

    __tablename__ = "training_paper"
    __table_args__ = record_args("training_paper")

    training_id: int = Field(foreign_key="training.id", index=True)
    document_id: int = Field(foreign_key="document.id", index=True)


class Attendance(Record, table=True):
    """A person, or a contact person of an initiative, and a training.

    `initiative_id` is the body that sends a person. `attended` is None until it was keyed in;
    `credential_id` is the proof that came of it.
    """

    __tablename__ = "attendance"
    __table_args__ = record_args("attendance")

    training_id: int = Field(foreign_key="training.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact_person.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    state: SignUpState = Field(default=SignUpState.INVITED, sa_type=stored_enum(SignUpState))
    invited_on: dt.date | None = None
    signed_up_on: dt.date | None = None
    confirmed_on: dt.date | None = None
    attended: bool | None = None
    certificate_on: dt.date | None = None
    credential_id: int | None = Field(default=None, foreign_key="credential.id", index=True)
    note: str = Field(default="", max_length=300)
