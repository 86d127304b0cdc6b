"""Rounds in which bodies are asked whether their offers still hold."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from ehrenamt_desktop.model.enums import OfferAnswer
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class OfferRound(Record, table=True):
    """One round, half-yearly; open until `closed_on`."""

    __tablename__ = "offer_round"
    __table_args__ = record_args("offer_round")

    started_on: dt.date
    closed_on: dt.date | None = None


class OfferQuestion(Record, table=True):
    """One offer of a round: when it was asked about, by which code, and what was answered."""

    __tablename__ = "offer_question"
    __table_args__ = record_args(
        "offer_question", UniqueConstraint("round_id", "offer_id", name="uq_offer_question")
    )

    round_id: int = Field(foreign_key="offer_round.id")
    offer_id: int = Field(foreign_key="offer.id", index=True)
    code: str = Field(max_length=8)
    asked_on: dt.date | None = None
    answer: OfferAnswer | None = Field(default=None, sa_type=stored_enum(OfferAnswer))
    answered_on: dt.date | None = None
    note: str = Field(default="", max_length=1000)
