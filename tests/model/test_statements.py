"""What follows from plain statements: wishes, the doubled ones first, and never a refusal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import StatementAnswer
from ehrenamt_desktop.model.statements import Reply, Statement, wishes

SAID = (
    Statement("a", "A", (1, 2), ("Eins", "Zwei")),
    Statement("b", "B", (2, 3), ("Zwei", "Drei")),
    Statement("c", "C", (), ()),
)
replies = st.dictionaries(
    st.sampled_from(["a", "b", "c", "gone"]),
    st.builds(Reply, st.sampled_from(StatementAnswer), st.booleans()),
)


def test_what_counts_twice_comes_first():
    agree = StatementAnswer.AGREE
    assert wishes(SAID, {"a": Reply(agree), "b": Reply(agree, doubled=True)}) == (2, 3, 1)
    assert wishes(SAID, {"a": Reply(agree), "b": Reply(agree)}) == (1, 2, 3)


@given(replies)
def test_only_agreement_wishes_and_each_term_once(said):
    found = wishes(SAID, said)
    agreed = {key for key, one in said.items() if one.answer is StatementAnswer.AGREE}
    assert set(found) == {term for one in SAID if one.key in agreed for term in one.terms}
    assert len(found) == len(set(found))
