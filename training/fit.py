"""Annotated documents -> weights: windows with random borders, joint loss of all heads, averaged weights."""

import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

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
from training.network import LAYERS, Reader
from training.targets import Targets, make_targets

MASKED = 103
HIDDEN_PIECES = 0.06
"""Share of pieces hidden in training, so that a word is also known by the company it keeps."""

WEIGHT = {"trigger": 2.0}
"""How often a tagger's answers count; 1 where nothing is said. What is an event is the hardest to learn: counted twice,
its F1 rose by .9 on documents not seen, and nothing else fell."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run depends on besides the corpus."""

    epochs: int = 8
    windows: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.85
    dropout: float = 0.1
    head_dropout: float = 0.3
    average: float = 0.99
    seed: int = 17
    threads: int = 2


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


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
            total = total + f.cross_entropy(scores[rows, at, SLICES[head]], gold, reduction="sum")
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


class Average:
    """A running mean of the weights, corrected for its start."""

    def __init__(self, reader: Reader, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.weights = {k: v.detach().clone() for k, v in reader.named_parameters() if v.requires_grad}

    def update(self, reader: Reader) -> None:
        """Move towards the weights of this step."""
        self.steps += 1
        keep = min(self.decay, self.steps / (self.steps + 9))
        with torch.no_grad():
            for name, value in reader.named_parameters():
                if value.requires_grad:
                    self.weights[name].lerp_(value, 1 - keep)


def parameter_groups(reader: Reader, recipe: Recipe) -> list[dict[str, object]]:
    """Lower layers learn more slowly; norms and biases do not decay."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in reader.named_parameters():
        if not weight.requires_grad:
            continue
        if name.startswith("layers."):
            depth = LAYERS - int(name.split(".")[1])
            rate = recipe.encoder_rate * recipe.layer_decay ** (depth - 1)
        elif name.startswith(("words", "positions", "norm.")):
            rate = recipe.encoder_rate * recipe.layer_decay**LAYERS
        else:
            rate = recipe.head_rate
        decay = 0.0 if weight.dim() < 2 or name == "distance" else 0.01
        groups.setdefault((rate, decay), []).append(weight)
    return [{"params": p, "lr": rate, "weight_decay": decay, "rate": rate} for (rate, decay), p in groups.items()]


def fit(
    reader: Reader, documents: Sequence[Sequence[Annotated]], tokenizer: Tokenizer, recipe: Recipe, run: Path
) -> None:
    """Train; after every epoch `run/last.pt` holds all that a resumed run needs and `run/average-N.pt` the weights."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    run.mkdir(parents=True, exist_ok=True)
    (run / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1))
    groups = parameter_groups(reader, recipe)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    average = Average(reader, recipe.average)
    start = step = 0
    last = run / "last.pt"
    if last.exists():
        state = torch.load(last)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        average.weights, average.steps = state["average"], state["steps"]
        start, step = state["epoch"], state["steps"]
    steps = recipe.epochs * sum(1 for _ in lessons(documents, tokenizer, random.Random(recipe.seed), recipe.windows))
    for epoch in range(start, recipe.epochs):
        dice = random.Random(f"{recipe.seed}/{epoch}")
        torch.manual_seed(recipe.seed * 1000 + epoch)
        reader.train()
        began, seen, total, count = time.monotonic(), 0, 0.0, 0
        for lesson in lessons(documents, tokenizer, dice, recipe.windows):
            pace = min(1.0, (step + 1) / (0.06 * steps)) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * max(pace, 0.02)
            loss = loss_of(reader, lesson)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            average.update(reader)
            step += 1
            count += 1
            total += loss.item()
            seen += int(lesson[0].mask.sum())
            if count % 20 == 0:
                rate = seen / (time.monotonic() - began)
                print(f"epoch {epoch} step {step}/{steps} loss {total / count:.3f} {rate:.0f} pieces/s", flush=True)
        torch.save(average.weights, run / f"average-{epoch + 1}.pt")
        state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "average": average.weights}
        torch.save({**state, "epoch": epoch + 1, "steps": step}, last)
        print(f"epoch {epoch} done: loss {total / count:.4f}", flush=True)
