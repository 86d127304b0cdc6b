"""What tables and columns are called in a disclosure (Art. 15 GDPR).

A test names the columns that no label stands for.
"""

from __future__ import annotations

from collections.abc import Mapping

from ehrenamt_desktop.model.columns.edits import LABELS as EDITED
from ehrenamt_desktop.model.columns.fields import PERSON_FIELDS
from ehrenamt_desktop.model.enums import Kind

UNSAID = frozenset({"id", "version", "sort_key", "source_key", "person_id", "match_rank"})
"""Columns that only the machine needs; the JSON file has them all the same."""

BOOKED = frozenset({"created_at", "changed_at", "source"})
"""When a row was written and from which list; on paper it is said of the person only."""

_ALWAYS = {
    "created_at": "Eingetragen am", "changed_at": "Zuletzt geändert am", "source": "Aus der Liste",
}  # fmt: skip
_PERSON = {
    **{one.key: one.label for one in PERSON_FIELDS},
    **EDITED[Kind.PERSON],
    "salutation": "Anrede", "place_id": "Ortsteil", "birth_year": "Geburtsjahr",
    "guardian_name": "Sorgeberechtigte Person", "guardian_phone": "deren Telefon",
    "guardian2_name": "Weitere sorgeberechtigte Person", "guardian2_phone": "deren Telefon",
    "referral": "Aufmerksam geworden durch", "access_needs": "Was den Zugang erleichtert",
    "outcome": "Was erreicht werden soll", "wanted_places": "Gewünschte Orte",
    "adviser_note": "Notiz der Beratung", "status": "Status", "legal_basis": "Rechtsgrundlage",
    "rests_until": "Keine Vorschläge bis", "household_id": "Haushalt",
}  # fmt: skip

_ATTENDANCE = {
    "training_id": "Schulung Nr.", "state": "Stand", "contact_id": "Ansprechperson",
    "initiative_id": "Entsandt von", "invited_on": "Eingeladen am",
    "signed_up_on": "Angemeldet am", "confirmed_on": "Bestätigt am", "attended": "Teilgenommen",
    "certificate_on": "Bescheinigung vom", "credential_id": "Nachweis Nr.", "note": "Notiz",
}  # fmt: skip

NOT_THEIRS: Mapping[str, frozenset[str]] = {
    "passed_contact": frozenset({"address"}),
    "posting": frozenset({"path"}),
}
"""Columns that speak of others: a contact's own address, a folder of the office's computer."""

TITLES: Mapping[str, str] = {
    "person": "Angaben zur Person",
    "person_term": "Wünsche, Erfahrungen und Kenntnisse",
    "credential": "Nachweise",
    "consent": "Einwilligungen",
    "interaction": "Gespräche, Termine, Briefe und Notizen",
    "placement": "Vorschläge und Vermittlungen",
    "passed_contact": "Weitergegebene Angaben",
    "hour_entry": "Geleistete Stunden",
    "follow_up": "Wiedervorlagen und Nachfragen",
    "status_event": "Verlauf",
    "interest": "Interesse an neuen Initiativen",
    "attendance": "Schulungen und Treffen",
    "plan": "Wege und Ziele",
    "plan_step": "Schritte eines Weges",
    "competence": "Kompetenzen",
    "statement_reply": "Antworten auf Aussagen",
    "referral": "Weiterverweisungen",
    "lending": "Ausgeliehenes",
    "hand_out": "Ausgehändigte Unterlagen",
    "hand_out_item": "Die einzelnen Unterlagen",
    "posting": "Papiere",
    "household": "Haushalt für gemeinsame Briefe",
    "merged_person": "Zusammengeführte Datensätze",
    "not_a_double": "Geprüft und nicht dieselbe Person",
    "edition_case": "Gezählt in Berichten, ohne Namen",
    "erasure": "Löschung",
    "autosave": "Noch nicht gespeicherte Eingaben",
    "journal_entry": "Änderungen",
}
"""The chapters in their order."""

LABELS: Mapping[str, Mapping[str, str]] = {
    table: {**_ALWAYS, **own}
    for table, own in {
        "person": _PERSON,
        "person_term": {"term_id": "Begriff", "relation": "Art", "level": "Stufe"},
        "credential": EDITED[Kind.CREDENTIAL],
        "consent": EDITED[Kind.CONSENT],
        "interaction": {
            "kind": "Art", "state": "Stand", "channel": "Weg", "on": "Tag", "at": "Uhrzeit",
            "minutes": "Minuten", "place": "Ort", "subject": "Thema", "note": "Notiz",
            "caller": "Anruf von", "caller_phone": "Telefon", "initiative_id": "Initiative",
            "placement_id": "Vermittlung Nr.", "waiting_since": "Wartet seit",
            "posting_id": "Papier Nr.",
        },
        "placement": {
            **EDITED[Kind.PLACEMENT], "meeting_on": "Kennenlernen am", "trial_on": "Schnuppern am",
            "efz_confirmed_on": "Führungszeugnis bestätigt am",
            "efz_review_on": "Führungszeugnis wieder prüfen am", "match_score": "Passung (0 bis 1)",
            "weight_set_id": "Gewichtung Nr.",
        },
        "passed_contact": {
            "on": "Tag", "recipient": "Empfangen von", "initiative_id": "Initiative",
            "contact_id": "Ansprechperson", "address": "an die Adresse", "way": "Weg",
            "parts": "Angaben", "placement_id": "Vermittlung Nr.",
        },
        "hour_entry": {
            "month": "Monat", "hours": "Stunden", "note": "Notiz",
            "placement_id": "Vermittlung Nr.",
        },
        "follow_up": {
            "kind": "Art", "due_on": "Fällig am", "title": "Titel", "note": "Notiz",
            "done_on": "Erledigt am", "result": "Ergebnis", "satisfaction": "Zufriedenheit",
            "initiative_result": "Ergebnis bei der Initiative",
            "initiative_satisfaction": "Zufriedenheit der Initiative", "code": "Kennung",
            "initiative_id": "Initiative", "offer_id": "Angebot",
            "placement_id": "Vermittlung Nr.", "posting_id": "Papier Nr.",
            "programme_id": "Förderprogramm Nr.", "application_id": "Förderantrag Nr.",
            "lending_id": "Ausleihe Nr.", "training_id": "Schulung Nr.", "step_id": "Schritt Nr.",
        },
        "status_event": {
            "kind": "Was", "record_id": "Nr.", "from_state": "vorher", "to_state": "nachher",
            "on": "Tag", "reason": "Grund",
        },
        "interest": {**EDITED[Kind.INTEREST], "initiative_id": "Initiative"},
        "posting": {
            "kind": "Art", "title": "Titel", "place_id": "Ortsteil", "offers": "Angebote Nr.",
            "rows": "Zeilen", "printed_on": "Gedruckt am", "take_down_on": "Abzunehmen am",
            "taken_down_on": "Abgenommen am", "path": "Datei", "board_id": "Aushangstelle Nr.",
            "initiative_id": "Initiative", "letter_text_id": "Textvorlage Nr.",
            "words": "Eigener Wortlaut", "part": "Teil", "purpose": "Wofür",
            "delete_on": "Zu löschen am", "deleted_on": "Gelöscht am",
        },
        "attendance": _ATTENDANCE,
        "plan": {
            "aim": "Ziel", "started_on": "Begonnen am", "ended_on": "Beendet am",
            "outcome": "Ergebnis", "note": "Notiz",
        },
        "plan_step": {
            "plan_id": "Weg Nr.", "kind": "Art", "title": "Schritt", "due_on": "Geplant bis",
            "done_on": "Erledigt am", "training_id": "Schulung Nr.",
            "placement_id": "Vermittlung Nr.", "offer_id": "Angebot", "note": "Notiz",
        },
        "competence": {
            "term_id": "Begriff", "title": "Kompetenz", "gained_on": "Gezeigt seit",
            "step_id": "Schritt Nr.", "placement_id": "Vermittlung Nr.",
            "training_id": "Schulung Nr.", "shown": "Woran zu sehen",
        },
        "statement_reply": {
            "statement": "Aussage", "answer": "Antwort", "doubled": "besonders wichtig",
            "on": "Tag",
        },
        "referral": {
            "actor_id": "Stelle Nr.", "initiative_id": "Initiative", "on": "Tag",
            "reason": "Anlass",
        },
        "lending": {
            "resource_id": "Ausgeliehenes Nr.", "initiative_id": "Initiative", "amount": "Stück",
            "lent_on": "Ausgeliehen am", "due_on": "Zurück bis", "returned_on": "Zurück am",
            "condition_out": "Zustand bei der Ausgabe", "condition_back": "Zustand zurück",
        },
        "hand_out": {
            "on": "Tag", "way": "Weg", "initiative_id": "Initiative",
            "placement_id": "Vermittlung Nr.", "offer_id": "Angebot", "posting_id": "Papier Nr.",
            "note": "Notiz",
        },
        "hand_out_item": {
            "hand_out_id": "Aushändigung Nr.", "document_id": "Unterlage Nr.",
            "edition_id": "Ausgabe Nr.", "form_version": "Fassung",
            "replaced_by_id": "Ersetzt durch Aushändigung Nr.",
        },
        "household": {"name": "Name"},
        "merged_person": {"number": "Frühere Nr."},
        "not_a_double": {"other_id": "Andere Person Nr."},
        "edition_case": {
            "edition_id": "Ausgabe Nr.", "figure": "Kennzahl", "kind": "Was", "record": "Nr.",
            "municipality": "Gemeinde", "age_group": "Altersgruppe", "area": "Bereich",
            "quarter": "Quartal",
        },
        "erasure": {
            "kind": "Was", "record_id": "Nr.", "reason": "Warum", "rule": "Regel",
            "requested_on": "Verlangt am", "proposed_on": "Vorgesehen am",
            "offered_on": "Dem Archiv angeboten am", "answer": "Antwort des Archivs",
            "answered_on": "Geantwortet am", "file_number": "Aktenzeichen",
            "released_on": "Freigegeben am", "done_on": "Gelöscht am", "note": "Notiz",
        },
        "autosave": {"form": "Formular", "content": "Inhalt", "saved_at": "Stand"},
        "journal_entry": {
            "step_id": "Schritt Nr.", "kind": "Was", "record_id": "Nr.", "before": "vorher",
            "after": "nachher", "subjects": "Betrifft Nr.", "owner_id": "Gehört zu Nr.",
        },
    }.items()
}  # fmt: skip
"""By table and column."""

CONTACT_TITLES: Mapping[str, str] = {
    "contact_person": "Angaben zu Ihnen",
    "consent": TITLES["consent"],
    "attendance": TITLES["attendance"],
    "offer": "Angebote, die Sie als Ansprechperson nennen",
    "passed_contact": "Kontakte von Freiwilligen, die wir Ihnen genannt haben",
    "journal_entry": TITLES["journal_entry"],
}
"""The chapters of a contact person."""

CONTACT_LABELS: Mapping[str, Mapping[str, str]] = {
    "contact_person": {
        **_ALWAYS, **EDITED[Kind.CONTACT], "salutation": "Anrede", "initiative_id": "Initiative",
    },
    "consent": LABELS["consent"],
    "attendance": LABELS["attendance"],
    "offer": {"title": "Angebot", "publish_contact": "Im Vorschlagsbrief genannt"},
    "passed_contact": LABELS["passed_contact"],
    "journal_entry": LABELS["journal_entry"],
}  # fmt: skip
"""By table and column."""
