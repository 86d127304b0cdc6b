"""What the coordinator says in a report to council or funders; kept with its edition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ehrenamt_desktop.errors import FieldError, InvalidDraft

SENTENCES = 3
LONGEST_SENTENCE = 300
LONGEST_PROPOSAL = 500
LONGEST_BODY = 80
COUNCIL = "Verbandsversammlung"
NOTED = "Die {body} nimmt den Bericht zur Kenntnis."


class ReportWords(NamedTuple):
    """The words of a report.

    Attributes:
        sentences: up to three, each of at most `LONGEST_SENTENCE` characters.
        body: the council that gets the paper.
        meeting: when it meets, as it is to be printed; empty if open.
        proposal: what it is to decide; empty if it only takes note.
    """

    sentences: tuple[str, ...] = ()
    body: str = COUNCIL
    meeting: str = ""
    proposal: str = ""

    @property
    def decision(self) -> str:
        """What stands under the figures."""
        return self.proposal or NOTED.format(body=self.body or COUNCIL)

    def kept(self) -> dict[str, str]:
        """As an edition keeps them."""
        said = {f"sentence_{place + 1}": text for place, text in enumerate(self.sentences)}
        return {**said, "body": self.body, "meeting": self.meeting, "proposal": self.proposal}

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> ReportWords:
        """From what an edition keeps."""
        said = (kept.get(f"sentence_{place + 1}", "") for place in range(SENTENCES))
        return cls(
            tuple(text for text in said if text),
            kept.get("body", COUNCIL),
            kept.get("meeting", ""),
            kept.get("proposal", ""),
        )

    def checked(self) -> ReportWords:
        """Without blanks around.

        Raises:
            InvalidDraft: something is too long.
        """
        said = [" ".join(one.split()) for one in self.sentences]
        body, meeting, proposal = (
            " ".join(one.split()) for one in (self.body, self.meeting, self.proposal)
        )
        lengths = {
            **{f"sentence_{n + 1}": (text, LONGEST_SENTENCE) for n, text in enumerate(said)},
            "body": (body, LONGEST_BODY),
            "meeting": (meeting, LONGEST_BODY),
            "proposal": (proposal, LONGEST_PROPOSAL),
        }
        wrong = [
            FieldError(key, f"Bitte höchstens {most} Zeichen; es sind {len(text)}.")
            for key, (text, most) in lengths.items()
            if len(text) > most
        ]
        if len(said) > SENTENCES:
            wrong.append(FieldError(f"sentence_{SENTENCES}", "Bitte höchstens drei Sätze."))
        if wrong:
            raise InvalidDraft(tuple(wrong))
        return ReportWords(tuple(text for text in said if text), body or COUNCIL, meeting, proposal)
