"""The office itself: users, settings and the journal."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Kind, Role
from ehrenamt_desktop.model.records.base import Record, record_args, stored_enum


class User(Record, table=True):
    """Somebody who works with the program; one row from the start."""

    __tablename__ = "user"
    __table_args__ = record_args("user")

    name: str = Field(max_length=120)
    role: Role = Field(default=Role.COORDINATOR, sa_type=stored_enum(Role))
    active: bool = True


class Setting(Record, table=True):
    """One setting of the office; the value is JSON."""

    __tablename__ = "setting"
    __table_args__ = record_args("setting")

    key: str = Field(max_length=80, unique=True)
    value: str = Field(default="", max_length=10_000)


class SavedView(Record, table=True):
    """A list as somebody likes to see it; the content is JSON (`services/views`)."""

    __tablename__ = "saved_view"
    __table_args__ = record_args(
        "saved_view", UniqueConstraint("noun", "name", name="uq_saved_view_name")
    )

    noun: str = Field(max_length=40)
    name: str = Field(max_length=80)
    content: str = Field(default="", max_length=10_000)


class Autosave(SQLModel, table=True):
    """What stood in a form that was not kept yet (JSON); never journalled, gone once it is kept."""

    __tablename__ = "autosave"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    form: str = Field(max_length=80, unique=True)
    content: str = Field(max_length=200_000)
    saved_at: dt.datetime = Field(default_factory=clock.now)


class JournalStep(SQLModel, table=True):
    """One transaction of a user with its German name; undo and redo are steps of their own."""

    __tablename__ = "journal_step"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    action: str = Field(max_length=200)
    at: dt.datetime = Field(default_factory=clock.now, index=True)
    user_id: int | None = Field(default=None, foreign_key="user.id")
    undoes: int | None = None
    redoes: int | None = None
    closed: bool = False


class JournalEntry(SQLModel, table=True):
    """What one step did to one record: before and after as JSON, and the people they speak of.

    A new record has no `before`, a deleted one no `after`; a change carries only changed columns.
    `subjects` holds person numbers between blanks (` 12 87 `), so that one can be found exactly;
    `owner_id` is the number of the record a part (a term, a proof, a contact …) belongs to.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_entry_record", "kind", "record_id"),
        Index(
            "ix_journal_entry_owner", "owner_id", "kind", sqlite_where=text("owner_id IS NOT NULL")
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    step_id: int = Field(foreign_key="journal_step.id", index=True)
    kind: Kind = Field(sa_type=stored_enum(Kind))
    record_id: int
    before: str | None = None
    after: str | None = None
    subjects: str = Field(default="", max_length=2000)
    owner_id: int | None = None
