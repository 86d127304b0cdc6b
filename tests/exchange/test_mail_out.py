"""Drafts for a mail program: nothing that is typed gets into a header or out of the link."""

from __future__ import annotations

import email
from email import policy
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehrenamt_desktop.errors import DomainError, StoreUnavailable
from ehrenamt_desktop.exchange import mail_out
from ehrenamt_desktop.model.passing import MailDraft


def test_a_draft_is_plain_text_in_utf8_that_opens_unsent(tmp_path):
    path = tmp_path / "a.eml"
    mail_out.write(path, MailDraft("roth@example.org", "Für Sie", "Größe\n\nzwei Zeilen\n"))
    raw = path.read_bytes()
    assert raw.isascii()
    read = email.message_from_bytes(raw, policy=policy.default)
    assert (read["To"], read["Subject"], read["X-Unsent"]) == ("roth@example.org", "Für Sie", "1")
    assert read.get_content_type() == "text/plain"
    assert read.get_content_charset() == "utf-8"
    assert read.get_content().splitlines() == ["Größe", "", "zwei Zeilen"]
    assert "From" not in read
    assert [one.name for one in tmp_path.iterdir()] == ["a.eml"]


@pytest.mark.parametrize("to", ["kein Zeichen", "a@b.de, c@d.de", "@", "a@"])
def test_an_address_that_is_none_is_refused(tmp_path, to):
    with pytest.raises(DomainError, match="E-Mail-Adresse stimmt nicht"):
        mail_out.write(tmp_path / "a.eml", MailDraft(to, "x", "y"))
    assert not list(tmp_path.iterdir())


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=400))
def test_nothing_typed_becomes_a_header_or_a_further_field(to, subject, body):
    link = mail_out.link(MailDraft(to, subject, body))
    assert len(link) <= max(mail_out.LONGEST_LINK, len(to) * 12 + len(subject) * 12 + 40)
    assert link.startswith("mailto:")
    assert not set('\r\n "<>') & set(link)
    fields = parse_qs(urlsplit(link).query, keep_blank_values=True, separator="&")
    assert set(fields) <= {"subject", "body"}


def test_a_header_cannot_be_smuggled_in(tmp_path):
    path = tmp_path / "a.eml"
    mail_out.write(path, MailDraft("", "Hallo\r\nBcc: boese@example.org", "x"))
    assert "Bcc" not in email.message_from_bytes(path.read_bytes(), policy=policy.default)


def test_words_that_would_make_the_link_too_long_are_left_out():
    long = mail_out.link(MailDraft("a@b.de", "Betreff", "ü" * 600))
    assert long == "mailto:a@b.de?subject=Betreff"
    short = mail_out.link(MailDraft("a@b.de", "B", "eins\nzwei"))
    assert short.endswith("&body=eins%0D%0Azwei")


def test_a_folder_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(StoreUnavailable, match="nicht schreiben"):
        mail_out.write(tmp_path / "weg" / "a.eml", MailDraft("", "x", "y"))
