"""The words of a notice-board sheet for each reader, and how large they stand at least."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ehrenamt_desktop.model.paper_rows import BoardOffer
from ehrenamt_desktop.model.rules.board import BY_ARRANGEMENT, CLEARED, TO_TRY
from ehrenamt_desktop.model.rules.plain_words import plain
from ehrenamt_desktop.model.sheets import SheetVariant
from ehrenamt_desktop.model.text import tidy


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet speaks and how large.

    Attributes:
        title: above a sheet for one place or municipality; `{}` is its name.
        of_area: above a sheet for one field.
        calls: beside the phone number.
        labels: above what the task is (only in rows), where, when, what is needed.
        invite: at the end.
        caption: under the code that dials the number.
        publisher, dates: of the foot; `{}` are the publisher, the day made, the last day.
        instead: words of the data that this reader is told otherwise.
        scale: the least size of everything, 1 = as `board_blocks` says.
        rows: tell the facts of an offer one below the other, the task first.
        spacing: line height of the facts as a factor of the size.
    """

    title: str = "Mitmachen in {}"
    of_area: str = "Mitmachen: {}"
    calls: tuple[str, ...] = ("Ein Anruf genügt.", "Bitte nennen Sie die Nummer.")
    labels: tuple[str, str, str, str] = ("Was", "Wo", "Wann", "Sie brauchen")
    invite: str = "Nichts Passendes dabei? Gemeinsam finden wir etwas."
    caption: str = "mit dem Handy anrufen"
    publisher: str = "Herausgeber: {}"
    dates: str = "Stand {} · gültig bis {}"
    note: str = ""
    instead: Mapping[str, str] = field(default_factory=dict)
    scale: float = 1.0
    rows: bool = False
    spacing: float = 1.28

    def facts(self, offer: BoardOffer) -> tuple[tuple[str, str], ...]:
        """Label and words of each fact that stands under the title."""
        what, *rest = self.labels
        told = (
            tidy(offer.where) or tidy(offer.place) or BY_ARRANGEMENT,
            tidy(offer.when) or BY_ARRANGEMENT,
            tidy(offer.needs) or CLEARED,
        )
        pairs = list(zip(rest, told, strict=True))
        if self.rows and tidy(offer.teaser):
            pairs.insert(0, (what, tidy(offer.teaser)))
        if self.rows:
            return tuple((label, plain(words)) for label, words in pairs)
        return tuple((label, self.instead.get(words, words)) for label, words in pairs)


USUAL = Look()
LOOKS = {
    SheetVariant.USUAL: USUAL,
    SheetVariant.LARGE: Look(scale=1.35),
    SheetVariant.PLAIN: Look(
        title="Wollen Sie in {} helfen?",
        of_area="Wollen Sie helfen? {}",
        calls=("Rufen Sie uns an.", "Sagen Sie uns die Nummer."),
        labels=("Was machen Sie?", "Wo ist das?", "Wann ist das?", "Was brauchen Sie?"),
        invite="Finden Sie nichts? Wir suchen mit Ihnen.",
        caption="Anrufen mit dem Handy",
        publisher="Das Blatt ist von: {}",
        dates="Das Blatt ist vom {}. Es gilt bis {}.",
        scale=1.15,
        rows=True,
        spacing=1.5,
    ),
    SheetVariant.YOUTH: Look(
        title="Ab 14? Mach mit in {}!",
        of_area="Ab 14? Mach mit! {}",
        calls=("Ruf an und sag die Nummer.", "Frag vorher deine Eltern."),
        labels=("Was", "Wo", "Wann", "Du brauchst"),
        invite="Nichts dabei? Wir finden etwas mit dir.",
        instead={CLEARED: "klären wir mit dir", TO_TRY: "Schnuppern möglich"},
    ),
}
"""The looks of all variants."""
