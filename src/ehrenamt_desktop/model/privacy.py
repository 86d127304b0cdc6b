"""Who answers for the data, and on which ground each purpose stands: decided by the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ehrenamt_desktop.model.enums import LegalBasis, Purpose

if TYPE_CHECKING:
    from ehrenamt_desktop.model.rules.retention import Retention

KEY = "privacy"
"""The setting that holds it."""

AUTHORITY = (
    "Der Hessische Beauftragte für Datenschutz und Informationsfreiheit, Postfach 3163, "
    "65021 Wiesbaden, Telefon 0611 1408-0, poststelle@datenschutz.hessen.de"
)
"""Whom people in Hesse complain to (Art. 77 GDPR, § 13 HDSIG)."""

NO_PROCESSORS = "Niemand. Alles bleibt auf den Rechnern der verantwortlichen Stelle."

MATCHING = (
    "Ein Programm ordnet Angebote danach, wie gut sie zu Ihren Angaben passen: Wünsche, Zeiten, "
    "Kenntnisse, Wege. Das ist Profiling (Art. 4 Nr. 4 DSGVO). Es schlägt nur vor: Ob ein "
    "Vorschlag gemacht wird, entscheidet immer ein Mensch, und Sie können ihn sich erklären "
    "lassen. Entscheidungen, die allein auf einem Programm beruhen (Art. 22 DSGVO), gibt es nicht."
)
GROUNDS: Mapping[LegalBasis, str] = {
    LegalBasis.OPEN: "von der verantwortlichen Stelle noch nicht festgelegt",
    LegalBasis.CONSENT: "Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)",
    LegalBasis.PUBLIC_TASK: "öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 HDSIG)",
}
"""The legal bases with their norms."""


@dataclass(frozen=True, slots=True)
class PrivacyDetails:
    """What notices and registers name.

    Attributes:
        controller: who answers for the data, with address (Art. 4 no. 7 GDPR).
        officer: the data-protection officer and how to reach her.
        bases: the legal basis of each purpose; `OPEN` until the office has decided.
        authority: whom people may complain to.
        processors: who handles data on behalf of the controller (Art. 28 GDPR); empty for nobody.
    """

    controller: str = ""
    officer: str = ""
    bases: Mapping[Purpose, LegalBasis] = field(default_factory=dict)
    authority: str = AUTHORITY
    processors: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> PrivacyDetails:
        """What a setting says; unknown words count as open."""
        said = kept or {}
        bases = said.get("bases", {})
        return cls(
            str(said.get("controller", "")),
            str(said.get("officer", "")),
            {one: LegalBasis.parse(str(bases.get(one.value, ""))) or LegalBasis.OPEN
             for one in Purpose},
            str(said.get("authority") or AUTHORITY),
            str(said.get("processors", "")),
        )  # fmt: skip

    def as_setting(self) -> dict[str, Any]:
        """What the setting keeps."""
        return {
            "controller": self.controller,
            "officer": self.officer,
            "bases": {one.value: self.basis(one).value for one in Purpose},
            "authority": self.authority,
            "processors": self.processors,
        }

    def basis(self, purpose: Purpose) -> LegalBasis:
        """The legal basis of a purpose."""
        return self.bases.get(purpose, LegalBasis.OPEN)


def kept(rules: Retention) -> str:
    """How long people's data is kept (Art. 13(2)(a) GDPR), in words for the person."""
    archive = f" ({rules.archive})" if rules.archive else ""
    end = (
        f"Danach wird gelöscht; das Archiv{archive} hat auf die Akten verzichtet"
        if rules.waiver
        else f"Danach werden die Daten dem zuständigen Archiv{archive} angeboten und gelöscht, "
        "wenn es sie nicht übernimmt"
    )
    return (
        f"Wer nur angefragt hat: {_months(rules.enquiry)} nach dem letzten Kontakt. Wer beraten "
        f"wurde: {_months(rules.counselled)} nach dem letzten Kontakt. Wer vermittelt wurde: "
        f"{_months(rules.placed)} nach dem Ende der letzten Vermittlung. {end}. In den Zahlen der "
        "Agentur bleibt nur, was niemanden mehr erkennen lässt."
    )


def _months(count: int) -> str:
    return "1 Monat" if count == 1 else f"{count} Monate"


def rights(authority: str) -> tuple[str, ...]:
    """What everybody may ask for, in words for the person."""
    return (
        "Sie können verlangen, dass Angaben berichtigt, gelöscht oder nur noch aufbewahrt werden, "
        "und der Verarbeitung widersprechen (Art. 16, 17, 18 und 21 DSGVO). Was Sie uns gegeben "
        "haben, bekommen Sie auf Wunsch als Datei, die Programme lesen können (Art. 20 DSGVO).",
        "Eine Einwilligung können Sie jederzeit widerrufen; was bis dahin geschah, bleibt "
        "rechtmäßig (Art. 7 Abs. 3 DSGVO).",
        f"Sie können sich beschweren bei der Aufsicht: {authority}.",
    )
