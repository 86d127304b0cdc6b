"""The drafts by noun, and their limits as plain data."""

from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from sqlmodel import SQLModel

from ehrenamt_desktop.model.limits import Limit
from ehrenamt_desktop.model.records.call import CallDraft
from ehrenamt_desktop.model.records.document import DocumentDraft, DocumentEditionDraft
from ehrenamt_desktop.model.records.initiative import (
    ContactDraft,
    FoundingStepDraft,
    InitiativeDraft,
    InterestDraft,
)
from ehrenamt_desktop.model.records.letter_text import LetterTextDraft
from ehrenamt_desktop.model.records.letterhead import LetterheadDraft
from ehrenamt_desktop.model.records.offer import OfferDraft
from ehrenamt_desktop.model.records.person import ConsentDraft, CredentialDraft, PersonDraft
from ehrenamt_desktop.model.records.placement import (
    FollowUpDraft,
    InteractionDraft,
    PlacementDatesDraft,
    TalkDraft,
)

DRAFTS: Mapping[str, type[SQLModel]] = {
    "person": PersonDraft,
    "credential": CredentialDraft,
    "consent": ConsentDraft,
    "initiative": InitiativeDraft,
    "contact": ContactDraft,
    "founding_step": FoundingStepDraft,
    "interest": InterestDraft,
    "offer": OfferDraft,
    "placement": PlacementDatesDraft,
    "follow_up": FollowUpDraft,
    "interaction": InteractionDraft,
    "talk": TalkDraft,
    "call": CallDraft,
    "letterhead": LetterheadDraft,
    "letter_text": LetterTextDraft,
    "document": DocumentDraft,
    "document_edition": DocumentEditionDraft,
}


def limits(noun: str) -> Mapping[str, Limit]:
    """The limits of a draft's fields, read from pydantic's field constraints."""
    return {key: _limit(field) for key, field in DRAFTS[noun].model_fields.items()}


def _limit(field: Any) -> Limit:
    found = {
        name: getattr(rule, name)
        for rule in field.metadata
        for name in ("min_length", "max_length", "ge", "le")
        if getattr(rule, name, None) is not None
    }
    kinds = _kinds(field.annotation)
    return Limit(
        required=field.is_required() or bool(found.get("min_length")),
        optional=NoneType in kinds,
        max_length=found.get("max_length"),
        low=found.get("ge"),
        high=found.get("le"),
        choices=next((k for k in kinds if isinstance(k, type) and issubclass(k, Enum)), None),
    )


def _kinds(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return get_args(annotation)
    return (annotation,)
