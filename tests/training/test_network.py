from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from dateline.extract.network import Network  # noqa: E402
from dateline.extract.windows import encode_sentences, make_batch, pack  # noqa: E402
from dateline.extract.words import Output  # noqa: E402
from tests.training.made import SENTENCE, TEXT  # noqa: E402
from training.export import export, quantised  # noqa: E402
from training.lessons import loss_of  # noqa: E402
from training.network import Reader  # noqa: E402
from training.targets import make_targets  # noqa: E402


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(1)
    made = Reader().eval()
    torch.nn.init.normal_(made.distance, std=0.1)  # untrained it is nought everywhere, as one that is lost would be
    return made


def test_the_exported_graph_is_the_trained_one(reader: Reader, tmp_path: Path) -> None:
    from dateline.extract.network import shipped

    batch = make_batch([(encoded := encode_sentences(shipped().tokenizer, [TEXT]), pack(encoded)[0])])
    with torch.no_grad():
        trained = reader(*(torch.from_numpy(x) for x in (batch.ids, batch.shapes, batch.mask, batch.heads)))
        wanted = Output(*(one[0].numpy() for one in trained), reader.distance.detach().numpy())
    export({k: v.numpy() for k, v in reader.state_dict().items()}, tmp_path / "reader.onnx", int8=False)
    for name in ("tokenizer.json", "reader.json"):
        (tmp_path / name).write_bytes((Path(shipped_folder()) / name).read_bytes())
    given = Network(tmp_path).run(batch)
    for name, values in wanted._asdict().items():
        np.testing.assert_allclose(getattr(given, name), values, atol=2e-4, err_msg=name)


def shipped_folder() -> str:
    from importlib.resources import files

    return str(files("dateline.extract").joinpath("model"))


def test_a_step_lowers_the_loss(reader: Reader) -> None:
    from dateline.extract.network import shipped

    encoded = encode_sentences(shipped().tokenizer, [TEXT])
    window = pack(encoded)[0]
    lesson = (make_batch([(encoded, window)]), [make_targets([SENTENCE], encoded, window)])
    optimizer = torch.optim.SGD([p for p in reader.parameters() if p.requires_grad], lr=0.02)
    torch.manual_seed(2)
    before = loss_of(reader, lesson)
    before.backward()
    optimizer.step()
    torch.manual_seed(2)
    assert loss_of(reader, lesson).item() < before.item()


def test_quantised_weights_are_near() -> None:
    matrix = np.random.default_rng(1).normal(size=(16, 8)).astype(np.float32)
    scale, small = quantised(matrix, axis=0)
    assert np.abs(matrix - small * scale).max() <= scale.max() / 2 + 1e-6
