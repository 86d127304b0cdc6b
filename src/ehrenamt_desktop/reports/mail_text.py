"""The words of a message in plain text, from the same texts as the letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.letter_text import LetterText
from ehrenamt_desktop.model.paper_rows import OfficeInfo
from ehrenamt_desktop.model.text import tidy
from ehrenamt_desktop.reports.letter_values import office_values


def compose(
    text: LetterText,
    office: OfficeInfo,
    on: dt.date,
    values: Mapping[str, str],
    lists: Mapping[str, Sequence[str]],
) -> tuple[str, str]:
    """Subject and body of a message.

    Args:
        text: its words.
        office: signs the message.
        on: the day of the message.
        values: what stands in the place of placeholders, beside what the office knows.
        lists: lines for placeholders that stand alone in a paragraph.

    Raises:
        DomainError: a placeholder stands for nothing.
    """
    known = {**office_values(office, on, None), **{key: tidy(one) for key, one in values.items()}}
    letter_text.check_values(text, known)
    blocks = [_block(block, known, lists) for block in text.blocks]
    signed = (office.coordinator, office.name, office.phone, office.email)
    closing = [letter_text.fill(text.closing, known), *(tidy(line) for line in signed if line)]
    body = "\n\n".join([*(one for one in blocks if one), "\n".join(closing)])
    return letter_text.fill(text.subject, known), f"{body}\n"


def _block(block: str, values: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> str:
    key = block[1:-1]
    if block == f"{{{key}}}" and key in lists:
        return "\n".join(tidy(line) for line in lists[key])
    passages = letter_text.passages(block, values)
    return "\n".join(
        ("- " if one.item else "") + "".join(run for run, _ in one.runs) for one in passages
    )
