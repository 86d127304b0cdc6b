"""The part of the open office that writes letters and certificates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ehrenamt_desktop.store.engine import Store

if TYPE_CHECKING:
    from ehrenamt_desktop.services.cards import Cards
    from ehrenamt_desktop.services.certificates import Certificates
    from ehrenamt_desktop.services.desk_sheets import DeskSheets
    from ehrenamt_desktop.services.group_mail import GroupMail
    from ehrenamt_desktop.services.labels import Labels
    from ehrenamt_desktop.services.letter_texts import LetterTexts
    from ehrenamt_desktop.services.letterheads import Letterheads
    from ehrenamt_desktop.services.letters import Letters
    from ehrenamt_desktop.services.recognition import Recognition
    from ehrenamt_desktop.services.reply_slips import ReplySlips
    from ehrenamt_desktop.services.serial_letters import SerialLetters
    from ehrenamt_desktop.services.serial_print import SerialPrint
    from ehrenamt_desktop.services.statements import Statements


class LetterParts:
    """The words of letters, single letters made of them, and what people get to take along."""

    store: Store

    @cached_property
    def letter_texts(self) -> LetterTexts:
        """The words of all letters."""
        from ehrenamt_desktop.services.letter_texts import LetterTexts

        return LetterTexts(self.store)

    @cached_property
    def letters(self) -> Letters:
        """Single letters to a person or an initiative."""
        from ehrenamt_desktop.services.letters import Letters

        return Letters(self.store)

    @cached_property
    def serial_print(self) -> SerialPrint:
        """One letter to everybody in a list."""
        from ehrenamt_desktop.services.serial_print import SerialPrint

        return SerialPrint(self.store)

    @cached_property
    def certificates(self) -> Certificates:
        """Certificates of somebody's engagement."""
        from ehrenamt_desktop.services.certificates import Certificates

        return Certificates(self.store)

    @cached_property
    def reply_slips(self) -> ReplySlips:
        """Letters that ask, with a slip to send back."""
        from ehrenamt_desktop.services.reply_slips import ReplySlips

        return ReplySlips(self.store)

    @cached_property
    def serial_letters(self) -> SerialLetters:
        """Letters to many people or initiatives."""
        from ehrenamt_desktop.services.serial_letters import SerialLetters

        return SerialLetters(self.store)

    @cached_property
    def group_mail(self) -> GroupMail:
        """E-mail to many."""
        from ehrenamt_desktop.services.group_mail import GroupMail

        return GroupMail(self.store)

    @cached_property
    def labels(self) -> Labels:
        """Addresses of a list on sheets of labels."""
        from ehrenamt_desktop.services.labels import Labels

        return Labels(self.store)

    @cached_property
    def letterheads(self) -> Letterheads:
        """Head and foot of all letters."""
        from ehrenamt_desktop.services.letterheads import Letterheads

        return Letterheads(self.store)

    @cached_property
    def cards(self) -> Cards:
        """The Ehrenamts-Card: its conditions and the covering letter."""
        from ehrenamt_desktop.services.cards import Cards

        return Cards(self.store)

    @cached_property
    def recognition(self) -> Recognition:
        """Whom to thank."""
        from ehrenamt_desktop.services.recognition import Recognition

        return Recognition(self.store)

    @cached_property
    def desk_sheets(self) -> DeskSheets:
        """Sheets to take along, to sign and to phone along."""
        from ehrenamt_desktop.services.desk_sheets import DeskSheets

        return DeskSheets(self.store)

    @cached_property
    def statements(self) -> Statements:
        """Plain statements that open a talk with the young."""
        from ehrenamt_desktop.services.statements import Statements

        return Statements(self.store)
