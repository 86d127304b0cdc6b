"""All tables of the store in one place, so that the metadata is whole once this is imported."""

from sqlmodel import SQLModel

from ehrenamt_desktop.model.records import (
    confirmation,
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
MODULES = (confirmation, initiative, law, offer, office, person, place, placement, posting, term)
