"""The steps of an offer that ask something first: publish, pause, copy, offer elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from ehrenamt_desktop import clock
from ehrenamt_desktop.model.rows import OfferDetail
from ehrenamt_desktop.model.rules.publishing import Context, Finding, check
from ehrenamt_desktop.model.text import count, day
from ehrenamt_desktop.ui.initiatives.deeds import OfferDeeds
from ehrenamt_desktop.ui.initiatives.offer_form import OfferForm
from ehrenamt_desktop.ui.initiatives.offer_pane import OfferPane
from ehrenamt_desktop.ui.kit.field_specs import Vocabulary
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.record.record_page import RecordPage
from ehrenamt_desktop.ui.record.record_pane import FORM
from ehrenamt_desktop.ui.record.words import Words

FORGET = (
    "Name, Telefon und Einwilligung der Person endgültig löschen, auch aus den Änderungen? Das "
    "lässt sich nicht rückgängig machen, und frühere Schritte auch nicht mehr."
)


class OfferSteps(QObject):
    """Opens the panels of an offer's pane and carries out what they tell."""

    def __init__(self, page: RecordPage, pane: OfferPane, deeds: OfferDeeds, words: Words) -> None:
        super().__init__(page)
        self._page = page
        self._pane = pane
        self._deeds = deeds
        self._words = words
        pane.publish_wanted.connect(self.ask_publish)
        pane.pause_wanted.connect(self._ask_pause)
        pane.copy_wanted.connect(lambda: page.guarded(self._copy))
        pane.villages_wanted.connect(self._ask_villages)
        pane.forget_wanted.connect(self._forget)
        pane.findings.publish_wanted.connect(self._publish)
        pane.findings.field_wanted.connect(self._mend)
        pane.pause.chosen.connect(self._pause)
        pane.villages.chosen.connect(self._spread)
        for panel in pane.panels:
            panel.closed.connect(self._close)

    def ask_publish(self) -> None:
        """Publish the offer, unless its text holds something to mend or to look at."""
        number = self._page.shown()
        self._page.desk.tasks.run(
            Lane.WRITE, lambda: self._deeds.check(number),
            lambda found: self._checked(number, found),
        )  # fmt: skip

    def pictures(self) -> Iterator[str]:
        """Each panel, open, with what the check says of an invented text."""
        texts = {"teaser": "Für Frau K., Tel. 05653 1234", "description": "Am Markt 3, Ulfen"}
        self._open()
        self._pane.findings.show_findings(check(texts, Context(clock.today())))
        yield "angebot-pruefen"
        self._ask_pause()
        yield "angebot-pause"
        self._ask_villages()
        yield "angebot-ortsteile"
        self._close()

    def _checked(self, number: int, found: tuple[Finding, ...]) -> None:
        if number != self._page.shown():
            return
        if found:
            self._open()
            self._pane.findings.show_findings(found)
        else:
            self._publish()

    def _publish(self) -> None:
        self._pane.close_panels()
        self._page.step(self._deeds.publish, "Das Angebot ist veröffentlicht.")

    def _mend(self, key: str) -> None:
        """Go to the field that holds what was found."""
        self._pane.turn(FORM)
        form = self._pane.form_part.form
        if isinstance(form, OfferForm):
            form.focus_unfolded(key)
            form.editor(key).setFocus()

    def _ask_pause(self) -> None:
        self._open()
        self._pane.pause.begin()

    def _pause(self, until: dt.date | None) -> None:
        number = self._page.shown()
        words = f" bis {day(until)}" if until else ""
        self._page.desk.tasks.run(
            Lane.WRITE,
            lambda: self._deeds.pause(number, until),
            lambda _: self._done(f"Das Angebot ist{words} pausiert."),
            self._refused,
        )

    def _refused(self, error: Exception) -> None:
        """A day that has gone by is told in the panel."""
        fields = getattr(error, "fields", ())
        if fields:
            self._pane.pause.show_problem(fields[0].sentence)
        else:
            self._page.desk.notices.error(error)

    def _copy(self) -> None:
        number = self._page.shown()
        self._page.desk.tasks.run(Lane.WRITE, lambda: self._deeds.copy(number), self._copied)

    def _copied(self, number: int) -> None:
        self._page.tell("Die Kopie ist als Entwurf angelegt.")
        self._page.open(number, FORM)

    def _forget(self) -> None:
        """Deleting for good is the one step that cannot be undone, so it is asked for."""
        number, desk = self._page.shown(), self._page.desk
        if desk.notices.ask(FORGET, "Endgültig löschen"):
            desk.tasks.run(
                Lane.WRITE, lambda: self._deeds.forget_helped(number),
                lambda _: desk.notices.success("Name und Telefon der Person sind gelöscht."),
            )  # fmt: skip

    def _ask_villages(self) -> None:
        self._words.when_ready(self._show_villages)

    def _show_villages(self, known: Vocabulary) -> None:
        detail = self._page.detail
        if isinstance(detail, OfferDetail):
            self._open()
            taken = {detail.row.place, *(one.place for one in detail.elsewhere)}
            self._pane.villages.begin(known.places, taken)

    def _spread(self, places: Sequence[int]) -> None:
        number = self._page.shown()
        words = count(len(places), "weiteren Ortsteil", "weitere Ortsteile")
        self._page.desk.tasks.run(
            Lane.WRITE,
            lambda: self._deeds.spread(number, places),
            lambda _: self._done(f"Das Angebot ist für {words} angelegt."),
        )

    def _open(self) -> None:
        self._pane.close_panels()
        self._pane.turn("overview")

    def _done(self, sentence: str) -> None:
        self._close()
        self._page.tell(sentence)

    def _close(self) -> None:
        self._pane.close_panels()
        self._pane.focus()
