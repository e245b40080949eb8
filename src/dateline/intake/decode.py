"""bytes -> text: the encoding found, and whether it was known or guessed. No character is changed."""

import codecs
import re
from typing import NamedTuple

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-8's mark is not here: it is a character of the file, and the text is kept character for character."""
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
WESTERN_SHARE = 0.05
"""Up to this share of bytes beyond ASCII a text is taken for Windows-1252, the usual form of English text that is not
UTF-8: its quotation marks and accents are too few for a statistical detector."""
NEVER_ON_THE_WEB = frozenset({"unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined"})
"""Codecs of Python's that no page is written in, and that make other characters of plain ones."""
WIDE_FROM, WIDE_SHARE = 8, 0.7
"""Bytes, and the share of NUL in every second of them, from which a text without a mark is UTF-16."""
UNDEFINED_IN_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


class Decoded(NamedTuple):
    """The text, the name of its encoding, whether that was guessed, and how many characters had to be replaced."""

    text: str
    encoding: str
    guessed: bool
    replaced: int


def decode_text(raw: bytes) -> Decoded:
    """Any plain text: by its mark, as UTF-8 when it is valid, else by detection."""
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return decode_as(raw, encoding, guessed=False)
    if wide := wide_of(raw):
        return decode_as(raw, wide, guessed=True)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", guessed=False, replaced=0)
    except UnicodeDecodeError:
        return decode_as(raw, detect(raw), guessed=True)


def unmarked(raw: bytes) -> bytes:
    """JSON as UTF-8 without a mark, from any of the encodings that it may be written in."""
    if raw.startswith(codecs.BOM_UTF8):
        return raw[len(codecs.BOM_UTF8) :]
    wide = next((encoding for mark, encoding in BOMS if raw.startswith(mark)), wide_of(raw))
    return raw.decode(wide, "replace").encode("utf-8", "replace") if wide else raw


def wide_of(raw: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is NUL, and none between them."""
    sample = raw[:4096]
    for nul, other, encoding in ((sample[1::2], sample[::2], "utf-16-le"), (sample[::2], sample[1::2], "utf-16-be")):
        if len(sample) >= WIDE_FROM and nul.count(0) > WIDE_SHARE * len(nul) and not other.count(0):
            return encoding
    return None


def decode_page(raw: bytes) -> Decoded:
    """A web page: by its mark, by what it declares when that fits, else as a plain text."""
    head = raw[:4096]
    declared = XML_ENCODING.search(head) or META_CHARSET.search(head)
    if declared and not any(raw.startswith(mark) for mark, _ in BOMS):
        name = web_name(declared[1].decode("ascii"))
        if name is not None:
            found = decode_as(raw, name, guessed=False)
            if not found.replaced:
                return found
    return decode_text(raw)


def web_name(label: str) -> str | None:
    """The codec behind a label, as browsers read it (Latin-1 and ASCII mean Windows-1252), or None."""
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # some are no encodings of texts: hex, rot13
    except (LookupError, ValueError):
        return None
    if name in NEVER_ON_THE_WEB:
        return None
    if name in ("utf-16", "utf-16-le", "utf-16-be"):  # the declaration was read as ASCII, so it cannot be true
        return "utf-8"
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def decode_as(raw: bytes, encoding: str, *, guessed: bool) -> Decoded:
    """The text in that encoding, with U+FFFD for what does not fit."""
    try:
        return Decoded(raw.decode(encoding), encoding, guessed, replaced=0)
    except (UnicodeDecodeError, LookupError):
        text = raw.decode(encoding, "replace")
        return Decoded(text, encoding, guessed, replaced=text.count("�"))


def detect(raw: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    sample = raw[: 1 << 20]
    beyond = sum(byte > 127 for byte in sample)
    whole = sum(ord(c) > 127 for c in sample.decode("utf-8", "ignore"))
    broken = sample.decode("utf-8", "replace").count("�")
    if whole > 2 * broken:
        return "utf-8"  # its sequences are too regular for chance: a UTF-8 text that was damaged
    if beyond <= WESTERN_SHARE * len(sample) and not UNDEFINED_IN_1252 & set(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def says_nothing(text: str) -> bool:
    """Whether there is no letter and no digit in a text: blank space, marks, rulers."""
    return not any(c.isalnum() for c in text)


def looks_binary(raw: bytes) -> bool:
    """Whether the bytes are no text at all: many control characters outside UTF-16 and UTF-32; a stray one is none."""
    sample = raw[:65536]
    if any(sample.startswith(mark) for mark, _ in BOMS) or wide_of(sample):
        return False
    controls = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 27) for byte in sample)
    return controls > 1 + len(sample) // 200
