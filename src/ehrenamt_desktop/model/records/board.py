"""Where sheets hang: glass cases and notice boards of the villages."""

from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.records.base import Line, Record, record_args


class BoardBase(SQLModel):
    """One board; `large` ones take A3, `note` says who has the key or where it stands."""

    name: Line = Field(min_length=1, max_length=120)
    place_id: int | None = Field(default=None, foreign_key="place.id", index=True)
    note: Line = Field(default="", max_length=500)
    large: bool = False


class BoardDraft(BoardBase):
    """A board as entered."""


class Board(BoardBase, Record, table=True):
    """A board as it is kept; one that is gone is not `active` any more."""

    __tablename__ = "board"
    __table_args__ = record_args("board")

    active: bool = True
