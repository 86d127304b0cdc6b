"""The SQL twins of `model/rules/stages` (a property test keeps them equal).

The record's table is called `r`; `:as_of` is an ISO date.
"""

from __future__ import annotations

from ehrenamt_desktop.model.enums import PersonStage
from ehrenamt_desktop.model.rows import TOWNS
from ehrenamt_desktop.model.rules.completeness import Gap, bits
from ehrenamt_desktop.model.rules.stages import FRESH_DAYS, STALE_DAYS

OCCUPIED = "(SELECT count(*) FROM placement x WHERE x.offer_id = r.id AND x.state = 'running')"
RUNNING = "(SELECT count(*) FROM placement x WHERE x.person_id = r.id AND x.state = 'running')"
UNDER_WAY = (
    "(SELECT count(*) FROM placement x WHERE x.person_id = r.id "
    "AND x.state IN ('proposed', 'passed_on'))"
)

PERSON_STAGE = (
    "CASE WHEN r.status = 'ended' THEN 'ended' "
    "WHEN EXISTS (SELECT 1 FROM placement x WHERE x.person_id = r.id AND x.state = 'running') "
    "THEN 'active' "
    "WHEN r.status = 'paused' THEN 'paused' "
    "WHEN EXISTS (SELECT 1 FROM placement x WHERE x.person_id = r.id "
    "AND x.state IN ('proposed', 'passed_on')) THEN 'proposed' "
    "ELSE 'seeking' END"
)

STAGE_RANKS = {stage.value: rank for rank, stage in enumerate(PersonStage)}
"""How `person_line.stage` keeps a person's stage: in the order of the column "Status"."""

LISTED, ARCHIVED, TRASHED, RESTRICTED = 0, 1, 2, 3
"""In which part of the list of people somebody stands (`person_line.extent`)."""

LAST_CONTACT = (
    "(SELECT max(x.\"on\") FROM interaction x WHERE x.person_id = r.id AND x.state = 'held')"
)

ASLEEP = (
    "(r.status <> 'published' AND NOT (r.status = 'paused' "
    "AND coalesce(r.paused_until, '9999-12-31') < :as_of))"
)
"""Whether an offer is a draft, paused or archived; the twin of `awake`."""

OFFER_STAGE = (
    f"CASE WHEN {ASLEEP} THEN r.status "
    "WHEN r.ends_on < :as_of OR r.valid_until < :as_of THEN 'expired' "
    f"WHEN r.places_total IS NOT NULL AND {OCCUPIED} >= r.places_total THEN 'full' "
    "WHEN r.starts_on > :as_of THEN 'upcoming' "
    "ELSE 'open' END"
)

FREE_PLACES = f"max(0, r.places_total - {OCCUPIED})"
"""NULL where the offer names no number."""

FRESHNESS = (
    "CASE WHEN coalesce(r.confirmed_on, r.entered_on) IS NULL "
    "OR julianday(:as_of) - julianday(coalesce(r.confirmed_on, r.entered_on)) "
    f"> {STALE_DAYS} THEN 'stale' "
    "WHEN julianday(:as_of) - julianday(coalesce(r.confirmed_on, r.entered_on)) "
    f"<= {FRESH_DAYS} THEN 'fresh' ELSE 'ageing' END"
)

PLACE_LABEL = (
    "CASE WHEN p.id IS NULL THEN '' WHEN NOT p.member THEN p.name "
    + "".join(f"WHEN p.name = '{town}' THEN p.name || ' (Kernstadt)' " for town in sorted(TOWNS))
    + "WHEN p.name = p.municipality THEN p.name || ' (Kernort)' "
    "ELSE p.name || ' (' || p.municipality || ')' END"
)
"""The twin of `PlaceRow.label`."""

GAP_CONDITIONS = {
    Gap.CONTACT: "r.phone = '' AND r.mobile = '' AND r.email = ''",
    Gap.BIRTH: "r.birth_year IS NULL AND r.birth_date IS NULL",
    Gap.PLACE: "r.place_id IS NULL",
    Gap.INTERESTS: (
        "NOT EXISTS (SELECT 1 FROM person_term x WHERE x.person_id = r.id AND x.relation = 'wish')"
    ),
    Gap.TIMES: "r.time_grid = 0",
    Gap.BASIS: "r.legal_basis = 'open'",
}
PERSON_GAPS = " + ".join(
    f"(CASE WHEN {GAP_CONDITIONS[gap]} THEN {bits((gap,))} ELSE 0 END)" for gap in Gap
)
"""The twin of `rules.completeness.gaps`, as `bits` counts them."""
