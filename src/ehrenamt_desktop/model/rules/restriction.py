"""Restriction of processing (Art. 18 GDPR): the data is kept, and nothing else is done with it."""

from __future__ import annotations

RESTRICTED = (
    "Die Verarbeitung ist eingeschränkt (Art. 18 DSGVO): Die Angaben werden nur aufbewahrt. Bitte "
    "heben Sie die Einschränkung zuerst auf."
)
LEFT_OUT = "Die Verarbeitung ist eingeschränkt."
"""Why somebody is left out of many."""
