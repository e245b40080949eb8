import msgspec
import numpy as np

from dateline.extract.decode import decode
from dateline.extract.labels import ATTRIBUTES, LINK_SIZE, LINKS, REACH, SLICES, TAGGERS, WIDTH
from dateline.extract.network import shipped
from dateline.extract.windows import encode_sentences, pack
from dateline.extract.words import Output, Tuning
from tests.training.made import SENTENCE, TEXT, span
from training.targets import UNASKED, Targets, make_targets

SURE = 20.0


def perfect(targets: Targets, size: int) -> Output:
    """What a network that has learned the targets by heart would give; a word's link vector is its number."""
    scores = np.zeros((size, WIDTH), np.float32)
    for head in TAGGERS:
        for word, label in enumerate(targets.tags[head]):
            scores[word, SLICES[head].start + label] = SURE
    for head in ATTRIBUTES:
        for word, label in targets.attributes[head]:
            scores[word, SLICES[head].start + label] = SURE
    for head, told in targets.both.items():
        for first, last, label in told:
            scores[first, SLICES[head].start + label] += SURE
            scores[last, SLICES[f"{head}_end"].start + label] += SURE
    ends = np.zeros((size, len(LINKS), LINK_SIZE), np.float32)
    ends[np.arange(size), :, np.arange(size)] = 1
    anchors = np.zeros((size, len(LINKS), LINK_SIZE), np.float32)
    for anchor in targets.anchors:
        for role, words in anchor.pointers.items():
            for end, word in zip(("first", "last"), words, strict=True):
                anchors[anchor.word, LINKS.index(f"{role}_{end}"), word] = SURE * LINK_SIZE
        if anchor.content is not None:
            anchors[anchor.word, [LINKS.index(f"content_{x}") for x in ("first", "last", "in")]] = -SURE * LINK_SIZE
            for first, last in anchor.content:
                anchors[anchor.word, LINKS.index("content_first"), first] = SURE * LINK_SIZE
                anchors[anchor.word, LINKS.index("content_last"), last] = SURE * LINK_SIZE
                anchors[anchor.word, LINKS.index("content_in"), first : last + 1] = SURE * LINK_SIZE
    distance = np.zeros((len(LINKS), 2 * REACH + 1), np.float32)
    return Output(
        scores, anchors.reshape(size, -1), ends.reshape(size, -1), np.zeros((size, 384), np.float32), distance
    )


def test_what_is_taught_is_what_is_read() -> None:
    encoded = encode_sentences(shipped().tokenizer, [TEXT])
    (window,) = pack(encoded)
    assert window.size < LINK_SIZE
    output = perfect(make_targets([SENTENCE], encoded, window), window.size)
    (reading,) = decode([output], [window], Tuning())
    starts, ends = encoded[0].starts, encoded[0].ends

    def place(found: tuple[int, int, str, float]) -> tuple[int, int]:
        return starts[found[0] - 1], ends[found[1] - 1]

    assert [(place(n), n.label) for n in reading.names] == [(span("Marrak"), "place"), (span("Ilse Torvan"), "person")]
    assert [(place(t), t.label) for t in reading.times] == [(span("Tuesday"), "day")]
    (figure,) = reading.figures
    assert (place(figure.span), figure.unit, figure.what) == (span("12 people"), "people", "killed")
    (claim,) = reading.claims
    assert claim.source is not None
    assert claim.cue is not None
    assert (place(claim.source), place(claim.cue)) == (span("Ilse Torvan"), span("said"))
    assert [place(c) for c in claim.content] == [span("nobody is safe"), span("not even here")]
    (event,) = reading.events
    assert (place(event.trigger), event.trigger.label, event.status) == (span("killed"), "death", "happened")
    wanted = {"actor": "Gunmen", "target": "12 people", "place": "Marrak", "time": "Tuesday"}
    assert {role: place(s) for role, s in event.roles.items()} == {role: span(words) for role, words in wanted.items()}


def test_what_nobody_annotated_is_not_asked() -> None:
    bare = msgspec.structs.replace(SENTENCE, names=(), times=(), figures=(), claims=(), layers=("events",))
    encoded = encode_sentences(shipped().tokenizer, [TEXT, TEXT])
    (window,) = pack(encoded)
    targets = make_targets([bare, SENTENCE], encoded, window)
    whole = make_targets([SENTENCE, SENTENCE], encoded, window)
    second = window.words[1]
    assert targets.tags["trigger"] == whole.tags["trigger"]
    assert targets.attributes["status"] == whole.attributes["status"]
    for head in set(TAGGERS) - {"trigger"}:
        assert set(targets.tags[head][window.words[0] : second]) == {UNASKED}
        assert targets.tags[head][second:] == whole.tags[head][second:]
    assert {a.low for a in targets.anchors} == {second}
