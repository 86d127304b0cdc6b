"""The office's own forms: listed, filled in with what is known, made as PDF."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.model.enums import CertificateKind, Mark, PrivacyPaperKind
from ehrenamt_desktop.model.forms import Form, parse
from ehrenamt_desktop.paths import resources
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.services.certificates import Certificates
from ehrenamt_desktop.services.form_values import (
    body_values,
    law_values,
    office_values,
    person_values,
    task_values,
)
from ehrenamt_desktop.services.lists import Lists
from ehrenamt_desktop.services.papers import expect_suffix
from ehrenamt_desktop.services.privacy_papers import PrivacyPapers
from ehrenamt_desktop.store.engine import Store

NOTICE = "datenschutzhinweis"
"""The notice of Art. 13 GDPR is a form of its own: its version is that of its words."""
CERTIFICATES: Mapping[str, CertificateKind] = {
    "bescheinigung_leistungsbezug": CertificateKind.AUTHORITY,
    "kompetenznachweis": CertificateKind.COMPETENCE,
    "zeugnisbeiblatt": CertificateKind.SCHOOL,
}
"""Forms that are certificates of somebody's engagement."""
NOT_BEGUN = "es hat noch kein Engagement begonnen"
UNKNOWN = "Das Formular „{name}“ gibt es nicht. Möglich sind: {names}."
NOBODY = "Dieses Blatt bescheinigt ein Engagement. Bitte nennen Sie die Person."


class FormFor(NamedTuple):
    """For whom a form is filled in; without numbers it stays empty.

    `named` says whether the initiative's contact may stand on it: not before the person's contact
    was passed on.
    """

    person_id: int | None = None
    initiative_id: int | None = None
    offer_id: int | None = None
    placement_id: int | None = None
    named: bool = False


NOBODY_YET = FormFor()


class FormRow(NamedTuple):
    """A form in the list; `about` is whom it is filled in for (`model.forms.Form`)."""

    name: str
    title: str
    about: str
    version: str


class Forms:
    """Use cases on the office's own forms."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lists = Lists(store)

    def listed(self) -> tuple[FormRow, ...]:
        """All forms by title, certificates left out: they have a place of their own."""
        rows = [FormRow(one.name, one.title, one.about, one.version) for one in shipped().values()]
        notice = PrivacyPapers(self._store).paper(PrivacyPaperKind.NOTICE)
        rows.append(FormRow(NOTICE, notice.title, "nobody", notice.version))
        return tuple(sorted(rows, key=lambda one: one.title.casefold()))

    def version(self, name: str) -> str:
        """The version of a form as it would be printed today; "" for one that is not known."""
        if name == NOTICE:
            return PrivacyPapers(self._store).version()
        form = shipped().get(name)
        return form.version if form else ""

    def lacking(self, name: str, person_id: int | None) -> str:
        """Why a form cannot be made for somebody; "" if it can."""
        if name in CERTIFICATES and (
            person_id is None or not Certificates(self._store).engagements(person_id)
        ):
            return NOT_BEGUN
        return ""

    def make(self, name: str, whom: FormFor = NOBODY_YET) -> bytes:
        """A form as PDF, filled in as far as it asks for what is known.

        Raises:
            DomainError: there is no such form, or somebody it is for is gone.
        """
        if name == NOTICE:
            return self._notice()
        if name in CERTIFICATES:
            return self._certificate(CERTIFICATES[name], whom)
        from ehrenamt_desktop.reports.forms.form import draw_form

        form = shipped().get(name)
        if form is None:
            raise DomainError(UNKNOWN.format(name=name, names=", ".join(sorted(shipped()))))
        out = io.BytesIO()
        draw_form(out, self._lists.office_info(), form, self._values(whom))
        return out.getvalue()

    def write(self, path: Path, name: str, whom: FormFor = NOBODY_YET) -> None:
        """Write a form as PDF.

        Raises:
            DomainError: see `make`, or the file is no PDF.
            StoreUnavailable: the file cannot be written.
        """
        expect_suffix(path, ".pdf")
        data = self.make(name, whom)
        with replacing(path) as draft:
            draft.write_bytes(data)

    def _values(self, whom: FormFor) -> dict[str, str]:
        """All that is known, by placeholder; the form takes what it asks for."""
        today = clock.today()
        office = self._lists.office_info()
        figures = {
            row.key: row.value for row in self._lists.law(today) if row.mark is Mark.VERIFIED
        }
        values = {**office_values(office, today), **law_values(figures)}
        if whom.person_id is not None:
            values |= person_values(self._lists.person(whom.person_id), whom.placement_id)
        initiative = whom.initiative_id
        if whom.offer_id is not None:
            offer = self._lists.offer(whom.offer_id)
            values |= task_values(offer)
            initiative = int(str(offer.values["initiative_id"]))
        if initiative is not None:
            body = self._lists.initiative(initiative)
            values |= body_values(body, named=whom.named or whom.person_id is None)
        return values

    def _notice(self) -> bytes:
        with tempfile.TemporaryDirectory(prefix="formular-") as folder:
            path = Path(folder) / "hinweis.pdf"
            PrivacyPapers(self._store).write(PrivacyPaperKind.NOTICE, path)
            return path.read_bytes()

    def _certificate(self, kind: CertificateKind, whom: FormFor) -> bytes:
        if whom.person_id is None:
            raise DomainError(NOBODY)
        certificates = Certificates(self._store)
        return certificates.sample(certificates.proposal(whom.person_id, kind).certificate)


@cache
def shipped() -> Mapping[str, Form]:
    """The forms that come with the program, by name."""
    files = sorted((resources() / "forms").glob("*.md"))
    return {one.stem: parse(one.stem, one.read_text(encoding="utf-8")) for one in files}
