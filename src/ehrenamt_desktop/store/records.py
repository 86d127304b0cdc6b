"""All tables of the store in one place, so that the metadata is whole once this is imported."""

from sqlmodel import SQLModel

from ehrenamt_desktop.model.records import (
    initiative,
    law,
    offer,
    office,
    person,
    place,
    placement,
    posting,
    term,
)

METADATA = SQLModel.metadata
MODULES = (initiative, law, offer, office, person, place, placement, posting, term)
