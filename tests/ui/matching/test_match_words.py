"""How sentences beside the ranked list name people, and with whom an answer is kept."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from ehrenamt_desktop.model.matches import Question, Side
from ehrenamt_desktop.ui.matching.directions import headings, keepers
from ehrenamt_desktop.ui.matching.questions_view import QuestionsView


def question(side, number=7):
    return Question("k", side, number, "rhythm", "Wie oft?", (("jede Woche", {}),))


def told_by(view):
    return view.findChild(QLabel, "x.question.kept").text()


def test_a_mister_is_declined():
    assert headings("Herr Adam")[Side.PERSON] == "Was Herrn Adam wichtig ist"
    assert headings("Frau Adam")[Side.PERSON] == "Was Frau Adam wichtig ist"


@pytest.mark.parametrize(
    ("subject", "asked", "told"),
    [
        (Side.PERSON, Side.PERSON, "bei Herrn Adam "),
        (Side.PERSON, Side.OFFER, "bei dem genannten Angebot "),
        (Side.OFFER, Side.OFFER, "bei diesem Angebot "),
        (Side.OFFER, Side.PERSON, "bei der genannten Person "),
    ],
)
def test_the_line_below_the_questions_says_where_the_answer_goes(qtbot, subject, asked, told):
    view = QuestionsView("x", lambda _: [])
    qtbot.addWidget(view)
    view.show_questions([question(asked)], private=False, keepers=keepers(subject, "Herr Adam"))
    assert told_by(view) == f"Die Antwort wird {told}gespeichert und ordnet die Liste neu."


def test_answers_for_several_records_name_none(qtbot):
    view = QuestionsView("x", lambda _: [])
    qtbot.addWidget(view)
    both = [question(Side.OFFER, 1), question(Side.OFFER, 2)]
    view.show_questions(both, private=False, keepers=keepers(Side.PERSON, "Herr Adam"))
    assert told_by(view) == "Die Antwort wird gespeichert und ordnet die Liste neu."
