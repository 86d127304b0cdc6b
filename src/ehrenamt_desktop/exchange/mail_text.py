"""The text of a mail: who wrote when about what, its words, and the names of what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from ehrenamt_desktop.exchange import markup

MAX_PARTS = 500
_FIELDS = ("From", "To", "Cc", "Date", "Subject")


def pieces(data: bytes) -> Iterator[str]:
    """The text of a mail; a web page in it only where it has no plain words."""
    mail = message_from_bytes(data, policy=policy.default)
    for field in _FIELDS:
        yield _field(mail, field)
    pages: list[str] = []
    plain = False
    for number, part in enumerate(mail.walk()):
        if number >= MAX_PARTS:
            break
        if part.get_filename():
            yield str(part.get_filename())
        elif part.get_content_type() == "text/plain":
            plain = True
            yield _words(part)
        elif part.get_content_type() == "text/html":
            pages.append(_words(part))
    if not plain:
        yield from (markup.plain(page) for page in pages)


def _field(mail: Message, field: str) -> str:
    try:
        return str(mail.get(field, ""))
    except (ValueError, IndexError, AttributeError, TypeError):  # a header nobody can parse
        return ""


def _words(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        if isinstance(part, EmailMessage):
            return str(part.get_content())
    except (LookupError, ValueError, AssertionError):
        pass
    return raw.decode("utf-8", errors="replace")
