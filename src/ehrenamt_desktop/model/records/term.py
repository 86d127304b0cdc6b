"""Terms: the one catalogue of areas, activities, target groups, skills, languages and so on."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.enums import TermKind
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class TermBase(SQLModel):
    """A word of an open vocabulary; synonyms stand one per line."""

    kind: TermKind = Field(sa_type=stored_enum(TermKind))
    code: str = Field(max_length=40)
    label: str = Field(max_length=120)
    synonyms: str = Field(default="", max_length=2000)
    parent_id: int | None = Field(default=None, foreign_key="term.id")
    active: bool = True
    merged_into_id: int | None = Field(default=None, foreign_key="term.id")
    rank: int = 0


class Term(Record, TermBase, table=True):
    """A kept term; seeding adds missing codes and never overwrites what the office changed."""

    __tablename__ = "term"
    __table_args__ = record_args("term", UniqueConstraint("kind", "code", name="uq_term_code"))
