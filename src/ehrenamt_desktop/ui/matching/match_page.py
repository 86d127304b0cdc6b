"""One way to match: whom it is for, the ranked list, the actions under it, the detail beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ehrenamt_desktop.model.enums import Kind
from ehrenamt_desktop.model.matches import Question
from ehrenamt_desktop.model.queries import Change
from ehrenamt_desktop.ui.kit import theme
from ehrenamt_desktop.ui.kit.changes import touches
from ehrenamt_desktop.ui.kit.desk import Desk
from ehrenamt_desktop.ui.kit.field_specs import FieldSpec
from ehrenamt_desktop.ui.kit.list_pane import ListPane
from ehrenamt_desktop.ui.kit.panels import EmptyState, button, hbox, label, vbox
from ehrenamt_desktop.ui.kit.pick_field import PickInput, find_labels
from ehrenamt_desktop.ui.kit.side_by_side import SideBySide
from ehrenamt_desktop.ui.kit.tasks import Lane
from ehrenamt_desktop.ui.matching.away_note import AwayNote
from ehrenamt_desktop.ui.matching.directions import Direction, Found
from ehrenamt_desktop.ui.matching.expert import Expert
from ehrenamt_desktop.ui.matching.list_find import ListFind
from ehrenamt_desktop.ui.matching.match_detail import MatchDetail
from ehrenamt_desktop.ui.matching.match_list import MatchListView
from ehrenamt_desktop.ui.matching.match_model import Line
from ehrenamt_desktop.ui.matching.proposals import Proposals
from ehrenamt_desktop.ui.matching.propose_bar import ProposeBar
from ehrenamt_desktop.ui.matching.questions_view import save_answer
from ehrenamt_desktop.ui.matching.subject_head import SubjectHead
from ehrenamt_desktop.ui.matching.subjects import Subject
from ehrenamt_desktop.ui.record.form_dialog import FormDialog

MANY = 300
"""Rows shown when more are wanted."""
SHARES = (64, 36)
"""How list and detail share the width at first."""
WEIGHED = (
    Kind.PERSON, Kind.PERSON_TERM, Kind.CREDENTIAL, Kind.INITIATIVE, Kind.OFFER, Kind.OFFER_TERM,
    Kind.PLACEMENT, Kind.TERM, Kind.PLACE, Kind.CONSENT,
)  # fmt: skip
"""Records whose change orders the list anew or opens the way to the next step."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """The chosen row and the record behind it."""

    line: Line
    other: Subject


class MatchPage(QWidget):
    """Angebote für eine Person, or Personen für ein Angebot."""

    open_requested = Signal(object, int)

    def __init__(self, direction: Direction, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._direction = direction
        self._desk = desk
        self._name = f"matching.{direction.key}"
        self._proposals = Proposals(desk.office, desk.tasks, desk.notices, desk.files)
        self._number: int | None = None
        self._top: int | None = None
        self._arriving = False
        self._found: Found | None = None
        self._make()
        self._lay_out()
        self._connect()

    def show_subject(self, number: int) -> None:
        """Rank for another person or offer and go to the list."""
        self._number, self._top, self._arriving = number, None, True
        self.list_find.clear()
        self.list.untick()
        self.expert.close_comparison()
        self.reload()

    def reload(self, *, anew: bool = True) -> None:
        """Rank again; facts are read only if they may have changed."""
        if self._number is None:
            return
        view = self.expert.view(anew=anew)
        number, top, search = self._number, self._top, self.list_find.box.text()
        self._desk.tasks.run(
            Lane.READ,
            lambda: self._direction.find(self._desk.office, number, top, search, view),
            self._show,
            key=f"{self._name}.list",
        )

    def propose(self, *, printed: bool) -> None:
        """Propose what is ticked, with or without a letter."""
        chosen = self.list.ticked_numbers()
        if self._number is None or not chosen:
            self._desk.notices.info("Bitte wählen Sie zuerst mit der Leertaste aus.")
            return
        pairs = self._direction.pairs(self._number, chosen)
        if printed and self._prints:
            self._proposals.propose_and_print(*pairs[0], self._direction.others, self.list.untick)
        else:
            self._proposals.propose(pairs, self._direction.others, self.list.untick)

    def print_shown(self) -> None:
        """Strg+P: the comparison while it is shown, else what is ticked, proposed and printed."""
        if self.expert.comparison.isHidden():
            self.propose(printed=True)
        else:
            self.expert.print_comparison()

    def print_sheet(self) -> None:
        """Write the talk sheet of what is ticked; nothing is proposed."""
        if self._number is not None:
            self._proposals.print_sheet(self._number, self.list.ticked_numbers())

    def open_weights(self) -> None:
        """Show what is how important beside the list; without a list say what to do first."""
        if self._number is None or self.detail.isHidden():
            self._desk.notices.info(self._direction.choose)
            self.choose()
        else:
            self.expert.mode.set_open(wanted=True)
            self.expert.open_weights()

    def choose(self) -> None:
        """Let another person or offer be chosen from the list."""
        self._number = None
        self.list.untick()
        self.list_find.clear()
        self.expert.close_comparison()
        for part in (self._subject, self.away, self.bar, self.detail):
            part.hide()
        self._stack.setCurrentWidget(self._choice)
        self.focus_search()

    def focus_search(self) -> None:
        """Search inside the list; while nobody is chosen yet, for whom it is."""
        if self._number is None:
            self.chooser.focus_search()
        else:
            self.list_find.enter()

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Rank again when a step touched what is weighed."""
        if touches(changes, *WEIGHED):
            self.reload()
        elif touches(changes, Kind.WEIGHT_SET):
            self.reload(anew=False)
        self.expert.refresh(changes)

    def _make(self) -> None:
        direction, name = self._direction, self._name
        owner_private = direction.subject_kind is Kind.PERSON
        self.head = SubjectHead(name, private=owner_private)
        self.search = PickInput(direction.lookup(self._desk.office).search)
        self.search.setObjectName(f"{name}.search")
        self.search.setPlaceholderText(direction.search)
        self.search.setAccessibleName(direction.search.removesuffix(" …"))
        self.search.setMinimumWidth(theme.em() * 10)
        self.search.setMaximumWidth(theme.em() * 14)
        spoken = f"{direction.others[1]}, die passen"
        self.list = MatchListView(
            f"{name}.list", spoken, direction.others, private=direction.private_others
        )
        self.away = AwayNote(name)
        self.list_find = ListFind(name)
        self.find_button = button("", name=f"{name}.find_button", icon="search", flat=True)
        self.find_button.setAccessibleName("In der Liste suchen")
        self.find_button.setToolTip("In der Liste suchen (Strg+F)")
        self._prints = owner_private
        self.bar = ProposeBar(name, direction.others, prints=self._prints)
        self.detail = MatchDetail(direction, self._find_places)
        self.expert = Expert(
            name, self._desk, self.detail, self.list.ticked_matches,
            lambda: self._found.subject.name if self._found else "", private=not owner_private,
        )  # fmt: skip
        self.chooser = ListPane(
            direction.source(self._desk.office), direction.columns, self._desk.tasks,
            self._desk.bus, name=f"{name}.choose", label=direction.choose,
            search=direction.search, kinds=(direction.subject_kind, Kind.PLACEMENT),
            filters=direction.filters, empty=direction.nobody,
            private=frozenset({"name"} if owner_private else ()),
        )  # fmt: skip
        self.chooser.set_filters(direction.waiting)
        way = f"{direction.subject_kind.label} öffnen"
        self._nothing = EmptyState(direction.nothing, way, "info")
        self._unfound = EmptyState("Kein Treffer in dieser Liste.", "Suche aufheben", "search")

    def _lay_out(self) -> None:
        self._choice = QWidget()
        hint = label("Enter oder Doppelklick zeigt, was passt.", "soft", wrap=True)
        heading = label(self._direction.choose, "title", wrap=True)
        self._choice.setLayout(vbox(heading, hint, self.chooser))
        self._stack = QStackedWidget()
        for page in (self._choice, self._nothing, self._unfound, self.list):
            self._stack.addWidget(page)
        self._subject = QWidget()
        head = hbox(self.head, self.find_button, self.search)
        head.setStretch(0, 1)
        head.setAlignment(self.head, Qt.AlignmentFlag.AlignVCenter)
        self._subject.setLayout(head)
        left = QWidget()
        column = vbox(self._subject, self.away, self.list_find, self._stack, self.bar)
        column.setStretch(3, 1)
        left.setLayout(column)
        self.splitter = SideBySide(left, self.detail, SHARES)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        outer.addWidget(self.expert.comparison)
        for part in (self._subject, self.bar, self.detail):
            part.hide()

    def _connect(self) -> None:
        self.chooser.opened.connect(self.show_subject)
        self.search.picked.connect(lambda number, _words: self._pick(number))
        self.find_button.clicked.connect(self.list_find.enter)
        self.list_find.searched.connect(lambda _words: self.reload())
        self.list_find.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.escaped.connect(self.list_find.clear)
        self._nothing.clicked.connect(self._open_subject)
        self._unfound.clicked.connect(self.list_find.leave)
        self.list.current.connect(self._ask_detail)
        self.list.entered_line.connect(lambda _line: self.detail.enter())
        self.list.ticked.connect(self._show_ticked)
        self.list.more.connect(self._show_more)
        self.bar.propose.connect(lambda: self.propose(printed=True))
        self.bar.sheet_wanted.connect(self.print_sheet)
        self.away.open_wanted.connect(self._open_subject)
        self.bar.propose_only.connect(lambda: self.propose(printed=False))
        self.bar.missing_wanted.connect(self._open_subject)
        self.detail.questions.answered.connect(self._answer)
        self.detail.open_requested.connect(self._desk.navigator.open)
        self.detail.override_requested.connect(self._ask_reason)
        self.expert.anew_wanted.connect(self.reload)
        self.expert.again_wanted.connect(lambda: self.reload(anew=False))
        self.expert.compared.connect(self._show_compared)
        self._desk.bus.changed.connect(self.refresh)

    def _show_ticked(self) -> None:
        amount = len(self.list.ticked_numbers())
        self.bar.show_ticked(amount)
        self.expert.show_ticked(amount)

    def _show_compared(self, compared: bool) -> None:
        self.splitter.setVisible(not compared)
        if not compared:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_places(self, typed: str) -> list[tuple[int, str]]:
        places = self._desk.office.lists.places()
        codes = {one.id: one.postal_code for one in places}
        return find_labels({one.id: one.label for one in places}, typed, codes)

    def _pick(self, number: int) -> None:
        self.search.clear()
        self.show_subject(number)

    def _show(self, found: Found) -> None:
        self._found = found
        self.head.show_subject(found.subject.name, found.subject.facts)
        self.bar.show_missing(found.subject.missing)
        self.away.show_sentence(found.list.away)
        self._subject.show()
        self.bar.show()
        self.list.show_list(found.list)
        has_rows = bool(self.list.lines())
        nothing = self._unfound if found.list.searched else self._nothing
        self._stack.setCurrentWidget(self.list if has_rows else nothing)
        self.list_find.show_found(found.list)
        if has_rows and self.detail.isHidden():
            self.detail.show()
            self.splitter.share()
        self.detail.setVisible(has_rows)
        if self._arriving:
            self._arriving = False
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_subject(self) -> None:
        if self._number is not None:
            self._desk.navigator.open(self._direction.subject_kind, self._number)

    def _show_more(self) -> None:
        self._top = MANY
        self.reload()

    def _ask_detail(self, line: Line | None) -> None:
        if line is None or not line.number:
            self.detail.clear(line)
            return
        self._desk.tasks.run(
            Lane.READ,
            lambda: _Shown(line, self._direction.other(self._desk.office, line.number)),
            self._show_detail,
            key=f"{self._name}.detail",
        )

    def _show_detail(self, shown: _Shown) -> None:
        chosen = self.list.line()
        if self._found is not None and chosen is not None and chosen.number == shown.line.number:
            self.detail.show_pair(shown.line, self._found, shown.other)

    def _answer(self, question: Question, values: dict[str, object]) -> None:
        self._desk.tasks.run(
            Lane.WRITE,
            lambda: save_answer(self._desk.office, question, dict(values)),
            lambda _: self._desk.notices.success("Die Antwort ist gespeichert."),
        )

    def _ask_reason(self, number: int) -> None:
        spec = FieldSpec("reason", "Warum wird trotzdem vorgeschlagen?", wide=True)
        dialog = FormDialog(
            "Trotzdem vorschlagen", (spec,), {}, self, name=f"{self._name}.reason",
            accept="Vorschlagen", required=("reason",),
        )  # fmt: skip
        dialog.submitted.connect(lambda values: self._override(dialog, number, values))
        dialog.open()

    def _override(self, dialog: FormDialog, number: int, values: dict[str, object]) -> None:
        if self._number is None:
            return
        self._proposals.propose(
            self._direction.pairs(self._number, [number]), self._direction.others, dialog.accept,
            reason=str(values["reason"]),
            failed=lambda error: dialog.refuse(error, self._desk.notices),
        )  # fmt: skip
