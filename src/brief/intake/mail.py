"""Read e-mail (RFC 5322, MIME): its subject, sender and date, and the text that it shows."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from brief.diag.intake_codes import DAMAGED, NO_TEXT
from brief.intake.decoding import decode
from brief.intake.entitling import entitle
from brief.intake.errors import UnreadableError
from brief.intake.html import parse_html, read_markup
from brief.intake.pictures import PictureStore
from brief.intake.plain import read_plain
from brief.model.document import Document


def read_mail(data: bytes, store: PictureStore) -> Document:
    """Read a message; its attachments are told, apart from pictures that its text shows."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("html", "plain"))
        attached = [part.get_filename() or part.get_content_type()
                    for part in message.iter_attachments()
                    if isinstance(part, EmailMessage) and not part["content-id"]]  # fmt: skip
    except (LookupError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise UnreadableError(DAMAGED, "its parts cannot be told apart") from error
    if body is None:
        raise UnreadableError(NO_TEXT, "the message has no text", "save its attachment instead")
    document = _read_body(message, body, store)
    senders = [name or address for name, address in getaddresses([str(message.get("from", ""))])]
    told = tuple(f"the attachment “{name}” was not read" for name in attached)
    return replace(
        entitle(document, " ".join(str(message.get("subject", "")).split())),
        authors=tuple(filter(None, senders)),
        date=_read_date(str(message.get("date", ""))),
        language=document.language or str(message.get("content-language", "")).strip(),
        remarks=(*document.remarks, *told),
    )


def _read_body(message: EmailMessage, body: Any, store: PictureStore) -> Document:
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset() or ""
    if body.get_content_type() == "text/html":
        shown = {
            f"cid:{str(part['content-id']).strip('<> ')}": part.get_payload(decode=True)
            for part in message.walk()
            if part["content-id"]
        }

        def fetch(address: str) -> bytes | None:
            found = shown.get(address)
            return found if isinstance(found, bytes) else None

        store.fetch = fetch
        root = parse_html(data, charset)
        return read_markup(root, store, root.get("lang") or "")
    try:
        text, _ = decode(data, charset)
    except UnreadableError:
        text, _ = decode(data)
    return read_plain(text)


def _read_date(written: str) -> str:
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return ""
