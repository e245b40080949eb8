"""A page saved as one file (MHTML), or a mail -> its text: the first part that is a page, else the first plain one.
Runs in a child process: parts within parts by the thousand take minutes, or all of the stack."""

import re
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from dateline.intake.decode import Decoded, decode_as, decode_page, decode_text, web_name

HEAD = 1 << 14
_HEADERS = re.compile(rb"(?:[\w-]{1,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}\r?\n")
_MIME = re.compile(rb"^(?:mime-version|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE)


class Part(NamedTuple):
    """What is read of it, whether that is a page, and the address that it was saved from."""

    found: Decoded
    is_page: bool
    url: str | None


def is_mime(raw: bytes) -> bool:
    """Whether the bytes begin with headers, one of which says how the rest is written."""
    headers = _HEADERS.match(raw[:HEAD])
    return headers is not None and _MIME.search(headers[0]) is not None


def read_mime(raw: bytes) -> Part | None:
    """The text of it, if there is any."""
    message = message_from_bytes(raw)
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "text/plain")]
    chosen = min(parts, key=lambda part: part.get_content_type() != "text/html", default=None)
    payload = chosen.get_payload(decode=True) if chosen is not None else None
    if chosen is None or not isinstance(payload, bytes):
        return None
    is_page = chosen.get_content_type() == "text/html"
    address = str(message.get("snapshot-content-location") or chosen.get("content-location") or "").strip()
    return Part(_decoded(chosen, payload, is_page), is_page, address if address.startswith("http") else None)


def _decoded(part: Message, payload: bytes, is_page: bool) -> Decoded:
    name = web_name(str(part.get_param("charset") or ""))
    found = decode_as(payload, name, guessed=False) if name else None
    if found is not None and not found.replaced:
        return found
    return decode_page(payload) if is_page else decode_text(payload)
