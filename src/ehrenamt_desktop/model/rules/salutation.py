"""How a person is named and greeted, on screen and on paper."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import Salutation


def full_name(title: str, first_name: str, last_name: str) -> str:
    """`Dr. Marion Dietzel`."""
    return " ".join(part for part in (title, first_name, last_name) if part)


def list_name(first_name: str, last_name: str) -> str:
    """`Dietzel, Marion`."""
    return f"{last_name}, {first_name}" if first_name else last_name


def polite_name(salutation: Salutation | None, title: str, first_name: str, last_name: str) -> str:
    """`Frau Dietzel` where the salutation is known, else the full name."""
    if salutation in (Salutation.MS, Salutation.MR):
        return " ".join(part for part in (salutation.label, title, last_name) if part)
    return full_name(title, first_name, last_name)


def dative(polite: str) -> str:
    """A polite name after „bei“, „von“ or before „wichtig“: `Herrn Adam`; else as it is."""
    mister = f"{Salutation.MR.label} "
    return f"Herrn {polite.removeprefix(mister)}" if polite.startswith(mister) else polite


def greeting(salutation: Salutation | None, title: str, first_name: str, last_name: str) -> str:
    """The opening of a letter, without the comma (domain brief 5.4)."""
    if not last_name:
        return "Sehr geehrte Damen und Herren"
    if salutation is Salutation.MS:
        return " ".join(part for part in ("Sehr geehrte Frau", title, last_name) if part)
    if salutation is Salutation.MR:
        return " ".join(part for part in ("Sehr geehrter Herr", title, last_name) if part)
    return f"Guten Tag {full_name(title, first_name, last_name)}"


def address_line(salutation: Salutation | None) -> str:
    """The line above the name in an address field: `Frau`, `Herrn` or nothing."""
    return {Salutation.MS: "Frau", Salutation.MR: "Herrn"}.get(salutation, "") if salutation else ""
