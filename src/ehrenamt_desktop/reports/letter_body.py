"""What stands in a letter: subject, greeting, text, offers, closing. Gaps in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportlab.lib.units import mm

from ehrenamt_desktop.model import letter_text
from ehrenamt_desktop.model.letter_text import LetterText, Passage, Run
from ehrenamt_desktop.model.paper_rows import LetterOffer, OfficeInfo
from ehrenamt_desktop.model.text import tidy, tidy_block
from ehrenamt_desktop.reports import paper
from ehrenamt_desktop.reports.letter_flow import WIDTH, Block, Piece
from ehrenamt_desktop.reports.paper import Text, style

SIZE, LINE = 10.5, 14.0  # points


class Type(NamedTuple):
    """Size and leading of a letter's text, in points."""

    size: float
    line: float


NORMAL = Type(SIZE, LINE)
TIGHT = Type(10.0, 12.6)
"""For a letter that would run over by a few lines; DIN 5008 wants 10 points at least."""
_NUMBER = 15.0  # mm, room for the number of an offer
_BULLET = 4.0  # mm, indent of a list in the text


def blocks(
    text: LetterText,
    values: Mapping[str, str],
    subject: str,
    offers: Sequence[LetterOffer],
    *,
    many: bool = False,
    look: Type = NORMAL,
) -> list[Block]:
    """Subject to last paragraph; DIN 5008 wants two blank lines after the subject.

    In a run of `many` letters what they all say is laid out once.
    """
    alike = many and letter_text.alike(text.subject)
    made = [Block([Piece(_text([(subject, True)], look=look, shared=alike, short=many))])]
    gap = 2 * look.line
    for template in text.blocks:
        if template == f"{{{letter_text.OFFERS}}}":
            made += [_offer(offer, look) for offer in offers]
        else:
            alike = many and letter_text.alike(template)
            filled = letter_text.passages(template, values)
            made.append(_passages(filled, gap, look, shared=alike, short=many))
        gap = look.line
    return made


def _text(
    runs: str | Sequence[Run],
    indent: float = 0.0,
    *,
    look: Type,
    shared: bool = False,
    short: bool = False,
) -> Text:
    made, width = style(*look), (WIDTH - indent) * mm
    if not shared:
        return Text(runs, made, width, short=short)
    return paper.shared(((runs, False),) if isinstance(runs, str) else tuple(runs), made, width)


def _passages(
    passages: Sequence[Passage], gap: float, look: Type, *, shared: bool, short: bool
) -> Block:
    pieces: list[Piece] = []
    for passage in passages:
        indent = _BULLET if passage.item else 0.0
        mark = "•" if passage.item else ""
        text = _text(passage.runs, indent, look=look, shared=shared, short=short)
        pieces.append(Piece(text, indent, 0.0 if pieces else gap, mark))
    return Block(pieces)


def _offer(offer: LetterOffer, look: Type) -> Block:
    """Number and title, initiative, what, where, when, why it fits."""
    number = str(offer.number)
    room = paper.line_width(number, 12, bold=True) / mm + 3
    indent = max(_NUMBER, room)
    by = f" · {tidy(offer.initiative)}" if tidy(offer.initiative) else ""
    title = Text([(tidy(offer.title), True), (by, False)], style(12.0), (WIDTH - indent) * mm)
    pieces = [Piece(title, indent, look.line, number)]
    if tidy(offer.text):
        pieces.append(Piece(_text(tidy_block(offer.text), indent, look=look), indent, 2.0))
    for index, runs in enumerate(_facts(offer)):
        pieces.append(Piece(_text(runs, indent, look=look), indent, 0.0 if index else 2.0))
    reasons = [_sentence(reason) for reason in offer.reasons if tidy(reason)]
    if reasons:
        runs = [("Das passt zu Ihnen: ", True), (" ".join(reasons), False)]
        pieces.append(Piece(_text(runs, indent, look=look), indent))
    return Block(pieces)


def _sentence(reason: str) -> str:
    text = tidy(reason)
    return text if text[-1] in ".!?…" else f"{text}."


def _facts(offer: LetterOffer) -> list[list[Run]]:
    """Lines `Wo: … · Wann: …` and `Ansprechperson: …`, without what is not known."""
    lines: list[list[Run]] = []
    for facts in (
        (("Wo", offer.where), ("Wann", offer.when)),
        (("Ansprechperson", offer.contact),),
    ):
        runs: list[Run] = []
        for label, value in facts:
            if tidy(value):
                runs += [(" · ", False)] if runs else []
                runs += [(f"{label}: ", True), (tidy(value), False)]
        lines += [runs] if runs else []
    return lines


def closed(
    text: Sequence[Block],
    words: str,
    office: OfficeInfo,
    enclosures: Sequence[str],
    *,
    many: bool = False,
    look: Type = NORMAL,
) -> list[Block]:
    """The text with its closing, which stays on the page of the last two paragraphs.

    Greeting, three blank lines for the signature, name, enclosures.
    """
    last = [piece for block in text[-2:] for piece in block.pieces]
    pieces = [*last, Piece(_text(words, look=look, shared=many), 0.0, look.line)]
    signed = [tidy(office.coordinator), tidy(office.name)]
    for index, line in enumerate(line for line in signed if line):
        gap = 3 * look.line if index == 0 else 0.0
        pieces.append(Piece(_text(line, look=look, shared=many), 0.0, gap))
    listed = [tidy(enclosure) for enclosure in enclosures if tidy(enclosure)]
    if listed:
        word = "Anlage" if len(listed) == 1 else "Anlagen"
        pieces.append(Piece(_text([(word, True)], look=look), 0.0, 1.5 * look.line))
        pieces += [Piece(_text(line, look=look)) for line in listed]
    return [*text[:-2], Block(pieces)]
