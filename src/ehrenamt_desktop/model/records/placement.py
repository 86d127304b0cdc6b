"""Placements: from the proposal to the end, with history, reminders and talks."""

import datetime as dt

from pydantic import model_validator
from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    EndReason,
    FollowUpKind,
    FollowUpResult,
    InteractionKind,
    InteractionState,
    Kind,
    PlacementState,
    TalkChannel,
)
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum


class Placement(Record, table=True):
    """One person and one offer; four states, trial and getting to know are dates.

    The clearance certificate is only "confirmed by the carrier on" and "look again on": no file,
    no note, no conviction field, never a rule of matching (domain brief 3.5).
    """

    __tablename__ = "placement"
    __table_args__ = record_args(
        "placement",
        Index("ix_placement_person", "person_id", "state"),
        Index("ix_placement_offer", "offer_id", "state"),
        Index("ix_placement_state", "state", "proposed_on"),
    )

    person_id: int = Field(foreign_key="person.id")
    offer_id: int = Field(foreign_key="offer.id")
    state: PlacementState = Field(
        default=PlacementState.PROPOSED, sa_type=stored_enum(PlacementState)
    )
    proposed_on: dt.date
    passed_on_on: dt.date | None = None
    recipient: str = Field(default="", max_length=200)
    meeting_on: dt.date | None = None
    trial_on: dt.date | None = None
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    end_reason: EndReason | None = Field(default=None, sa_type=stored_enum(EndReason))
    hours_per_week: float | None = None
    efz_confirmed_on: dt.date | None = None
    efz_review_on: dt.date | None = None
    override_reason: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=2000)
    weight_set_id: int | None = Field(default=None, foreign_key="weight_set.id", index=True)
    match_score: float | None = None
    match_rank: int | None = None


class PlacementDatesDraft(SQLModel):
    """What is set by hand on a placement beside its state."""

    meeting_on: dt.date | None = None
    trial_on: dt.date | None = None
    hours_per_week: float | None = Field(default=None, ge=0, le=60)
    efz_confirmed_on: dt.date | None = None
    efz_review_on: dt.date | None = None
    note: Block = Field(default="", max_length=2000)


class StatusEvent(Record, table=True):
    """One change of state of a person, an initiative, an offer or a placement."""

    __tablename__ = "status_event"
    __table_args__ = record_args(
        "status_event", Index("ix_status_event_subject", "kind", "record_id", "on")
    )

    kind: Kind = Field(sa_type=stored_enum(Kind))
    record_id: int
    from_state: str | None = Field(default=None, max_length=32)
    to_state: str = Field(max_length=32)
    on: dt.date
    reason: str = Field(default="", max_length=300)


class FollowUpBase(SQLModel):
    """Something to do on a date; `satisfaction` from 1 (low) to 5 (high)."""

    kind: FollowUpKind = Field(default=FollowUpKind.OTHER, sa_type=stored_enum(FollowUpKind))
    due_on: dt.date
    title: Line = Field(default="", max_length=200)
    note: Block = Field(default="", max_length=2000)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    offer_id: int | None = Field(default=None, foreign_key="offer.id", index=True)
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    posting_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    programme_id: int | None = Field(default=None, foreign_key="grant_programme.id", index=True)
    application_id: int | None = Field(default=None, foreign_key="grant_application.id", index=True)
    lending_id: int | None = Field(default=None, foreign_key="lending.id", index=True)
    training_id: int | None = Field(default=None, foreign_key="training.id", index=True)
    step_id: int | None = Field(default=None, foreign_key="plan_step.id", index=True)


class FollowUpDraft(FollowUpBase):
    """A reminder as entered."""

    title: Line = Field(min_length=1, max_length=200)


class FollowUp(Record, FollowUpBase, table=True):
    """A kept reminder; done when `done_on` is set.

    `result` and `satisfaction` are those of whom was asked; when both sides were, of the person,
    and the initiative's stand apart. `code` is the short code of the reply slip.
    """

    __tablename__ = "follow_up"
    __table_args__ = record_args(
        "follow_up",
        Index("ix_follow_up_due", "done_on", "due_on"),
        Index("ix_follow_up_code", "code", sqlite_where=text("code <> ''")),
    )

    done_on: dt.date | None = None
    result: FollowUpResult | None = Field(default=None, sa_type=stored_enum(FollowUpResult))
    satisfaction: int | None = Field(default=None, ge=1, le=5)
    initiative_result: FollowUpResult | None = Field(
        default=None, sa_type=stored_enum(FollowUpResult)
    )
    initiative_satisfaction: int | None = Field(default=None, ge=1, le=5)
    code: str = Field(default="", max_length=8)


class InteractionBase(SQLModel):
    """A talk, call, letter or appointment; `minutes` is its length."""

    kind: InteractionKind = Field(
        default=InteractionKind.CALL, sa_type=stored_enum(InteractionKind)
    )
    state: InteractionState = Field(
        default=InteractionState.HELD, sa_type=stored_enum(InteractionState)
    )
    channel: TalkChannel | None = Field(default=None, sa_type=stored_enum(TalkChannel))
    on: dt.date
    at: dt.time | None = None
    minutes: int | None = Field(default=None, ge=0, le=1440)
    place: Line = Field(default="", max_length=120)
    subject: Line = Field(default="", max_length=200)
    note: Block = Field(default="", max_length=4000)
    caller: Line = Field(default="", max_length=120)
    caller_phone: Line = Field(default="", max_length=40)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id")
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)


class InteractionDraft(InteractionBase):
    """A contact as entered."""


class TalkDraft(InteractionDraft):
    """A talk or an appointment as entered, with the next step that was agreed.

    The next step is kept as a reminder of its own.
    """

    next_step: Line = Field(default="", max_length=200)
    next_due_on: dt.date | None = None

    @model_validator(mode="after")
    def _agrees(self) -> "TalkDraft":
        if self.state is InteractionState.HELD and self.on > clock.today():
            raise ValueError(
                "on:Dieser Tag liegt in der Zukunft. Für ein Gespräch, das noch kommt, wählen Sie "
                "den Status „geplant“."
            )
        if self.next_step and self.next_due_on is None:
            raise ValueError("next_due_on:Bitte tragen Sie ein, bis wann das zu tun ist.")
        if self.next_due_on is not None and not self.next_step:
            raise ValueError("next_step:Bitte tragen Sie ein, was bis dahin zu tun ist.")
        return self


class Interaction(Record, InteractionBase, table=True):
    """A kept contact; a call note waits since a day until it is done."""

    __tablename__ = "interaction"
    __table_args__ = record_args(
        "interaction",
        Index("ix_interaction_planned", "state", "on"),
        Index("ix_interaction_person", "person_id", "on"),
        Index("ix_interaction_initiative", "initiative_id", "on"),
        Index("ix_interaction_caller", "caller", "waiting_since"),
    )

    waiting_since: dt.date | None = None
    posting_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
