"""Places: the 33 Ortsteile of the association and the seats around it."""

from sqlmodel import Field, SQLModel

from ehrenamt_desktop.model.records.base import Record, record_args


class PlaceBase(SQLModel):
    """An Ortsteil or a neighbouring seat; lat and lon in degrees (WGS84), height in metres."""

    name: str = Field(max_length=80)
    municipality: str = Field(max_length=80, index=True)
    county: str = Field(default="", max_length=80)
    ags: str = Field(default="", max_length=8)
    postal_code: str = Field(default="", max_length=5)
    area_code: str = Field(default="", max_length=8)
    lat: float | None = None
    lon: float | None = None
    elevation_m: int | None = None
    population: int | None = None
    population_year: int | None = None
    precision: str = Field(default="", max_length=20)
    credit: str = Field(default="", max_length=200)
    member: bool = False


class Place(Record, PlaceBase, table=True):
    """A kept place; `member` marks the Ortsteile of the association, `sort_key` is folded."""

    __tablename__ = "place"
    __table_args__ = record_args("place")

    sort_key: str = Field(default="", max_length=200)
