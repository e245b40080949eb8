"""Windows -> scores: the encoder and its heads, as trained. `training.export` writes the same graph for onnxruntime."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as f

from dateline.extract.labels import LINK_SIZE, LINKS, REACH, WIDTH
from dateline.extract.windows import SHAPES

HIDDEN = 384
LAYERS = 6
ATTENTION_HEADS = 12
VOCABULARY = 30522
HEAD_HIDDEN = 384
MIDDLE = 4
"""The layer whose states the scores head sees beside the last: names live lower than events."""


class Dropout(nn.Module):
    """Drops the same features in every word of a row: as strong a brake as the usual kind, and far cheaper on a CPU."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """`x` is [row, word, feature]."""
        if not self.training or not self.p:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) >= self.p
        return x * (keep / (1 - self.p)).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm_out = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.down = nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm_down = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is added to the attention scores: 0 where a piece may be looked at, very low elsewhere."""
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        weight = torch.softmax((q * (q.shape[-1] ** -0.5)) @ k.transpose(-1, -2) + mask, -1, dtype=q.dtype)
        seen = weight @ v
        x = self.norm_out(x + self.dropout(self.out(seen.transpose(1, 2).reshape(rows, length, HIDDEN))))
        return self.norm_down(x + self.dropout(self.down(f.gelu(self.up(x)))))


class Reader(nn.Module):
    """The encoder with letter shapes beside its uncased vocabulary, a scores head and a links head over words."""

    def __init__(self, dropout: float = 0.1, head_dropout: float = 0.3) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(len(SHAPES), HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head_dropout = Dropout(head_dropout)
        self.hidden = nn.Linear(HIDDEN, HEAD_HIDDEN)
        self.scores = nn.Linear(2 * HIDDEN + HEAD_HIDDEN, WIDTH)
        self.anchors = nn.Linear(HIDDEN, len(LINKS) * LINK_SIZE)
        self.ends = nn.Linear(HIDDEN, len(LINKS) * LINK_SIZE)
        self.distance = nn.Parameter(torch.zeros(len(LINKS), 2 * REACH + 1))
        nn.init.zeros_(self.shapes.weight)
        self.words.weight.requires_grad_(False)  # half of all weights: the corpus by heart

    def states(self, ids: Tensor, shapes: Tensor, mask: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """The last state of the first piece of every word, and the state of layer MIDDLE."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        seen = ((1 - mask) * -1e4).to(torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else x.dtype)
        seen = seen[:, None, None, :]
        index = heads[:, :, None].expand(-1, -1, HIDDEN)
        for n, layer in enumerate(self.layers):
            x = layer(x, seen)
            if n + 1 == MIDDLE:
                middle = x.gather(1, index)
        return x.gather(1, index), middle

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, heads: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of every head for every word, the anchor and end vectors of the links, and the states."""
        state, middle = self.states(ids, shapes, mask, heads)
        x = self.head_dropout(state)
        parts = [x, self.head_dropout(middle), self.head_dropout(f.gelu(self.hidden(x)))]
        scores = self.scores(torch.cat(parts, -1))
        return scores, self.anchors(x), self.ends(x), state

    def link_scores(self, anchors: Tensor, ends: Tensor, rows: Tensor, words: Tensor) -> Tensor:
        """Link scores [anchor, link, word] of the anchors at (row, word)."""
        size = ends.shape[1]
        q = anchors.view(len(anchors), size, len(LINKS), LINK_SIZE).transpose(1, 2)
        k = ends.view(len(ends), size, len(LINKS), LINK_SIZE).permute(0, 2, 3, 1)
        scores = (q @ k)[rows, :, words] / LINK_SIZE**0.5
        offset = (torch.arange(size, device=words.device)[None] - words[:, None]).clamp(-REACH, REACH) + REACH
        return scores.float() + self.distance[:, offset].transpose(0, 1)


def load_encoder(reader: Reader, weights: Path) -> None:
    """Fill the encoder with published BERT weights; the heads stay as initialised."""
    found = load_file(weights)
    state = reader.state_dict()

    def put(name: str, value: Tensor) -> None:
        state[name].copy_(value)

    put("words.weight", found["embeddings.word_embeddings.weight"])
    types = found["embeddings.token_type_embeddings.weight"]
    put("positions.weight", found["embeddings.position_embeddings.weight"] + types[0])
    for part in ("weight", "bias"):
        put(f"norm.{part}", found[f"embeddings.LayerNorm.{part}"])
        for n in range(LAYERS):
            old = f"encoder.layer.{n}"
            attention = [found[f"{old}.attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            put(f"layers.{n}.qkv.{part}", torch.cat(attention))
            put(f"layers.{n}.out.{part}", found[f"{old}.attention.output.dense.{part}"])
            put(f"layers.{n}.norm_out.{part}", found[f"{old}.attention.output.LayerNorm.{part}"])
            put(f"layers.{n}.up.{part}", found[f"{old}.intermediate.dense.{part}"])
            put(f"layers.{n}.down.{part}", found[f"{old}.output.dense.{part}"])
            put(f"layers.{n}.norm_down.{part}", found[f"{old}.output.LayerNorm.{part}"])
