"""What of a contact is ticked at first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.model.enums import Channel
from ehrenamt_desktop.model.rules.passing import call_back, parts

EMPTY = dict.fromkeys(
    ("title", "first_name", "phone", "mobile", "email", "street", "postcode", "city",
     "reachable_note", "guardian_name", "guardian_phone", "guardian2_name", "guardian2_phone"),
    "",
) | {"last_name": "Gliem", "preferred_channel": None}  # fmt: skip


def ticked(minor=False, **values):
    return [one.key for one in parts(EMPTY | values, minor=minor) if one.ticked]


def test_the_preferred_way_is_ticked_alone():
    both = {"phone": "1", "mobile": "2", "email": "a@b.de"}
    assert ticked(**both) == ["name", "phone"]
    assert ticked(**both, preferred_channel="email") == ["name", "email"]
    assert ticked(phone="1", preferred_channel="mobile") == ["name", "phone"]


def test_the_address_goes_only_where_nothing_else_reaches_the_person():
    home = {"street": "Am Anger 3", "postcode": "36205", "city": "Sontra"}
    assert ticked(**home) == ["name", "address"]
    assert ticked(**home, mobile="2") == ["name", "mobile"]
    assert ticked() == ["name"]


def test_the_guardians_number_goes_with_a_minor():
    guardian = {"guardian_name": "Eva Gliem", "guardian_phone": "3", "phone": "1"}
    assert ticked(minor=True, **guardian) == ["name", "phone", "guardian"]
    assert ticked(**guardian) == ["name", "phone"]


@given(
    st.fixed_dictionaries(
        {key: st.sampled_from(["", "x"]) for key in EMPTY if key != "preferred_channel"}
        | {"preferred_channel": st.sampled_from([None, *(one.value for one in Channel)])}
    )
)
def test_free_text_is_never_ticked_and_one_way_at_most(values):
    values["last_name"] = "Gliem"
    chosen = [one.key for one in parts(values, minor=False) if one.ticked]
    assert "reachable_note" not in chosen
    assert chosen[0] == "name"
    assert chosen[1:] == ([call_back(values)] if call_back(values) else [])
