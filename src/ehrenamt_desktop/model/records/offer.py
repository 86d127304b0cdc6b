"""Offers: tasks with a clock (entered, confirmed, review due, valid until)."""

import datetime as dt

from pydantic import model_validator
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import (
    Commitment,
    Level,
    OfferKind,
    OfferStatus,
    Rhythm,
    TermRole,
)
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum
from ehrenamt_desktop.model.rules.time_grid import FULL


class OfferBase(SQLModel):
    """What is known of a task.

    Units: `hours_per_week` hours, `max_km` kilometres, `allowance_month` euro, ages in years.
    `places_total` None means unknown; free places are derived, never kept. `teaches` is what one
    learns at it, `training_id` the volunteer day it belongs to, `materials` what is needed there.
    The fields of the helped person are never public.
    """

    kind: OfferKind = Field(default=OfferKind.OFFER, sa_type=stored_enum(OfferKind))
    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact_person.id", index=True)
    title: Line = Field(min_length=1, max_length=200)
    teaser: Line = Field(default="", max_length=160)
    description: Block = Field(default="", max_length=8000)
    location: Line = Field(default="", max_length=160)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    accessible: bool | None = None
    transit_note: Line = Field(default="", max_length=160)
    places_total: int | None = Field(default=None, ge=0, le=10_000)
    hours_per_week: float | None = Field(default=None, ge=0, le=60)
    rhythm: Rhythm | None = Field(default=None, sa_type=stored_enum(Rhythm))
    commitment: Commitment | None = Field(default=None, sa_type=stored_enum(Commitment))
    time_grid: int = Field(default=0, ge=0, le=FULL)
    time_text: Line = Field(default="", max_length=120)
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    requirements: Line = Field(default="", max_length=200)
    min_age: int | None = Field(default=None, ge=0, le=120)
    max_age: int | None = Field(default=None, ge=0, le=120)
    max_km: float | None = Field(default=None, ge=0, le=500)
    needs_efz: bool = False
    needs_ifsg: bool = False
    needs_nda: bool = False
    needs_measles: bool = False
    remote: bool = False
    fit_youth: bool = False
    fit_job_seeker: bool = False
    fit_group: bool = False
    trial_possible: bool | None = None
    induction: Line = Field(default="", max_length=300)
    training: Line = Field(default="", max_length=300)
    teaches: Line = Field(default="", max_length=300)
    materials: Line = Field(default="", max_length=500)
    training_id: int | None = Field(default=None, foreign_key="training.id", index=True)
    expense_refund: bool | None = None
    allowance_month: float | None = Field(default=None, ge=0, le=10_000)
    publish_contact: bool = False
    paused_until: dt.date | None = None
    helped_name: Line = Field(default="", max_length=120)
    helped_phone: Line = Field(default="", max_length=40)
    helped_consent_on: dt.date | None = None
    entered_on: dt.date | None = None
    confirmed_on: dt.date | None = None
    valid_until: dt.date | None = None
    status: OfferStatus = Field(default=OfferStatus.DRAFT, sa_type=stored_enum(OfferStatus))


class OfferTermChoice(SQLModel):
    """One chosen term of an offer."""

    term_id: int
    role: TermRole
    level: Level | None = None


class OfferDraft(OfferBase):
    """An offer as entered; the terms replace the kept ones, None leaves them as they are."""

    terms: list[OfferTermChoice] | None = None

    @model_validator(mode="after")
    def _ranges_agree(self) -> "OfferDraft":
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValueError("ends_on:Das Ende liegt vor dem Beginn.")
        if self.min_age is not None and self.max_age is not None and self.max_age < self.min_age:
            raise ValueError("max_age:Das Höchstalter liegt unter dem Mindestalter.")
        helped = self.helped_name or self.helped_phone
        if self.kind is OfferKind.HELP_REQUEST and helped and self.helped_consent_on is None:
            raise ValueError(
                "helped_consent_on:Bitte tragen Sie ein, wann die Person eingewilligt hat, der "
                "geholfen wird. Ohne ihre Einwilligung bleiben Name und Telefon leer."
            )
        return self


class Offer(Record, OfferBase, table=True):
    """A kept offer; `sort_key` is the folded title.

    `series_id` is the number of the offer it was copied from for another village.
    """

    __tablename__ = "offer"
    __table_args__ = record_args("offer", Index("ix_offer_sort", "sort_key", "id"))

    sort_key: str = Field(default="", max_length=240)
    trashed_at: dt.datetime | None = None
    series_id: int | None = None


class OfferTerm(Record, table=True):
    """What an offer is about, requires or wishes."""

    __tablename__ = "offer_term"
    __table_args__ = record_args(
        "offer_term", UniqueConstraint("offer_id", "term_id", "role", name="uq_offer_term")
    )

    offer_id: int = Field(foreign_key="offer.id", index=True)
    term_id: int = Field(foreign_key="term.id", index=True)
    role: TermRole = Field(sa_type=stored_enum(TermRole))
    level: Level | None = Field(default=None, sa_type=stored_enum(Level))
