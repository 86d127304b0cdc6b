"""From a form's plain values to a valid draft, or to German sentences under the fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlmodel import SQLModel

from ehrenamt_desktop.errors import FieldError, InvalidDraft
from ehrenamt_desktop.model.text import number

Draft = TypeVar("Draft", bound=SQLModel)

_SENTENCES = {
    "missing": "Bitte füllen Sie dieses Feld aus.",
    "string_too_short": "Bitte füllen Sie dieses Feld aus.",
    "string_too_long": "Bitte kürzen Sie den Text auf höchstens {max_length} Zeichen.",
    "string_type": "Bitte geben Sie hier einen Text ein.",
    "greater_than_equal": "Bitte geben Sie einen Wert ab {ge} ein.",
    "less_than_equal": "Bitte geben Sie einen Wert bis {le} ein.",
    "enum": "Bitte wählen Sie einen Wert aus der Liste.",
    "int_type": "Bitte geben Sie eine ganze Zahl ein.",
    "int_parsing": "Bitte geben Sie eine ganze Zahl ein.",
    "int_from_float": "Bitte geben Sie eine ganze Zahl ein.",
    "float_type": "Bitte geben Sie eine Zahl ein.",
    "float_parsing": "Bitte geben Sie eine Zahl ein.",
    "finite_number": "Bitte geben Sie eine Zahl ein.",
    "bool_type": "Bitte wählen Sie Ja oder Nein.",
    "bool_parsing": "Bitte wählen Sie Ja oder Nein.",
    "date_type": "Bitte geben Sie ein Datum in der Form TT.MM.JJJJ ein.",
    "date_parsing": "Bitte geben Sie ein Datum in der Form TT.MM.JJJJ ein.",
    "date_from_datetime_parsing": "Bitte geben Sie ein Datum in der Form TT.MM.JJJJ ein.",
    "date_from_datetime_inexact": "Bitte geben Sie ein Datum ohne Uhrzeit ein.",
    "time_type": "Bitte geben Sie eine Uhrzeit in der Form 09:30 ein.",
    "time_parsing": "Bitte geben Sie eine Uhrzeit in der Form 09:30 ein.",
}
UNKNOWN = "Bitte prüfen Sie diese Eingabe."


def validate(draft: type[Draft], values: Mapping[str, object]) -> Draft:
    """A valid draft of the given values; keys the draft does not know are ignored.

    Dates come as dates or ISO text; any other text of a date is refused, so that "0" never
    becomes 1970.

    Raises:
        InvalidDraft: with a German sentence for each wrong field.
    """
    known = {key: value for key, value in values.items() if key in draft.model_fields}
    wrong_dates = [
        FieldError(key, _SENTENCES["date_parsing"])
        for key, value in known.items()
        if isinstance(value, str) and _is_date(draft, key) and not _is_iso(value)
    ]
    if wrong_dates:
        raise InvalidDraft(tuple(wrong_dates))
    try:
        return draft.model_validate(known)
    except ValidationError as error:
        raise InvalidDraft(tuple(_field_error(one) for one in error.errors())) from None


def _field_error(error: Any) -> FieldError:
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        key, _, sentence = str(context["error"]).partition(":")
        return FieldError(key, sentence)
    key = str(error["loc"][0]) if error["loc"] else ""
    words = {name: number(value) if isinstance(value, float) else value
             for name, value in context.items()}  # fmt: skip
    return FieldError(key, _SENTENCES.get(error["type"], UNKNOWN).format_map(words))


def _is_date(draft: type[SQLModel], key: str) -> bool:
    return dt.date in getattr(draft.model_fields[key].annotation, "__args__", ()) or (
        draft.model_fields[key].annotation is dt.date
    )


def _is_iso(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
