"""People who want to help, with their wishes, proofs and consents."""

import datetime as dt

from pydantic import model_validator
from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import (
    Channel,
    Commitment,
    ConsentForm,
    ConsentScope,
    LegalBasis,
    Level,
    Occupation,
    PersonStatus,
    Rhythm,
    Salutation,
    TermRelation,
)
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum
from ehrenamt_desktop.model.rules.time_grid import FULL


class PersonBase(SQLModel):
    """What is known of a person; only the surname is needed (data minimisation).

    Units: `hours_per_week` hours, `max_km` kilometres as the crow flies; `time_grid` see
    `rules/time_grid`, 0 means unknown.
    """

    salutation: Salutation | None = Field(default=None, sa_type=stored_enum(Salutation))
    title: Line = Field(default="", max_length=40)
    first_name: Line = Field(default="", max_length=80)
    last_name: Line = Field(min_length=1, max_length=80)
    birth_year: int | None = Field(default=None, ge=1900, le=2100)
    birth_date: dt.date | None = None
    street: Line = Field(default="", max_length=120)
    postcode: Line = Field(default="", max_length=10)
    city: Line = Field(default="", max_length=80)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    phone: Line = Field(default="", max_length=40)
    mobile: Line = Field(default="", max_length=40)
    email: Line = Field(default="", max_length=120)
    preferred_channel: Channel | None = Field(default=None, sa_type=stored_enum(Channel))
    reachable_note: Line = Field(default="", max_length=200)
    occupation: Occupation | None = Field(default=None, sa_type=stored_enum(Occupation))
    profession: Line = Field(default="", max_length=120)
    hobbies: Line = Field(default="", max_length=300)
    prior_engagement: Block = Field(default="", max_length=1000)
    first_engagement: bool | None = None
    time_grid: int = Field(default=0, ge=0, le=FULL)
    hours_per_week: float | None = Field(default=None, ge=0, le=60)
    rhythm: Rhythm | None = Field(default=None, sa_type=stored_enum(Rhythm))
    commitment: Commitment | None = Field(default=None, sa_type=stored_enum(Commitment))
    available_from: dt.date | None = None
    available_until: dt.date | None = None
    max_km: float | None = Field(default=None, ge=0, le=500)
    guardian_name: Line = Field(default="", max_length=120)
    guardian_phone: Line = Field(default="", max_length=40)
    guardian2_name: Line = Field(default="", max_length=120)
    guardian2_phone: Line = Field(default="", max_length=40)
    referral: Line = Field(default="", max_length=120)
    access_needs: Block = Field(default="", max_length=1000)
    outcome: Line = Field(default="", max_length=300)
    wanted_places: Line = Field(default="", max_length=300)
    adviser_note: Block = Field(default="", max_length=4000)
    status: PersonStatus = Field(default=PersonStatus.SEEKING, sa_type=stored_enum(PersonStatus))
    legal_basis: LegalBasis = Field(default=LegalBasis.OPEN, sa_type=stored_enum(LegalBasis))
    rests_until: dt.date | None = None


class TermChoice(SQLModel):
    """One chosen term of a person's profile."""

    term_id: int
    relation: TermRelation
    level: Level | None = None


class PersonDraft(PersonBase):
    """A person as entered; the terms replace the kept ones, None leaves them as they are.

    `guardian_consent_on` records the guardian's consent to keeping the data of a minor,
    `consent_on` the person's own consent as it stands on the sheet, with `consent_handover` also
    that to passing the contact on.
    """

    terms: list[TermChoice] | None = None
    consent_on: dt.date | None = None
    consent_form: ConsentForm | None = None
    consent_handover: bool = False
    guardian_consent_on: dt.date | None = None
    guardian_consent_form: ConsentForm | None = None

    @model_validator(mode="after")
    def _dates_agree(self) -> "PersonDraft":
        if self.birth_date is not None:
            if not dt.date(1900, 1, 1) <= self.birth_date <= clock.today():
                raise ValueError("birth_date:Bitte geben Sie das Jahr mit vier Ziffern ein.")
            object.__setattr__(self, "birth_year", self.birth_date.year)
        begin, end = self.available_from, self.available_until
        if begin and end and end < begin:
            raise ValueError("available_until:Das Ende liegt vor dem Beginn.")
        if self.consent_handover and self.consent_on is None:
            raise ValueError("consent_on:Bitte tragen Sie ein, wann die Person eingewilligt hat.")
        return self

    @model_validator(mode="after")
    def _wishes_agree(self) -> "PersonDraft":
        """A wish is yes, no or unknown, never two of them."""
        terms = self.terms or []
        wanted = {one.term_id for one in terms if one.relation is TermRelation.WISH}
        refused = {one.term_id for one in terms if one.relation is TermRelation.NO}
        if wanted & refused:
            raise ValueError(
                "terms:Eine Angabe steht bei den Interessen und zugleich bei „Möchte nicht“. Bitte "
                "nehmen Sie sie an einer der beiden Stellen weg."
            )
        return self


class Person(Record, PersonBase, table=True):
    """A kept person; `sort_key` is the folded "surname first name", as `store/lines` has it.

    `restricted_on` since when the data may only be kept (Art. 18 GDPR), `notice_on` and
    `notice_version` which privacy notice was handed over when.
    """

    __tablename__ = "person"
    __table_args__ = record_args("person")

    sort_key: str = Field(default="", max_length=200)
    trashed_at: dt.datetime | None = None
    restricted_on: dt.date | None = None
    restriction: str = Field(default="", max_length=300)
    notice_on: dt.date | None = None
    notice_version: str = Field(default="", max_length=40)
    household_id: int | None = Field(default=None, foreign_key="household.id", index=True)


class Household(Record, table=True):
    """People who get one letter together; the name stands in the address."""

    __tablename__ = "household"
    __table_args__ = record_args("household")

    name: str = Field(max_length=160)


class NotADouble(Record, table=True):
    """Two people who were looked at and are different; `person_id` is the smaller number."""

    __tablename__ = "not_a_double"
    __table_args__ = record_args(
        "not_a_double", UniqueConstraint("person_id", "other_id", name="uq_not_a_double_pair")
    )

    person_id: int = Field(foreign_key="person.id")
    other_id: int = Field(foreign_key="person.id", index=True)


class MergedPerson(Record, table=True):
    """A record that went into another: its number, and its key in the list it came from."""

    __tablename__ = "merged_person"
    __table_args__ = record_args("merged_person")

    person_id: int = Field(foreign_key="person.id", index=True)
    number: int = Field(unique=True)


class PersonTerm(Record, table=True):
    """A wish, a refusal or a knowledge of a person."""

    __tablename__ = "person_term"
    __table_args__ = record_args(
        "person_term",
        UniqueConstraint("person_id", "term_id", "relation", name="uq_person_term"),
        Index("ix_person_term_term_id", "term_id", "relation", "person_id"),
    )

    person_id: int = Field(foreign_key="person.id", index=True)
    term_id: int = Field(foreign_key="term.id")
    relation: TermRelation = Field(sa_type=stored_enum(TermRelation))
    level: Level | None = Field(default=None, sa_type=stored_enum(Level))


class CredentialDraft(SQLModel):
    """A proof a person has, or is known not to have (`held` false)."""

    term_id: int
    held: bool = True
    issued_on: dt.date | None = None
    valid_until: dt.date | None = None
    verified_on: dt.date | None = None
    verified_by: Line = Field(default="", max_length=120)


class Credential(Record, table=True):
    """A kept proof; only seen and unexpired ones count."""

    __tablename__ = "credential"
    __table_args__ = record_args(
        "credential",
        Index(
            "ix_credential_valid_until",
            "valid_until",
            sqlite_where=text("valid_until IS NOT NULL"),
        ),
    )

    person_id: int = Field(foreign_key="person.id", index=True)
    term_id: int = Field(foreign_key="term.id", index=True)
    held: bool = True
    issued_on: dt.date | None = None
    valid_until: dt.date | None = None
    verified_on: dt.date | None = None
    verified_by: str = Field(default="", max_length=120)


class ConsentDraft(SQLModel):
    """A consent as given: what for, when, in which form, by whom."""

    scope: ConsentScope
    given_on: dt.date
    form: ConsentForm = ConsentForm.WRITTEN
    text_version: Line = Field(default="", max_length=40)
    recipient: Line = Field(default="", max_length=160)
    by_guardian: bool = False
    guardian_name: Line = Field(default="", max_length=120)


class Consent(Record, table=True):
    """A kept consent of a person or of a contact person; withdrawn ones stay as history."""

    __tablename__ = "consent"
    __table_args__ = record_args("consent")

    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact_person.id", index=True)
    scope: ConsentScope = Field(sa_type=stored_enum(ConsentScope))
    given_on: dt.date
    form: ConsentForm = Field(default=ConsentForm.WRITTEN, sa_type=stored_enum(ConsentForm))
    text_version: str = Field(default="", max_length=40)
    recipient: str = Field(default="", max_length=160)
    by_guardian: bool = False
    guardian_name: str = Field(default="", max_length=120)
    withdrawn_on: dt.date | None = None
