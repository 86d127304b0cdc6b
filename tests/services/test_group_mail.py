"""E-mail to many: only with consent, everybody hidden, whole batches or nothing."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes
from email.policy import SMTP
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.model.enums import InitiativeStatus, Kind, LegalBasis, PersonStatus
from ehrenamt_desktop.model.group_mail import (
    NO_CONSENT,
    NO_EMAIL,
    NO_GUARDIAN,
    WRONG_EMAIL,
    GroupMessage,
    MailAddress,
    MailPlan,
    Reader,
    mail_refusal,
    plan_mail,
)
from ehrenamt_desktop.model.letters import ARCHIVED, OPEN

DAY = dt.date(2026, 11, 23)
HELLO = GroupMessage("Dankeabend: Größe zählt", "Liebe Engagierte,\n\nkommen Sie?\n")


def person(office, email="ida@example.org", scope="email_info", **values):
    number = office.people.save(
        {"last_name": "Gliem", "email": email, "birth_year": 1960, **values}
    )
    for one in ("storage", scope):
        if one:
            office.people.add_consent(number, {"scope": one, "given_on": "2026-11-01"})
    return number


def test_who_gets_one_and_why_not(office):
    reasons = {
        person(office): "",
        person(office, scope=""): NO_CONSENT,
        person(office, scope="letters"): NO_CONSENT,
        person(office, scope="", legal_basis="public_task"): NO_CONSENT,
        person(office, email=""): NO_EMAIL,
        office.people.save({"last_name": "Offen", "email": "o@example.org"}): OPEN,
        office.people.save(
            {"last_name": "Jung", "email": "j@example.org", "birth_year": 2010,
             "guardian_consent_on": "2026-11-01"}
        ): NO_GUARDIAN,
    }  # fmt: skip
    gone = person(office)
    office.people.archive(gone)
    reasons[gone] = ARCHIVED
    plan = office.group_mail.plan(list(reasons))
    assert {number: reason for number, _, reason in plan.refused} == {
        number: reason for number, reason in reasons.items() if reason
    }
    assert plan.addresses == (MailAddress("ida@example.org", (next(iter(reasons)),)),)


def test_initiatives_get_theirs_at_the_address_of_the_body(office):
    club = office.initiatives.save({"name": "Turnverein", "email": "tv@example.org"})
    bare = office.initiatives.save({"name": "Chor"})
    plan = office.group_mail.plan([club, bare], noun="initiatives")
    assert plan.addresses == (MailAddress("tv@example.org", (club,)),)
    assert plan.refused == ((bare, "Chor", NO_EMAIL),)


@pytest.mark.parametrize(
    "email",
    ["ida", "ida@", "ida@example", "a b@example.org", "a@example.org, b@example.org",
     "a@example.org\r\nBcc: b@example.org", "Ida <ida@example.org>", "ida@exämple.org",
     "a;b@example.org", "a..b@example.org", "x" * 50_000],
)  # fmt: skip
def test_what_is_no_address_is_refused(email):
    reader = Reader(1, "Ida", email, InitiativeStatus.ACTIVE)
    assert mail_refusal(reader, DAY) == WRONG_EMAIL


def plan_of(amount):
    return MailPlan(tuple(MailAddress(f"p{one}@example.org", (one,)) for one in range(amount)), ())


def test_drafts_hide_everybody_in_batches(office, tmp_path):
    office.settings.set("office.email", "buero@example.org")
    plan = plan_of(120)
    folder = office.group_mail.write(tmp_path, plan, HELLO, 50)
    files = sorted(folder.iterdir())
    assert [one.name for one in files] == [f"E-Mail {one} von 3.eml" for one in (1, 2, 3)]
    hidden = []
    for file in files:
        message = message_from_bytes(file.read_bytes(), policy=SMTP)
        assert message["Subject"] == HELLO.subject
        assert "example.org" not in str(message["To"] or "").replace("buero@example.org", "")
        assert message["Cc"] is None
        assert message.get_content().replace("\r\n", "\n") == HELLO.body
        hidden.append([one.addr_spec for one in message["Bcc"].addresses])
    assert [len(one) for one in hidden] == [50, 50, 20]
    assert [one for part in hidden for one in part] == [one.email for one in plan.addresses]
    assert office.group_mail.write(tmp_path, plan, HELLO, 50).name == f"{folder.name} (2)"


def test_no_half_folder_is_left(office, tmp_path, monkeypatch):
    from ehrenamt_desktop.exchange import mail_out

    written = []

    def fail(path, draft):
        if written:
            raise OSError("voll")
        written.append(path)
        path.write_bytes(b"x")

    monkeypatch.setattr(mail_out, "write", fail)
    with pytest.raises(StoreUnavailable):
        office.group_mail.write(tmp_path, plan_of(3), HELLO, 1)
    assert not list(tmp_path.glob("*E-Mail*"))
    assert not list(tmp_path.glob(".*"))
    with pytest.raises(StoreUnavailable):
        office.group_mail.write(tmp_path / "fehlt", plan_of(3), HELLO, 1)


def test_the_link_holds_the_batch_or_is_empty(office):
    link = office.group_mail.link(plan_of(30), HELLO, 20, 1)
    found = parse_qs(urlsplit(link).query)
    assert found["bcc"] == [",".join(f"p{one}@example.org" for one in range(20, 30))]
    assert found["subject"] == [HELLO.subject]
    assert office.group_mail.link(plan_of(500), HELLO, 500, 0) == ""
    with pytest.raises(DomainError, match="Niemand"):
        office.group_mail.link(MailPlan((), ()), HELLO, 20, 0)


def course(office, number):
    return [one for one in office.lists.person(number).history if one.kind is Kind.INTERACTION]


def test_it_stands_in_everybodys_course_as_one_step(office):
    pair = [person(office), person(office)]
    plan = office.group_mail.plan(pair)
    assert len(plan.addresses) == 1
    assert office.group_mail.note(plan.addresses, HELLO) == 2
    for number in pair:
        (talk,) = course(office, number)
        assert HELLO.subject in talk.title + talk.detail
    assert office.history.undo().action == "E-Mail an 2 Empfänger eingetragen"
    assert not course(office, pair[0])


readers_ = st.builds(
    Reader,
    st.integers(1, 10_000),
    st.just("Ida Gliem"),
    st.sampled_from(["", "ida@example.org", "IDA@example.org", "jan@example.org", "falsch"]),
    st.sampled_from(list(PersonStatus)),
    st.sampled_from(list(LegalBasis)),
    st.booleans(),
    st.booleans(),
    st.tuples(st.none(), st.none() | st.integers(1950, 2020)),
)


@given(st.lists(readers_, unique_by=lambda one: one.id, max_size=9), st.integers(-1, 9))
def test_everybody_is_in_one_batch_or_refused(readers, size):
    plan = plan_mail(readers, DAY)
    sent = [number for one in plan.addresses for number in one.numbers]
    assert sorted([*sent, *(number for number, _, _ in plan.refused)]) == sorted(
        one.id for one in readers
    )
    known = {one.id: one for one in readers}
    assert all(known[number].agreed or known[number].guardian for number in sent)
    folded = [one.email.casefold() for one in plan.addresses]
    assert len(folded) == len(set(folded))
    assert [one for batch in plan.batches(size) for one in batch] == list(plan.addresses)
    assert all(1 <= len(one) <= max(1, size) for one in plan.batches(size))
