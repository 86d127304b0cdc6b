"""What every record has: number, version for optimistic locking, stamps and origin."""

import datetime as dt
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator
from sqlalchemy import String, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.enums import Labelled
from ehrenamt_desktop.model.text import tidy, tidy_block

E = TypeVar("E", bound=Labelled)


def stored_enum(members: type[E]) -> type[TypeDecorator[E]]:
    """A column type that stores a member's value and refuses unknown values.

    There is no CHECK per member: it would make each new member a rebuild of the table.
    """

    class StoredEnum(TypeDecorator[E]):
        impl = String(32)
        cache_ok = True
        vocabulary = members

        def process_bind_param(self, value: Any, dialect: Any) -> str | None:
            return None if value is None else str(members(value).value)

        def process_result_value(self, value: Any, dialect: Any) -> E | None:
            return None if value is None else members(value)

    StoredEnum.__name__ = f"Stored{members.__name__}"
    return StoredEnum


def _line(value: object) -> object:
    return tidy(value) if isinstance(value, str) and not isinstance(value, Enum) else value


def _block(value: object) -> object:
    return tidy_block(value) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_line)]
"""One line of text, tidied before it is checked: a name of one blank is empty."""

Block = Annotated[str, BeforeValidator(_block)]
"""Several lines of text, tidied before they are checked."""


class Record(SQLModel):
    """The columns every table carries.

    `id` is never reused and shown as "Nr."; `version` rises with every change; stamps are aware
    UTC; `source` and `source_key` say where an imported record came from.
    """

    id: int | None = Field(default=None, primary_key=True)
    version: int | None = None
    created_at: dt.datetime = Field(default_factory=clock.now)
    changed_at: dt.datetime = Field(default_factory=clock.now)
    source: str = Field(default="", max_length=200)
    source_key: str | None = Field(default=None, max_length=200)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        """Optimistic locking on `version`."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]


def record_args(table: str, *more: Any) -> tuple[Any, ...]:
    """The table arguments of a record: numbers never reused, one record per foreign key."""
    origin = UniqueConstraint("source", "source_key", name=f"uq_{table}_source")
    return (origin, *more, {"sqlite_autoincrement": True})
