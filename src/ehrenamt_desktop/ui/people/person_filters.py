"""What people can be filtered by, as chips over the list."""

from __future__ import annotations

from ehrenamt_desktop.model.enums import LegalBasis, PersonStage
from ehrenamt_desktop.model.rows import PlaceRow, TermRow
from ehrenamt_desktop.model.rules.completeness import Gap
from ehrenamt_desktop.model.rules.filter_groups import (
    GUARDIAN_ENDS,
    AgeGroup,
    ConsentGap,
    ProofState,
    Silence,
)
from ehrenamt_desktop.ui.kit.filter_bar import Filter, Option, options_of
from ehrenamt_desktop.ui.record.words import (
    area_options,
    county_options,
    municipality_options,
    place_options,
)


def filters(places: tuple[PlaceRow, ...], terms: tuple[TermRow, ...]) -> tuple[Filter, ...]:
    """All filters, those of place first."""
    return (
        Filter("municipality", "Gemeinde", municipality_options(places)),
        Filter("place", "Ortsteil", place_options(places)),
        Filter("county", "Landkreis", county_options(places)),
        Filter("stage", "Status", options_of(PersonStage)),
        Filter("area", "Interesse an", area_options(terms), named=True),
        Filter("age", "Alter", options_of(AgeGroup)),
        Filter("silence", "Kontakt", options_of(Silence)),
        Filter(
            "consent",
            "Einwilligung",
            (*options_of(ConsentGap), Option(GUARDIAN_ENDS, "der Eltern endet")),
        ),
        Filter("basis", "Rechtsgrundlage", options_of(LegalBasis), named=True),
        Filter("proof", "Nachweis", options_of(ProofState), named=True),
        Filter("missing", "Fehlt noch", options_of(Gap), named=True),
        Filter("archived", "Archiv", (Option("yes", "aus dem Archiv"),)),
        Filter("restricted", "Eingeschränkt", (Option("yes", "nur aufbewahrt (Art. 18)"),)),
    )
