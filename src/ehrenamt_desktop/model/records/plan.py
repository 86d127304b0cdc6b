"""Ways of people: plans back to work, competences on the way, and the statements of the young."""

import datetime as dt

from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import PlanOutcome, StatementAnswer, StepKind
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum


class PlanBase(SQLModel):
    """What a person wants to reach."""

    person_id: int = Field(foreign_key="person.id", index=True)
    aim: Line = Field(min_length=1, max_length=300)
    started_on: dt.date
    note: Block = Field(default="", max_length=4000)


class PlanDraft(PlanBase):
    """A plan as entered."""


class Plan(Record, PlanBase, table=True):
    """A plan as it is kept; over when `ended_on` is set, with its outcome."""

    __tablename__ = "plan"
    __table_args__ = record_args("plan")

    ended_on: dt.date | None = None
    outcome: PlanOutcome | None = Field(default=None, sa_type=stored_enum(PlanOutcome))


class PlanStepBase(SQLModel):
    """One step, and the record it is done with; `person_id` is that of its plan."""

    plan_id: int = Field(foreign_key="plan.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: StepKind = Field(default=StepKind.OTHER, sa_type=stored_enum(StepKind))
    title: Line = Field(min_length=1, max_length=200)
    due_on: dt.date | None = None
    done_on: dt.date | None = None
    training_id: int | None = Field(default=None, foreign_key="training.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    offer_id: int | None = Field(default=None, foreign_key="offer.id", index=True)
    note: Line = Field(default="", max_length=300)


class PlanStepDraft(PlanStepBase):
    """A step as entered."""


class PlanStep(Record, PlanStepBase, table=True):
    """A step as it is kept."""

    __tablename__ = "plan_step"
    __table_args__ = record_args("plan_step")


class Competence(Record, table=True):
    """Something a person wants to learn, or has shown since `gained_on`; `shown` says how."""

    __tablename__ = "competence"
    __table_args__ = record_args("competence")

    person_id: int = Field(foreign_key="person.id", index=True)
    term_id: int | None = Field(default=None, foreign_key="term.id", index=True)
    title: str = Field(default="", max_length=160)
    gained_on: dt.date | None = None
    step_id: int | None = Field(default=None, foreign_key="plan_step.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    training_id: int | None = Field(default=None, foreign_key="training.id", index=True)
    shown: str = Field(default="", max_length=300)


class StatementReply(Record, table=True):
    """What a person said to one plain statement; `doubled` if it matters most to them."""

    __tablename__ = "statement_reply"
    __table_args__ = record_args("statement_reply")

    person_id: int = Field(foreign_key="person.id", index=True)
    statement: str = Field(max_length=40)
    answer: StatementAnswer = Field(sa_type=stored_enum(StatementAnswer))
    doubled: bool = False
    on: dt.date
