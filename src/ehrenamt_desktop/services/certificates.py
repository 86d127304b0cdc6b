"""Certificates of a person's engagement: proposed from the records, changed by hand, kept."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError, FieldError, InvalidDraft
from ehrenamt_desktop.model import certificates as words
from ehrenamt_desktop.model.certificates import Activity, Certificate, Engagement, Proposal
from ehrenamt_desktop.model.enums import (
    CertificateKind,
    InteractionKind,
    Mark,
    OfferKind,
    PaperKind,
)
from ehrenamt_desktop.model.progress import QUIET, Progress
from ehrenamt_desktop.model.records.posting import Posting
from ehrenamt_desktop.model.rows import CredentialRow, PersonDetail
from ehrenamt_desktop.model.rules.benefits import REFUND, REPORT, source, weekly_hours
from ehrenamt_desktop.model.rules.benefits import Engagement as Weekly
from ehrenamt_desktop.model.rules.proofs import expired
from ehrenamt_desktop.model.rules.salutation import full_name
from ehrenamt_desktop.model.text import cut, day, fold, number, tidy
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.serial_history import note_all
from ehrenamt_desktop.store.engine import Store
from ehrenamt_desktop.store.reads import engagements as reads

MOST = 6
"""Placements on one paper: more do not fit on a page that is read."""
LIMITS = {
    "name": 220, "born": 40, "address": 240, "school": 160, "words": 1500, "signer": 200,
    "title": 200, "body": 200, "period": 120, "extent": 200, "times": 160, "payment": 200,
    "tasks": 800, "competences": 1000, "proofs": 1000, "rules": 1500,
}  # fmt: skip
"""Characters of each field."""
_LISTED = 12
"""Competences and proofs that a proposal names."""
_KEPT = 20_000
"""Characters of all words as they are kept."""
NOTHING_BEGAN = (
    "Für diese Person ist noch kein Engagement eingetragen, das begonnen hat. Bitte tragen Sie bei "
    "der Vermittlung ein, wann es losging."
)
NEEDED = "Bitte füllen Sie dieses Feld aus, oder nehmen Sie das Engagement heraus."
_PRIVATE = ("fuehrungszeugnis", "masern", "impf")
"""Proofs that never stand on a certificate (domain brief 3.5, Art. 9 GDPR)."""
_THANKS = (
    "Sie haben Zeit geschenkt und mit angepackt. Das tut den Menschen hier gut. Dafür danken wir "
    "Ihnen von Herzen."
)


class Certificates:
    """Use cases on certificates."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def engagements(self, person_id: int, as_of: dt.date | None = None) -> tuple[Engagement, ...]:
        """The placements of a person that began, the running ones first."""
        with self._store.read() as connection:
            return reads.began(connection, person_id, (as_of or clock.today()).isoformat())

    def proposal(
        self, person_id: int, kind: CertificateKind, placement_ids: Sequence[int] = ()
    ) -> Proposal:
        """What the records say; without `placement_ids` the latest placements are taken.

        Raises:
            DomainError: nothing began yet, a number is not among what began, too many are named,
                or the person is in the trash.
        """
        person = self._lists.person(person_id)
        if person.trashed_on is not None:
            raise DomainError("Diese Person liegt im Papierkorb. Bitte holen Sie sie zurück.")
        choice = self.engagements(person_id)
        chosen = _chosen(choice, placement_ids, kind)
        skills = _skills(person, chosen)
        certificate = self._certificate(person, kind, chosen, skills)
        return Proposal(certificate, choice, skills)

    def write(
        self, path: Path, person_id: int, certificate: Certificate, progress: Progress = QUIET
    ) -> int:
        """Print a certificate and keep its words; returns the paper's number.

        Raises:
            InvalidDraft: something that must be said is empty, or a text is too long.
            DomainError: the file name does not end in `.pdf`.
            Cancelled: the user stopped; nothing was made.
        """
        from ehrenamt_desktop.reports.certificate import certificate as draw

        expect_suffix(path, ".pdf")
        self._store.hold()
        self._lists.person(person_id)
        check(certificate)
        draw(path, self._lists.office_info(), certificate, clock.today(), progress)
        with self._store.write(f"{certificate.kind.label} gedruckt") as unit:
            posting = Posting(
                kind=PaperKind.CERTIFICATE,
                title=f"{certificate.kind.label}, Person Nr. {person_id}",
                person_id=person_id,
                rows=len(certificate.activities),
                printed_on=clock.today(),
                path=str(path.absolute()),
                words=certificate.kept(),
            )
            unit.add(posting)
            unit.flush()
            note_all(unit, InteractionKind.LETTER, certificate.kind.label, "people", [person_id],
                     posting.id)  # fmt: skip
            return int(posting.id or 0)

    def sample(self, certificate: Certificate) -> bytes:
        """The certificate as PDF, with all that is still open in it; nothing is kept.

        Raises:
            InvalidDraft: a text is too long.
        """
        from ehrenamt_desktop.reports.certificate import draw_certificate

        _refuse(_too_long(certificate))
        out = io.BytesIO()
        draw_certificate(out, self._lists.office_info(), certificate, clock.today())
        return out.getvalue()

    def _certificate(
        self,
        person: PersonDetail,
        kind: CertificateKind,
        chosen: Sequence[Engagement],
        skills: Sequence[int],
    ) -> Certificate:
        values = person.values
        title, first, last = (str(values[key]) for key in ("title", "first_name", "last_name"))
        authority, competence = (
            kind is CertificateKind.AUTHORITY,
            kind is CertificateKind.COMPETENCE,
        )
        named = {one.id: one.label for one in self._lists.terms()} if competence else {}
        place = f"{values['postcode']} {values['city']}".strip()
        said = Certificate(
            kind=kind,
            name=full_name(title, first, last),
            born="" if kind is CertificateKind.THANKS else _born(values["birth_date"]),
            address=", ".join(one for one in (str(values["street"]), place) if one) * authority,
            school="",
            activities=tuple(_activity(one, kind) for one in chosen),
            competences=tuple(named[one] for one in skills if one in named) if competence else (),
            proofs=tuple(_proofs(person.credentials)) if competence else (),
            words=_THANKS if kind is CertificateKind.THANKS else "",
            rules=tuple(self._rules(chosen)) if authority else (),
            signer=self._lists.office_info().coordinator,
        )
        return _fitted(said)

    def _rules(self, chosen: Sequence[Engagement]) -> Iterator[str]:
        """What the law says of kind and extent; a figure that no source proves is left out."""
        today = clock.today()
        rows = {row.key: row for row in self._lists.law() if row.mark is Mark.VERIFIED}
        weekly = [Weekly(one.hours, one.allowance, one.started_on, one.ended_on) for one in chosen]
        total = weekly_hours(weekly, today)
        running = [one for one in chosen if one.runs(today)]
        if running and all(one.hours is not None for one in running):
            yield (
                f"Zurzeit zusammen etwa {number(total, 2)} Stunden pro Woche ({words.ESTIMATED})."
            )
        if REPORT in rows:
            row = rows[REPORT]
            yield (
                f"Ab {row.value} Stunden pro Woche ist ein Ehrenamt der Agentur für Arbeit zu "
                f"melden ({source(row)})."
            )
        if REFUND in rows:
            row = rows[REFUND]
            yield (
                f"Pauschaler Auslagenersatz bis {row.value} Euro im Monat bleibt beim "
                f"Arbeitslosengeld ohne Folgen ({source(row)})."
            )


def check(certificate: Certificate) -> None:
    """Make sure that what must be said is said and has room.

    Raises:
        InvalidDraft: with a sentence for each field; fields of a placement end in its number.
    """
    _refuse((*_missing(certificate), *_too_long(certificate)))


def _refuse(wrong: Iterable[FieldError]) -> None:
    found = tuple(wrong)
    if found:
        raise InvalidDraft(found)


def _missing(certificate: Certificate) -> Iterator[FieldError]:
    if not tidy(certificate.name):
        yield FieldError("name", "Bitte tragen Sie ein, für wen das Papier ist.")
    if not certificate.activities:
        yield FieldError("", "Bitte wählen Sie mindestens ein Engagement aus.")
    needed = ["title", "period"]
    if certificate.kind is CertificateKind.AUTHORITY:
        needed.append("extent")
    for one in certificate.activities:
        for key in needed:
            if not tidy(getattr(one, key)):
                yield FieldError(f"{key}.{one.placement_id}", NEEDED)
    if certificate.kind is CertificateKind.COMPETENCE and not any(
        tidy(one) for one in certificate.competences
    ):
        yield FieldError("terms.has.skill", "Bitte wählen Sie mindestens eine Kompetenz aus.")


def _too_long(certificate: Certificate) -> Iterator[FieldError]:
    said = {key: getattr(certificate, key) for key in ("name", "born", "address", "school",
                                                       "words", "signer")}  # fmt: skip
    for key in ("competences", "proofs", "rules"):
        said[key] = "\n".join(getattr(certificate, key))
    for one in certificate.activities:
        for key in ("title", "body", "period", "extent", "times", "payment", "tasks"):
            said[f"{key}.{one.placement_id}"] = getattr(one, key)
    for key, text in said.items():
        most = LIMITS[key.partition(".")[0]]
        if len(text) > most:
            yield FieldError(key, f"Bitte kürzen Sie den Text auf höchstens {most} Zeichen.")
    if len(certificate.kept()) > _KEPT:
        yield FieldError("", "Das ist insgesamt zu lang. Bitte kürzen Sie die Texte.")
    if len(certificate.activities) > MOST:
        yield FieldError("", f"Auf ein Papier passen {MOST} Engagements. Bitte wählen Sie aus.")


def _chosen(
    choice: Sequence[Engagement], wanted: Sequence[int], kind: CertificateKind
) -> list[Engagement]:
    if not choice:
        raise DomainError(NOTHING_BEGAN)
    if not wanted:
        return list(choice[: 1 if kind is CertificateKind.THANKS else MOST])
    known = {one.id: one for one in choice}
    missing = [one for one in wanted if one not in known]
    if missing:
        raise DomainError(
            f"Vermittlung Nr. {missing[0]} gehört nicht zu dieser Person oder hat noch nicht "
            "begonnen. Bitte wählen Sie eine andere."
        )
    return [one for one in choice if one.id in set(wanted)]


def _fitted(said: Certificate) -> Certificate:
    """Words of the records that are longer than a paper has room for are cut."""
    texts = ("name", "born", "address", "signer")
    short: dict[str, Any] = {key: cut(getattr(said, key), LIMITS[key]) for key in texts}
    short |= {
        key: tuple(cut(one, LIMITS[key] // _LISTED - 1) for one in getattr(said, key)[:_LISTED])
        for key in ("competences", "proofs")
    }
    keys = ("title", "body", "period", "extent", "times", "payment", "tasks")
    activities = []
    for one in said.activities:
        words_of: dict[str, Any] = {key: cut(getattr(one, key), LIMITS[key]) for key in keys}
        activities.append(one._replace(**words_of))
    return said._replace(**short, activities=tuple(activities))


def _activity(one: Engagement, kind: CertificateKind) -> Activity:
    thanks = kind is CertificateKind.THANKS
    authority = kind is CertificateKind.AUTHORITY
    helps = one.kind is OfferKind.HELP_REQUEST
    told = one.teaser or ", ".join(one.activities)
    return Activity(
        placement_id=one.id,
        title=one.title,
        body="" if helps and thanks else one.body,
        period=words.period(one),
        extent="" if thanks else words.extent(one),
        times=words.times(one) if authority else "",
        payment=words.payment(one) if authority else "",
        tasks="" if thanks else cut(told, LIMITS["tasks"]),
    )


def _skills(person: PersonDetail, chosen: Sequence[Engagement]) -> tuple[int, ...]:
    """Terms that the offers ask for and the person has: shown in this engagement."""
    has = {one.term_id for one in person.terms if one.relation == "has"}
    asked = dict.fromkeys(term for one in chosen for term in one.skills)
    return tuple(term for term in asked if term in has)


def _proofs(credentials: Sequence[CredentialRow]) -> Iterator[str]:
    """What was seen and holds; clearance and vaccination never."""
    today = clock.today()
    for one in credentials:
        private = any(word in fold(one.label) for word in _PRIVATE)
        if one.held and one.verified_on and not private and not expired(one.valid_until, today):
            since = f" vom {day(one.issued_on)}" if one.issued_on else ""
            yield f"{one.label}{since}"


def _born(value: object) -> str:
    return day(dt.date.fromisoformat(str(value)[:10])) if value else ""
