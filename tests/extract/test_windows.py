import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.network import shipped
from dateline.extract.windows import MAX_PIECES, encode_sentences, make_batch, pack, shape_of, split_long

WORDS = st.lists(
    st.sampled_from(["Marrak", "fled", "9,500", "Osk-river", "“we", "naïve", "القرية", "co\u0301te", "—"]), max_size=80
)


def test_letter_shapes() -> None:
    assert [shape_of(w) for w in ("fled", "Osk", "UN", "A", "McRae", "12", ",")] == [1, 2, 3, 4, 5, 6, 7]


@given(WORDS)
def test_words_quote_the_text(words: list[str]) -> None:
    text = " ".join(words)
    (sentence,) = encode_sentences(shipped().tokenizer, [text])
    assert len(sentence.heads) == len(sentence.starts) == len(sentence.ends) == len(sentence.shapes)
    assert all(0 <= a < b <= len(text) for a, b in zip(sentence.starts, sentence.ends, strict=True))
    assert sentence.starts == sorted(sentence.starts)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_every_sentence_stands_in_one_window(sentences: list[list[str]]) -> None:
    encoded = [
        p for s in encode_sentences(shipped().tokenizer, [" ".join(w) for w in sentences]) for p in split_long(s)
    ]
    windows = pack(encoded)
    assert [n for w in windows for n in w.sentences] == [n for n, s in enumerate(encoded) if s.heads]
    for window in windows:
        assert window.pieces <= MAX_PIECES
        batch = make_batch([(encoded, window)])
        assert batch.ids.shape == (1, window.pieces)
        assert batch.heads.shape == (1, window.size)
        assert np.all(batch.mask == 1)


def test_a_sentence_too_long_is_cut_between_words() -> None:
    (sentence,) = encode_sentences(shipped().tokenizer, ["fled Marrak " * 400])
    parts = list(split_long(sentence))
    assert sum(len(p.heads) for p in parts) == len(sentence.heads)
    assert max(len(p.ids) for p in parts) <= MAX_PIECES - 2
    assert [s for p in parts for s in p.starts] == sentence.starts
