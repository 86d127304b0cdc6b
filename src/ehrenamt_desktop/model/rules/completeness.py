"""What is still to be asked of a person who came in quickly; unknown is no fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ehrenamt_desktop.model.enums import Labelled, LegalBasis, TermRelation


class Gap(Labelled):
    """What can be missing, in the order of the paper sheet; the order is kept in the store."""

    CONTACT = "contact", "Telefon oder E-Mail"
    BIRTH = "birth", "Geburtsjahr"
    PLACE = "place", "Ortsteil"
    INTERESTS = "interests", "Interessen"
    TIMES = "times", "Zeiten"
    BASIS = "basis", "Rechtsgrundlage"


GAPS = tuple(Gap)


def gaps(values: Mapping[str, object], relations: Iterable[str]) -> tuple[Gap, ...]:
    """What is missing of a person.

    Args:
        values: the person's fields.
        relations: values of `TermRelation` of the person's terms.
    """
    missing = {
        Gap.CONTACT: not any(values[key] for key in ("phone", "mobile", "email")),
        Gap.BIRTH: values["birth_year"] is None and values["birth_date"] is None,
        Gap.PLACE: values["place_id"] is None,
        Gap.INTERESTS: TermRelation.WISH.value not in set(relations),
        Gap.TIMES: not values["time_grid"],
        Gap.BASIS: values["legal_basis"] == LegalBasis.OPEN,
    }
    return tuple(gap for gap in GAPS if missing[gap])


def bits(found: Iterable[Gap]) -> int:
    """Gaps as one number: the first is 1, the next 2, then 4."""
    return sum(1 << GAPS.index(gap) for gap in found)


def of_bits(number: int) -> tuple[Gap, ...]:
    """The gaps of a number."""
    return tuple(gap for place, gap in enumerate(GAPS) if number & (1 << place))
