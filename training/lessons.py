"""Documents -> lessons: windows with random borders and wording, what is asked of them, how wrong an answer is."""

import random
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as f

from dateline.extract.labels import ATTRIBUTES, LINKS, POINTERS, SLICES, TAGGERS
from dateline.extract.windows import (
    LOWER,
    SEP,
    TITLE,
    UPPER,
    Batch,
    Sentence,
    Window,
    encode_sentences,
    make_batch,
    pack,
)
from training.augment import names_by_type, swap_names, vary
from training.corpus import Annotated
from training.network import Reader
from training.targets import Targets, make_targets

MASKED = 103
HIDDEN_PIECES = 0.06
"""Share of pieces hidden in training, so that a word is also known by the company it keeps."""

WEIGHT = {"trigger": 2.0, "status": 2.0}
"""How often the answers of a tagger or an attribute count; 1 where nothing is said. What is an event is the hardest to
learn: counted twice, its F1 rose by .9 on documents not seen, and nothing else fell. Statuses were not even learnt by
heart: the reader gave 90 in 100 of those it was trained on."""


Lesson = tuple[Batch, list[Targets]]


def lessons(
    documents: Sequence[Sequence[Annotated]], tokenizer: Tokenizer, dice: random.Random, size: int
) -> Iterator[Lesson]:
    """One epoch: every sentence once, in windows of random reach and wording, batched by length."""
    windows: list[tuple[list[Sentence], Window, Targets]] = []
    names = names_by_type(documents)
    for document in documents:
        varied = [vary(s, dice) for s in swap_names(document, names, dice)]
        encoded = [_recased(s, dice) for s in encode_sentences(tokenizer, [s.text for s in varied])]
        for window in pack(encoded, dice.choice((64, 96, 128, 160, 192))):
            if window.pieces <= 320:
                windows.append((encoded, window, make_targets(varied, encoded, window)))
    windows.sort(key=lambda w: w[1].pieces + dice.random() * 24)
    batches: list[list[tuple[list[Sentence], Window, Targets]]] = []
    room = size * 160
    while windows:
        batch = [windows.pop()]
        while windows and (len(batch) + 1) * batch[0][1].pieces <= room:
            batch.append(windows.pop())
        batches.append(batch)
    dice.shuffle(batches)
    for batch in batches:
        yield make_batch([(e, w) for e, w, _ in batch]), [t for _, _, t in batch]


def _recased(sentence: Sentence, dice: random.Random) -> Sentence:
    """Now and then in the letter shapes of a headline, of a shout or of carelessness; the pieces have no case."""
    roll = dice.random()
    if roll > 0.08:
        return sentence
    swap = (
        {LOWER: TITLE} if roll < 0.04 else {TITLE: LOWER, UPPER: LOWER} if roll < 0.06 else {TITLE: UPPER, LOWER: UPPER}
    )
    return Sentence(
        sentence.ids, sentence.heads, sentence.starts, sentence.ends, [swap.get(s, s) for s in sentence.shapes]
    )


def loss_of(reader: Reader, lesson: Lesson) -> Tensor:
    """Negative log-likelihood of all answers, per word."""
    batch, targets = lesson
    ids, shapes, mask, heads = (torch.from_numpy(x) for x in (batch.ids, batch.shapes, batch.mask, batch.heads))
    hidden = (torch.rand(ids.shape) < HIDDEN_PIECES) & (ids > SEP)
    ids = torch.where(hidden, MASKED, ids)
    with torch.autocast("cpu", torch.bfloat16):
        scores, anchors, ends, _ = reader(ids, shapes, mask, heads)
    scores = scores.float()
    size = heads.shape[1]
    words = sum(len(t.tags["name"]) - 1 for t in targets)
    total = torch.zeros(())
    for head in TAGGERS:
        gold = torch.full((len(targets), size), -100)
        for row, target in enumerate(targets):
            gold[row, 1 : len(target.tags[head])] = torch.tensor(target.tags[head][1:])
        loss = f.cross_entropy(scores[:, :, SLICES[head]].flatten(0, 1), gold.flatten(), reduction="sum")
        total = total + WEIGHT.get(head, 1.0) * loss
    for head in ATTRIBUTES:
        asked = [(row, word, label) for row, t in enumerate(targets) for word, label in t.attributes[head]]
        if asked:
            rows, at, gold = torch.tensor(asked).T
            loss = f.cross_entropy(scores[rows, at, SLICES[head]], gold, reduction="sum")
            total = total + WEIGHT.get(head, 1.0) * loss
    for head in ("unit", "what"):
        told = [(row, *words_label) for row, t in enumerate(targets) for words_label in t.both[head]]
        if told:
            rows, first, last, gold = torch.tensor(told).T
            both = scores[rows, first, SLICES[head]] + scores[rows, last, SLICES[f"{head}_end"]]
            total = total + f.cross_entropy(both, gold, reduction="sum")
    return (total + _link_loss(reader, anchors, ends, targets)) / words


def _link_loss(reader: Reader, anchors: Tensor, ends: Tensor, targets: Sequence[Targets]) -> Tensor:
    asked = [(row, a) for row, target in enumerate(targets) for a in target.anchors]
    if not asked:
        return torch.zeros(())
    rows = torch.tensor([row for row, _ in asked])
    at = torch.tensor([a.word for _, a in asked])
    with torch.autocast("cpu", torch.bfloat16):
        scores = reader.link_scores(anchors, ends, rows, at)
    size = scores.shape[2]
    position = torch.arange(size)[None]
    low = torch.tensor([a.low for _, a in asked])[:, None]
    high = torch.tensor([a.high for _, a in asked])[:, None]
    within = (position >= low) & (position < high)
    allowed = within | (position == 0)
    total = torch.zeros(())
    for role in POINTERS:
        chosen = [n for n, (_, a) in enumerate(asked) if role in a.pointers]
        if not chosen:
            continue
        picked = torch.tensor(chosen)
        for end, name in enumerate((f"{role}_first", f"{role}_last")):
            gold = torch.tensor([asked[n][1].pointers[role][end] for n in chosen])
            logits = scores[picked, LINKS.index(name)].masked_fill(~allowed[picked], -1e4)
            total = total + f.cross_entropy(logits, gold, reduction="sum")
    claims = [n for n, (_, a) in enumerate(asked) if a.content is not None]
    if claims:
        picked = torch.tensor(claims)
        gold = torch.zeros(3, len(claims), size)
        for line, n in enumerate(claims):
            for first, last in asked[n][1].content or ():
                gold[0, line, first] = gold[1, line, last] = 1
                gold[2, line, first : last + 1] = 1
        for part, weight in enumerate((1.0, 1.0, 0.3)):
            logits = scores[picked, LINKS.index(("content_first", "content_last", "content_in")[part])]
            loss = f.binary_cross_entropy_with_logits(logits, gold[part], reduction="none")
            total = total + weight * (loss * within[picked]).sum()
    return total
