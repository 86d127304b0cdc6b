"""The form of an offer and what moves while somebody types in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ehrenamt_desktop.errors import InvalidDraft
from ehrenamt_desktop.model.enums import OfferKind
from ehrenamt_desktop.model.rows import ContactRow, InitiativeDetail, TermValue
from ehrenamt_desktop.model.rules.publishing import findings
from ehrenamt_desktop.ui.initiatives.initiative_facts import joined
from ehrenamt_desktop.ui.initiatives.offer_facts import BoardWords, board_words
from ehrenamt_desktop.ui.initiatives.offer_specs import FIELDS, GROUPS, HELPED_KEYS, PUBLIC_KEYS
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.fields import InputError
from ehrenamt_desktop.ui.kit.pick_field import find_labels
from ehrenamt_desktop.ui.kit.record_form import RecordForm
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.words import Words


class ContactLookup:
    """The contacts of the chosen initiative, to choose from."""

    def __init__(self) -> None:
        self._labels: dict[int, str] = {}

    def show(self, contacts: Sequence[ContactRow]) -> None:
        """Offer these contacts."""
        self._labels = {one.id: joined(one.name, one.function) for one in contacts}

    def search(self, text: str) -> list[tuple[int, str]]:
        """Contacts whose name holds the text."""
        return find_labels(self._labels, text)

    def label(self, number: int) -> str:
        """The name of a contact."""
        return self._labels.get(number, "")


class OfferForm(RecordForm):
    """Checks public words while they are typed and offers the contacts of the initiative."""

    def __init__(self, vocabulary: Vocabulary, desk: Desk, lookup: ContactLookup) -> None:
        super().__init__("offer", FIELDS, vocabulary, name="offer", groups=GROUPS)
        self._desk = desk
        self._lookup = lookup
        for key in PUBLIC_KEYS:
            self.editor(key).changed.connect(lambda key=key: self._check(key))
        self.editor("kind").changed.connect(self.show_helped)
        self.editor("initiative_id").changed.connect(self._ask_contacts)

    def load(self, values: Mapping[str, Any], terms: Iterable[TermValue] = ()) -> None:
        """Show an offer; a new one offers the contacts of the initiative it starts with."""
        super().load(values, terms)
        self.show_helped()
        if values.get("contact_id") is None:
            self._ask_contacts()

    def show_helped(self) -> None:
        """The helped person is asked for only where one person is helped."""
        helped = self.editor("kind").value() is OfferKind.HELP_REQUEST
        for key in HELPED_KEYS:
            self.show_field(key, shown=helped)
            if helped:
                self.focus_unfolded(key)

    def focus_unfolded(self, key: str) -> None:
        """Make sure that a field can be seen, without going there."""
        box = self._find(key)
        if box is not None:
            self._page.unfold(box)

    def board_words(self, words: Words) -> BoardWords | None:
        """What the board would say of what is typed; None while an entry is no value."""
        try:
            values = self.values()
        except InvalidDraft:
            return None
        return board_words(values, words.place(values["place_id"]))

    def _check(self, key: str) -> None:
        sentences = findings(str(self.editor(key).value() or ""))
        self.hint_at(key, sentences[0] if sentences else "")

    def _ask_contacts(self) -> None:
        try:
            number = self.editor("initiative_id").value()
        except InputError:
            return
        if not isinstance(number, int):
            self._lookup.show(())
        else:
            self._desk.tasks.run(
                Lane.READ, lambda: self._desk.office.lists.initiative(number), self._take_contacts,
                key="offer.contacts",
            )  # fmt: skip

    def _take_contacts(self, detail: InitiativeDetail) -> None:
        self._lookup.show(detail.contacts)
        self.editor("contact_id").set_value(None)
