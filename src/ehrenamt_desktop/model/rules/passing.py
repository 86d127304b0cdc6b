"""What of a contact is passed on: the name and the way to call back, nothing sensitive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ehrenamt_desktop.model.enums import Channel, PassingWay
from ehrenamt_desktop.model.passing import PassingPart, Recipient
from ehrenamt_desktop.model.rules.salutation import full_name

PARTS: Mapping[str, str] = {
    "name": "Name",
    "phone": "Telefon",
    "mobile": "Mobil",
    "email": "E-Mail",
    "guardian": "Sorgeberechtigte",
    "address": "Anschrift",
    "reachable_note": "Erreichbar",
}
"""All that can be passed on, in the order of the panel."""

_CALL_BACK = ("phone", "mobile", "email")
_WANTED = {Channel.PHONE: "phone", Channel.MOBILE: "mobile", Channel.EMAIL: "email",
           Channel.LETTER: "address"}  # fmt: skip


def parts(values: Mapping[str, object], *, minor: bool) -> tuple[PassingPart, ...]:
    """What can be passed on of a person, with the ticks it begins with.

    Ticked are the name and one way to call back: the preferred one, else the first there is; for
    a minor the guardian's number too. Free text never is, since anything may stand in it.

    Args:
        values: the person's columns by name.
        minor: whether the person is or may be under age.
    """
    known = {key: value for key in PARTS if (value := _value(key, values))}
    back = call_back(values)
    return tuple(
        PassingPart(key, PARTS[key], value, key == back or key == "name"
                    or (minor and key == "guardian"), key == "name")
        for key, value in known.items()
    )  # fmt: skip


def call_back(values: Mapping[str, object]) -> str:
    """The key of the way in which a person is best called back; empty if there is none."""
    channel = values["preferred_channel"]
    wanted = _WANTED[Channel(str(channel))] if channel else ""
    return next(
        (key for key in (wanted, *_CALL_BACK, "address") if key and _value(key, values)), ""
    )


def way(recipient: Recipient) -> PassingWay:
    """By e-mail where there is an address, else by a call, else in person."""
    if recipient.email:
        return PassingWay.EMAIL
    return PassingWay.CALL if recipient.phone else PassingWay.PERSONAL


def words(keys: Sequence[str]) -> str:
    """`Name, Telefon`."""
    return ", ".join(PARTS[key] for key in keys if key in PARTS)


def _value(key: str, values: Mapping[str, object]) -> str:
    if key == "name":
        return full_name(*(str(values[one]) for one in ("title", "first_name", "last_name")))
    if key == "address":
        town = " ".join(str(values[one]) for one in ("postcode", "city") if values[one])
        street = str(values["street"])
        return f"{street}, {town}" if street and values["city"] else ""
    if key == "guardian":
        named = (f"{values[one]}, {values[other]}".strip(", ")
                 for one, other in (("guardian_name", "guardian_phone"),
                                    ("guardian2_name", "guardian2_phone")))  # fmt: skip
        return "; ".join(one for one in named if one)
    return str(values[key] or "")
