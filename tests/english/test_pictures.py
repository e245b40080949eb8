"""An agency named for a picture, and one named for the text."""

import pytest

from dateline.english.pictures import is_of_picture

PICTURE = [
    "Photo: [AP]", "(Photo: [AP])", "[AP] Photo", "([AP] Photo/A. Doe)", "([AP] file photo)", "Photo by [AFP]",
    "Picture: A. Doe/[AFP]", "Photograph by Mira Lotan, [AFP]", "photo courtesy of [Reuters]", "Image copyright [AFP]",
    "Images: © [AFP]", "[AFP]/Getty Images", "[AFP] via Getty Images", "With photos from [AP]", "Video: [Reuters]",
    "A [Reuters] photographer saw it.",
]  # fmt: skip
TEXT = [
    "By [AP]", "(c) [AFP]", "[Reuters] reported on Friday.", "With [AP]", "Photos: all. Source: [AP]",
    "The photo was false, [Reuters] said.", "A photo seen on Friday by him, [AFP] reported.",
    "[AP] - Photography is old.", "He photographed it, he told [AFP].",
    "By A. Doe; Photo: B. Doe. Additional reporting by [AP]",
]  # fmt: skip


@pytest.mark.parametrize(("said", "of_picture"), [*((s, True) for s in PICTURE), *((s, False) for s in TEXT)])
def test_who_took_the_picture_did_not_write_the_text(said: str, of_picture: bool) -> None:
    before, _, rest = said.partition("[")
    agency, _, after = rest.partition("]")
    assert is_of_picture(before + agency + after, len(before), len(before) + len(agency)) == of_picture
