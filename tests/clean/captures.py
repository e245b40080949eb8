"""Captures made by hand."""

from dateline.clean import clean_report
from dateline.model import Capture, Cleaned, Declared, Media, Report, make_id


def capture(content: str, media: Media = "text", url: str | None = None, **declared: object) -> Capture:
    """A capture as intake makes it."""
    return Capture(
        id=make_id("r", content),
        sha256="",
        path=None,
        url=url,
        media=media,
        encoding="utf-8",
        content=content,
        declared=Declared(**declared),  # type: ignore[arg-type]
    )


def clean(content: str, media: Media = "text", url: str | None = None, **declared: object) -> Cleaned:
    """The content, cleaned."""
    return clean_report(capture(content, media, url, **declared))


def read(content: str, media: Media = "text", url: str | None = None, **declared: object) -> Report:
    """The report of the content."""
    return clean(content, media, url, **declared).report


def kinds(report: Report) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(b.kind, report.text[b.start : b.end].strip()) for b in report.blocks]


def of_kind(report: Report, kind: str) -> str:
    """The text of all blocks of a kind."""
    return " ".join(text for k, text in kinds(report) if k == kind)


STORY = (
    "Flood water entered the lower town of Karsen on Thursday night, and at least nine people were taken to hospital, "
    "the district council said.\n"
    "The river Orla had risen for three days before the dyke at the Karsen mill gave way, according to engineers "
    "who had "
    "warned of it in spring.\n"
    "“We heard a sound like a train,” said Mira Lotan, who owns a bakery near the mill. “Then the street was water.”\n"
    "Karsen's council opened two schools to families who could not return, and asked drivers to keep off the "
    "road to the "
    "mill until Sunday.\n"
    "Engineers said the dyke had last been repaired in the year that the bridge over the Orla was built.\n"
)
