"""Window -> Output: the reader model under onnxruntime, and the tokenizer and tuning that belong to it.

Windows run one by one, each in one thread, side by side in one pool: int8 scales are taken over what runs together, so
a batch of several reports would read each a little differently in other company. A window is long enough to lose
nothing by it.
"""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
from tokenizers import Tokenizer

from dateline.errors import MissingPartError
from dateline.extract.labels import HEADS, LINKS
from dateline.extract.windows import Batch
from dateline.extract.words import Output, Tuning

OUTPUTS = ("scores", "anchors", "ends", "states", "distance")


class Card(msgspec.Struct, frozen=True):
    """`reader.json`: the labels that the weights were trained for, and their tuning."""

    heads: dict[str, tuple[str, ...]]
    links: tuple[str, ...]
    tuning: Tuning = Tuning()


class Network:
    """A loaded model: safe to share, always the same answer for the same batch."""

    def __init__(self, folder: Path) -> None:
        """Load the files of `folder`; `MissingPartError` when one is absent or does not fit."""
        missing = [name for name in ("reader.onnx", "tokenizer.json", "reader.json") if not (folder / name).is_file()]
        if missing:
            raise MissingPartError(
                f"the reader model is incomplete: {', '.join(missing)} not found in {folder}; "
                "reinstall dateline, or build the model with `python -m training`"
            )
        card = msgspec.json.decode((folder / "reader.json").read_bytes(), type=Card)
        if card.heads != HEADS or card.links != LINKS:
            raise MissingPartError(
                f"the reader model in {folder} was trained for other labels than this version of dateline reads; "
                "reinstall dateline, or build the model with `python -m training`"
            )
        # It would otherwise gather usage data and write an identifier of this machine. Read once, when it is imported.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime  # type: ignore[import-untyped]

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # The graph is written as it should run: further fusing would bring in SkipLayerNormalization, which is slow.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self.session: Any = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tuning = card.tuning
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def run(self, batch: Batch) -> Output:
        """One forward pass over a batch of one window."""
        feed = {"ids": batch.ids, "shapes": batch.shapes, "mask": batch.mask, "heads": batch.heads}
        scores, anchors, ends, states, distance = self.session.run(OUTPUTS, feed)
        return Output(scores[0], anchors[0], ends[0], states[0], distance)


@cache
def shipped() -> Network:
    """The model in the package, loaded once."""
    return Network(Path(str(files("dateline.extract").joinpath("model"))))
