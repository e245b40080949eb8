"""PDF -> text, page by page. Runs in a child process: a PDF can hang a parser or kill it."""

MAX_PAGES = 2000


def pdf_text(raw: bytes) -> str:
    """The text of the pages with an empty line between them; ValueError for a locked or broken file."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise ValueError("is locked by a password" if locked else "is damaged or not a PDF") from error
    with document:
        if len(document) > MAX_PAGES:
            raise ValueError(f"has {len(document)} pages; at most {MAX_PAGES} are read")
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n\n".join(page.replace("\r\n", "\n").strip() for page in pages)
