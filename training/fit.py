"""Lessons -> weights: twins read the corpus, each in its own order, and meet in their mean after every epoch."""

import json
import math
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import torch
from tokenizers import Tokenizer
from torch import Tensor, multiprocessing

from training.corpus import Annotated
from training.lessons import lessons, loss_of
from training.network import LAYERS, Reader

WARMING = 0.06
"""The share of a run in which the rate rises."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the weights depend on besides the corpus and those that the run begins with: `twins` too, which is no
    setting for speed."""

    epochs: int = 5
    windows: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.85
    dropout: float = 0.1
    head_dropout: float = 0.3
    average: float = 0.99
    seed: int = 17
    twins: int = 2


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


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


def fit(reader: Reader, documents: Sequence[Sequence[Annotated]], vocabulary: Path, recipe: Recipe, run: Path) -> None:
    """Train `reader` by local SGD (Stich 2019; Lin et al. 2020): `recipe.twins` processes read an epoch each in its own
    order, and the next begins with the mean of their weights.

    `run/mean-N.pt` are the weights after epoch N and their running mean; `run/N-TWIN.pt` what a twin goes on with. A
    run that was cut off goes on after its last mean. SystemExit where the folder holds another run.
    """
    run.mkdir(parents=True, exist_ok=True)
    _claim(run, reader, documents, recipe)
    if not (run / "mean-0.pt").exists():
        _keep({"reader": reader.state_dict()}, run / "mean-0.pt")
    done = max(n for n in range(recipe.epochs + 1) if (run / f"mean-{n}.pt").exists())
    for epoch in range(done, recipe.epochs):
        multiprocessing.spawn(_epoch, (documents, vocabulary, recipe, run, epoch), nprocs=recipe.twins)
        twins = [torch.load(run / f"{epoch + 1}-{twin}.pt") for twin in range(recipe.twins)]
        _keep({part: _mean([t[part] for t in twins]) for part in ("reader", "average")}, run / f"mean-{epoch + 1}.pt")
        for twin in range(recipe.twins):
            (run / f"{epoch}-{twin}.pt").unlink(missing_ok=True)
    reader.load_state_dict(torch.load(run / f"mean-{recipe.epochs}.pt")["average"], strict=False)


def _claim(run: Path, reader: Reader, documents: Sequence[Sequence[Annotated]], recipe: Recipe) -> None:
    """Say in the folder which run it holds; weights of another corpus are not taken for those of this one."""
    start = sha256(b"".join(weight.numpy().tobytes() for weight in reader.state_dict().values()))
    said = {"corpus": sha256(msgspec.json.encode(documents)).hexdigest(), "start": start.hexdigest()}
    told, page = json.dumps(asdict(recipe) | said, indent=1), run / "recipe.json"
    if page.exists() and page.read_text() != told:
        raise SystemExit(f"{run} holds a run of another recipe, corpus or start: remove it, or name another with --run")
    page.write_text(told)


def _keep(state: Mapping[str, Any], path: Path) -> None:
    """Save whole or not at all: a run may be cut off at any moment."""
    part = path.with_suffix(".part")
    torch.save(dict(state), part)
    part.replace(path)


def _mean(weights: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    return {name: sum(w[name] for w in weights) / len(weights) for name in weights[0]}  # type: ignore[misc]


def _epoch(
    twin: int, documents: Sequence[Sequence[Annotated]], vocabulary: Path, recipe: Recipe, run: Path, epoch: int
) -> None:
    """One twin's epoch, from the mean of the last one."""
    torch.set_num_threads(1)
    tokenizer, seed = load_tokenizer(vocabulary), recipe.seed + 100 * twin
    begun = torch.load(run / f"mean-{epoch}.pt")
    reader = Reader(recipe.dropout, recipe.head_dropout)
    reader.load_state_dict(begun["reader"])
    optimizer = torch.optim.AdamW(parameter_groups(reader, recipe), betas=(0.9, 0.98), fused=True)
    average = Average(reader, recipe.average)
    if epoch:
        own = torch.load(run / f"{epoch}-{twin}.pt")
        optimizer.load_state_dict(own["optimizer"])
        average.weights, average.steps, steps = begun["average"], own["step"], own["steps"]
    else:
        steps = recipe.epochs * sum(1 for _ in lessons(documents, tokenizer, random.Random(seed), recipe.windows))
    dice = random.Random(f"{seed}/{epoch}")
    torch.manual_seed(seed * 1000 + epoch)
    reader.train()
    began, seen, total = time.monotonic(), 0, 0.0
    for count, lesson in enumerate(lessons(documents, tokenizer, dice, recipe.windows), 1):
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * _pace(average.steps / steps)
        loss = loss_of(reader, lesson)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        average.update(reader)
        total += loss.item()
        seen += int(lesson[0].mask.sum())
        if count % 50 == 0:
            rate, where = seen / (time.monotonic() - began), f"epoch {epoch + 1} twin {twin + 1}"
            print(f"{where} step {average.steps}/{steps} loss {total / count:.3f} {rate:.0f} pieces/s", flush=True)
    state = {"reader": reader.state_dict(), "average": average.weights, "optimizer": optimizer.state_dict()}
    _keep({**state, "step": average.steps, "steps": steps}, run / f"{epoch + 1}-{twin}.pt")


def _pace(done: float) -> float:
    """The share of the full rate after a share of the run: up for a little, then down along a cosine."""
    return max(min(1.0, done / WARMING), 0.02) * max(0.5 * (1 + math.cos(math.pi * min(1.0, done))), 0.02)
