"""Weights -> reader.onnx: the graph of `training.network`, written out node by node, in float or in int8.

int8: every weight matrix has a scale a column, every row of the embedding its own; activations are scaled at run time,
a whole batch by its largest. The first piece of a window, [CLS], has values some five times those of any other in the
feed-forward layers (the tokens that much attention rests on do: Sun et al., Massive activations in large language
models, 2024); it goes through them by itself, or all others would be left with a fifth of the steps.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import ATTENTION_HEADS, LAYERS, MIDDLE

Weights = Mapping[str, NDArray[np.float32]]
FUSED = "com.microsoft"
LONGEST = 512
"""More pieces than a window has."""


class _Graph:
    """Collects nodes and constants; every method returns the name of what it adds."""

    def __init__(self, weights: Weights, int8: bool) -> None:
        self.weights = weights
        self.int8 = int8
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.count = 0
        self.matrices: dict[str, list[str]] = {}

    def constant(self, value: NDArray[np.generic], name: str = "") -> str:
        self.count += 1
        name = name or f"c{self.count}"
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def node(
        self, op: str, inputs: list[str], outputs: list[str] | None = None, domain: str = "", **attributes: object
    ) -> str:
        self.count += 1
        outputs = outputs or [f"n{self.count}"]
        self.nodes.append(helper.make_node(op, inputs, outputs, domain=domain, **attributes))
        return outputs[0]

    def weight(self, name: str) -> str:
        return self.constant(self.weights[name])

    def linear(self, x: str, name: str, bias: bool = True) -> str:
        """x · Wᵀ (+ b)."""
        added = self.weight(f"{name}.bias") if bias else ""
        if self.int8:
            return self.node("DynamicQuantizeMatMul", [x, *self.matrix(name), added], domain=FUSED)
        product = self.node("MatMul", [x, *self.matrix(name)])
        return self.node("Add", [product, added]) if bias else product

    def matrix(self, name: str) -> list[str]:
        """Wᵀ, in int8 with its scale and its zero; kept once, however often it is used."""
        if name not in self.matrices:
            matrix = np.ascontiguousarray(self.weights[f"{name}.weight"].T)
            scale, small = quantised(matrix, axis=0)
            parts: list[NDArray[np.generic]] = [matrix]
            if self.int8:
                parts = [small, scale, np.zeros(len(scale), np.int8)]
            self.matrices[name] = [self.constant(part) for part in parts]
        return self.matrices[name]

    def embedding(self, name: str, ids: str) -> str:
        table = self.weights[f"{name}.weight"]
        if not self.int8:
            return self.node("Gather", [self.constant(table), ids])
        scale, small = quantised(table, axis=1)
        rows = self.node("Cast", [self.node("Gather", [self.constant(small), ids])], to=TensorProto.FLOAT)
        return self.node("Mul", [rows, self.node("Gather", [self.constant(scale[:, None]), ids])])

    def norm(self, x: str, other: str, name: str) -> str:
        inputs = [self.node("Add", [x, other]), self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]
        return self.node("LayerNormalization", inputs, axis=-1, epsilon=1e-12)

    def layer(self, x: str, mask: str, n: int) -> str:
        qkv = self.linear(x, f"layers.{n}.qkv", bias=False)
        parts = [f"q{n}", f"k{n}", f"v{n}"]
        self.node("Split", [qkv], parts, axis=-1, num_outputs=3)
        inputs = [*parts, self.weight(f"layers.{n}.qkv.bias"), mask]
        seen = self.node("MultiHeadAttention", inputs, domain=FUSED, num_heads=ATTENTION_HEADS)
        x = self.norm(self.linear(seen, f"layers.{n}.out"), x, f"layers.{n}.norm_out")
        fed = [self.feed_forward(part, n) for part in (self.pieces(x, 0, 1), self.pieces(x, 1, LONGEST))]
        return self.norm(self.node("Concat", fed, axis=1), x, f"layers.{n}.norm_down")

    def feed_forward(self, x: str, n: int) -> str:
        up = self.linear(x, f"layers.{n}.up", bias=False)
        return self.linear(
            self.node("BiasGelu", [up, self.weight(f"layers.{n}.up.bias")], domain=FUSED), f"layers.{n}.down"
        )

    def pieces(self, x: str, first: int, end: int) -> str:
        """The pieces [first, end) of every row."""
        return self.node("Slice", [x, *(self.constant(np.array([n])) for n in (first, end, 1))])


def quantised(matrix: NDArray[np.float32], axis: int) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """One scale for each slice across `axis`, and the matrix in steps of it."""
    scale = np.maximum(np.abs(matrix).max(axis), 1e-8) / 127
    steps = matrix / (scale[None, :] if axis == 0 else scale[:, None])
    return scale.astype(np.float32), np.clip(np.rint(steps), -127, 127).astype(np.int8)


def export(weights: Weights, path: Path, int8: bool) -> None:
    """Write the model file."""
    g = _Graph(weights, int8)
    ids, shapes, mask, heads = "ids", "shapes", "mask", "heads"
    words = g.embedding("words", ids)
    length = g.node("Slice", [g.node("Shape", [ids]), g.constant(np.array([1])), g.constant(np.array([2]))])
    positions = g.node(
        "Slice", [g.weight("positions.weight"), g.constant(np.array([0])), length, g.constant(np.array([0]))]
    )
    letters = g.node("Gather", [g.weight("shapes.weight"), shapes])
    x = g.norm(g.node("Add", [words, positions]), letters, "norm")
    attended = g.node("Cast", [mask], to=TensorProto.INT32)
    index = g.node("Unsqueeze", [heads, g.constant(np.array([2]))])
    for n in range(LAYERS):
        x = g.layer(x, attended, n)
        if n + 1 == MIDDLE:
            middle = g.node("GatherND", [x, index], batch_dims=1)
    state = g.node("GatherND", [x, index], ["states"], batch_dims=1)
    hidden = g.linear(state, "hidden", bias=False)
    hidden = g.node("BiasGelu", [hidden, g.weight("hidden.bias")], domain=FUSED)
    both = g.node("Concat", [state, middle, hidden], axis=-1)
    for name, source in (("scores", both), ("anchors", state), ("ends", state)):
        g.node("Identity", [g.linear(source, name)], [name])
    g.node("Identity", [g.weight("distance")], ["distance"])
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["row", "piece"]) for n in (ids, shapes, mask)]
    inputs.append(helper.make_tensor_value_info(heads, TensorProto.INT64, ["row", "word"]))
    outputs = [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, ["row", "word", None])
        for n in ("scores", "anchors", "ends", "states")
    ]
    outputs.append(helper.make_tensor_value_info("distance", TensorProto.FLOAT, [None, None]))
    graph = helper.make_graph(g.nodes, "reader", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="dateline")
    onnx.save(model, path)
