"""Grant programmes, and the applications the office accompanies."""

import datetime as dt

from pydantic import model_validator
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import GrantState, Mark
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum

MOST_CENTS = 100_000_000_00


class GrantProgrammeBase(SQLModel):
    """One programme (domain 4.2).

    Units: sums in cents, `own_share` in percent, `lead_days` days before the end at which the
    office is reminded. A rolling programme takes applications all the time.
    """

    name: Line = Field(min_length=1, max_length=160)
    funder: Line = Field(default="", max_length=160)
    purpose: Block = Field(default="", max_length=2000)
    for_nonprofits: bool = False
    for_groups: bool = False
    for_public: bool = False
    for_agencies: bool = False
    limits: Block = Field(default="", max_length=1000)
    rural_only: bool = False
    least_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    most_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    own_share: float | None = Field(default=None, ge=0, le=100)
    rolling: bool = False
    opens_on: dt.date | None = None
    closes_on: dt.date | None = None
    lead_days: int = Field(default=42, ge=0, le=365)
    portal: Line = Field(default="", max_length=300)
    evidence: Block = Field(default="", max_length=1000)
    checked_on: dt.date | None = None
    mark: Mark = Field(default=Mark.UNVERIFIED, sa_type=stored_enum(Mark))
    note: Block = Field(default="", max_length=2000)


class GrantProgrammeDraft(GrantProgrammeBase):
    """A programme as entered."""

    @model_validator(mode="after")
    def _bounds_agree(self) -> "GrantProgrammeDraft":
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValueError("closes_on:Das Ende liegt vor dem Beginn.")
        if self.least_cents and self.most_cents and self.most_cents < self.least_cents:
            raise ValueError("most:Der höchste Betrag ist kleiner als der niedrigste.")
        if self.portal and not self.portal.lower().startswith(("https://", "http://")):
            raise ValueError("portal:Bitte geben Sie die Adresse mit https:// am Anfang ein.")
        return self


class GrantProgramme(GrantProgrammeBase, Record, table=True):
    """A programme as it is kept; one that is gone is not `active` any more."""

    __tablename__ = "grant_programme"
    __table_args__ = record_args("grant_programme")

    active: bool = True


class GrantApplicationBase(SQLModel):
    """One application; without an initiative it is the agency's own. Sums in cents."""

    programme_id: int = Field(foreign_key="grant_programme.id", index=True)
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id", index=True)
    title: Line = Field(min_length=1, max_length=160)
    state: GrantState = Field(default=GrantState.PLANNED, sa_type=stored_enum(GrantState))
    applied_on: dt.date | None = None
    applied_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    decided_on: dt.date | None = None
    granted_cents: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    evidence_due: dt.date | None = None
    evidence_on: dt.date | None = None
    note: Block = Field(default="", max_length=2000)


class GrantApplicationDraft(GrantApplicationBase):
    """An application as entered: what its state says must be dated."""

    @model_validator(mode="after")
    def _dates_agree(self) -> "GrantApplicationDraft":
        decided = (GrantState.GRANTED, GrantState.SETTLED, GrantState.REFUSED)
        if self.state in (GrantState.APPLIED, *decided) and self.applied_on is None:
            raise ValueError("applied_on:Bitte tragen Sie ein, wann der Antrag gestellt wurde.")
        if self.state in decided and self.decided_on is None:
            raise ValueError("decided_on:Bitte tragen Sie ein, wann entschieden wurde.")
        if self.applied_on and self.decided_on and self.decided_on < self.applied_on:
            raise ValueError("decided_on:Die Entscheidung liegt vor dem Antrag.")
        granted = (GrantState.GRANTED, GrantState.SETTLED)
        if self.state in granted and self.granted_cents is None:
            raise ValueError("granted:Bitte tragen Sie ein, wie viel bewilligt wurde.")
        return self


class GrantApplication(GrantApplicationBase, Record, table=True):
    """An application as it is kept."""

    __tablename__ = "grant_application"
    __table_args__ = record_args("grant_application")
