"""The library: papers, their editions, rules for handing them out, and who was given which."""

import datetime as dt

from pydantic import model_validator
from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import (
    DocumentAudience,
    DocumentKind,
    HandOutWay,
    RecallWeight,
    RuleField,
)
from ehrenamt_desktop.model.records.base import Block, Line, Record, record_args, stored_enum

DIGEST_LENGTH = 64
"""Characters of a SHA-256 checksum in hexadecimal."""


def _refuse_address(address: str) -> None:
    if address and not address.lower().startswith(("https://", "http://")):
        raise ValueError("source_url:Bitte geben Sie die Adresse mit https:// am Anfang ein.")


class DocumentBase(SQLModel):
    """A paper, whatever edition of it is current.

    `county` is that of the authority whose form it is, empty where it holds everywhere;
    `review_months` is after how many months an edition is to be looked at again.
    """

    title: Line = Field(min_length=1, max_length=160)
    kind: DocumentKind = Field(default=DocumentKind.FORM, sa_type=stored_enum(DocumentKind))
    audience: DocumentAudience = Field(
        default=DocumentAudience.VOLUNTEERS, sa_type=stored_enum(DocumentAudience)
    )
    why: Line = Field(default="", max_length=300)
    keywords: Line = Field(default="", max_length=300)
    issuer: Line = Field(default="", max_length=160)
    county: Line = Field(default="", max_length=80)
    language: Line = Field(default="Deutsch", max_length=40)
    source_url: Line = Field(default="", max_length=300)
    weight: RecallWeight = Field(default=RecallWeight.SHOULD, sa_type=stored_enum(RecallWeight))
    review_months: int = Field(default=12, ge=1, le=120)
    note: Block = Field(default="", max_length=2000)


class DocumentDraft(DocumentBase):
    """A paper as entered."""

    @model_validator(mode="after")
    def _address_is_one(self) -> "DocumentDraft":
        _refuse_address(self.source_url)
        return self


class Document(Record, DocumentBase, table=True):
    """A paper as it is kept.

    `own_form` names the form the program makes itself; such a paper needs no edition. `mapping`
    is JSON: which field of a foreign form is filled with what. One that is no longer used is not
    `active`.
    """

    __tablename__ = "document"
    __table_args__ = record_args("document")

    own_form: str = Field(default="", max_length=40)
    mapping: str = Field(default="", max_length=20_000)
    active: bool = True


class DocumentEditionBase(SQLModel):
    """One edition: what it is called, from when until when it holds, when it was looked at."""

    document_id: int = Field(foreign_key="document.id", index=True)
    label: Line = Field(default="", max_length=60)
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    review_on: dt.date | None = None
    checked_on: dt.date | None = None
    checked_by: Line = Field(default="", max_length=80)
    source_url: Line = Field(default="", max_length=300)


class DocumentEditionDraft(DocumentEditionBase):
    """An edition as entered."""

    @model_validator(mode="after")
    def _agrees(self) -> "DocumentEditionDraft":
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError("valid_until:Das Ende liegt vor dem Beginn.")
        _refuse_address(self.source_url)
        return self


class DocumentEdition(Record, DocumentEditionBase, table=True):
    """An edition as it is kept; its bytes lie in the file of papers under `digest`.

    `file_name` is the name to save it under, `size` in bytes, `format` one of
    `model.documents.KINDS`. `successor_id` is the edition that replaced it.
    """

    __tablename__ = "document_edition"
    __table_args__ = record_args("document_edition")

    file_name: str = Field(max_length=255)
    digest: str = Field(min_length=DIGEST_LENGTH, max_length=DIGEST_LENGTH, index=True)
    format: str = Field(max_length=8)
    size: int = Field(ge=0)
    readable: bool = False
    whole: bool = False
    added_on: dt.date
    successor_id: int | None = Field(default=None, foreign_key="document_edition.id", index=True)
    replaced_on: dt.date | None = None


class DocumentRuleBase(SQLModel):
    """One sentence: if `field` (compared with `value`) then hand out the paper, for `reason`.

    `value` is an age in years, the code of a term, or the stored value of an enum; empty where
    the field asks yes or no.
    """

    document_id: int = Field(foreign_key="document.id", index=True)
    field: RuleField = Field(default=RuleField.ALWAYS, sa_type=stored_enum(RuleField))
    value: Line = Field(default="", max_length=80)
    reason: Line = Field(default="", max_length=300)


class DocumentRuleDraft(DocumentRuleBase):
    """A rule as entered: without a reason nobody could check it."""

    reason: Line = Field(min_length=1, max_length=300)


class DocumentRule(Record, DocumentRuleBase, table=True):
    """A rule as it is kept; one that is switched off is not `active`."""

    __tablename__ = "document_rule"
    __table_args__ = record_args("document_rule")

    active: bool = True


class HandOut(Record, table=True):
    """Papers given to a person or an initiative on one day; `posting_id` is the covering letter."""

    __tablename__ = "hand_out"
    __table_args__ = record_args(
        "hand_out",
        Index("ix_hand_out_person", "person_id", "on"),
        Index("ix_hand_out_initiative", "initiative_id", "on"),
    )

    on: dt.date = Field(index=True)
    way: HandOutWay = Field(sa_type=stored_enum(HandOutWay))
    person_id: int | None = Field(default=None, foreign_key="person.id")
    initiative_id: int | None = Field(default=None, foreign_key="initiative.id")
    placement_id: int | None = Field(default=None, foreign_key="placement.id", index=True)
    offer_id: int | None = Field(default=None, foreign_key="offer.id", index=True)
    posting_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    note: str = Field(default="", max_length=300)


class HandOutItem(Record, table=True):
    """One paper of a hand-out: its edition, or the version of the program's own form.

    `replaced_by_id` is the hand-out that brought the newer edition.
    """

    __tablename__ = "hand_out_item"
    __table_args__ = record_args("hand_out_item")

    hand_out_id: int = Field(foreign_key="hand_out.id", index=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    edition_id: int | None = Field(default=None, foreign_key="document_edition.id", index=True)
    form_version: str = Field(default="", max_length=40)
    replaced_by_id: int | None = Field(default=None, foreign_key="hand_out.id", index=True)
