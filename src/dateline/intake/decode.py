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
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", guessed=False, replaced=0)
    except UnicodeDecodeError:
        return decode_as(raw, detect(raw), guessed=True)


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
    except LookupError:
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


def looks_binary(raw: bytes) -> bool:
    """Whether the bytes are no text at all: NUL bytes outside UTF-16 and UTF-32, or many control characters."""
    sample = raw[:65536]
    if any(sample.startswith(mark) for mark, _ in BOMS):
        return False
    controls = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 27) for byte in sample)
    return controls > len(sample) // 200
