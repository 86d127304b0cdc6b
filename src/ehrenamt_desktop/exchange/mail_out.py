"""A message that a mail program opens as a draft: a file (RFC 5322) or a link (RFC 6068)."""

from __future__ import annotations

import mimetypes
from email.errors import HeaderParseError
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import quote

from ehrenamt_desktop.errors import DomainError
from ehrenamt_desktop.exchange.whole_file import write_bytes
from ehrenamt_desktop.model.passing import MailDraft
from ehrenamt_desktop.model.text import tidy

LONGEST_LINK = 2_000
"""Characters of a link; Windows hands on 2,083 at most (INTERNET_MAX_URL_LENGTH)."""


def write(path: Path, draft: MailDraft) -> None:
    """Write a draft as `.eml`; the file appears whole or not at all.

    `X-Unsent: 1` has Outlook open it ready to send instead of as a received message.

    Raises:
        DomainError: the address is none.
        StoreUnavailable: the file cannot be written.
    """
    message = EmailMessage(policy=SMTP)
    if draft.to:
        _address(message, draft.to)
    if draft.bcc:
        message["Bcc"] = ", ".join(tidy(one) for one in draft.bcc)
    message["Subject"] = tidy(draft.subject)
    message["X-Unsent"] = "1"
    message.set_content(draft.body, charset="utf-8", cte="quoted-printable")
    for name, data in draft.files:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        main, _, part = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=part, filename=name)
    write_bytes(path, message.as_bytes())


def link(draft: MailDraft) -> str:
    """`mailto:…`; words that would make it too long for Windows are left out.

    Empty when the addresses alone are too many: then a file or copied addresses serve.
    """
    head = f"mailto:{quote(tidy(draft.to), safe='@')}?subject={quote(tidy(draft.subject), safe='')}"
    if draft.bcc:
        head += f"&bcc={quote(','.join(tidy(one) for one in draft.bcc), safe='@,')}"
    if len(head) > LONGEST_LINK:
        return ""
    lines = draft.body.replace("\n", "\r\n")
    whole = f"{head}&body={quote(lines, safe='')}"
    return whole if len(whole) <= LONGEST_LINK else head


def _address(message: EmailMessage, to: str) -> None:
    wrong = DomainError(
        "Diese E-Mail-Adresse stimmt nicht. Bitte prüfen Sie sie bei der Initiative."
    )
    try:
        message["To"] = tidy(to)
        found = message["To"].addresses
    except (HeaderParseError, ValueError, IndexError) as error:
        raise wrong from error
    if len(found) != 1 or not found[0].domain or message["To"].defects:
        raise wrong
