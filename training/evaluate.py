"""Corpus file -> scores of a model, by the path that ships: onnxruntime, the grammars, the rules.

usage: python -m training.evaluate CORPUS.jsonl [--json] [--model FOLDER]

The sentences of a document are read together, in their order, as the sentences of one report. How spans are matched is
said in `training.score`. `arguments` are the links from gold triggers to actor, target, place and time: right when the
read span of that role overlaps the gold span; `arguments_read` are those of the read events, whose trigger and kind
must be right too. Status, kind, value, qualifier, unit, what and claim kind are shares among the spans that were found;
`status_loosely` takes happened and ongoing for one, as the score of an account against a gold cluster does.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.extract.labels import ROLES
from dateline.extract.links import Linker
from dateline.extract.mentions import make_reading
from dateline.extract.network import Network, shipped
from dateline.extract.passage import Passage, Placing, prepare, read_passages
from dateline.extract.windows import make_batch
from dateline.model import Range, Reading, Span
from training.corpus import Annotated, Claim, Event, Extent, Figure, Name, Time, documents, read_corpus
from training.score import Tally, agreement, layer, overlap, pairs, score


def passage_of(document: Sequence[Annotated]) -> Passage:
    """A document of the corpus as one text, a sentence a line."""
    ranges = []
    at = 0
    for sentence in document:
        ranges.append(Range(start=at, end=at + len(sentence.text)))
        at += len(sentence.text) + 1
    return Passage("\n".join(s.text for s in document), ranges)


def read_documents(network: Network, corpus: Sequence[Sequence[Annotated]]) -> list[list[Annotated]]:
    """The same sentences with the layers that the model reads."""
    passages = [passage_of(d) for d in corpus]
    found = read_passages(network, passages)
    return [
        annotated(document, make_reading("", passage, spans, network.tuning))
        for document, passage, spans in zip(corpus, passages, found, strict=True)
    ]


def annotated(document: Sequence[Annotated], reading: Reading) -> list[Annotated]:
    """A reading in the form of the corpus."""
    parts: list[dict[str, list[object]]] = [
        {"names": [], "times": [], "figures": [], "claims": [], "events": []} for _ in document
    ]
    starts = [r.start for r in reading.sentences]

    def place(start: int) -> tuple[int, int]:
        index = next(n for n in range(len(starts) - 1, -1, -1) if starts[n] <= start)
        return index, starts[index]

    def extent(span: Span | None, base: int) -> Extent | None:
        return None if span is None else (span.start - base, span.end - base)

    for name in reading.names:
        n, base = place(name.start)
        parts[n]["names"].append(Name(span=(name.start - base, name.end - base), type=name.type))
    for time in reading.times:
        n, base = place(time.start)
        parts[n]["times"].append(Time(span=(time.start - base, time.end - base), type=time.type))
    for f in reading.figures:
        n, base = place(f.start)
        figure = Figure(
            span=(f.start - base, f.end - base), qualifier=f.qualifier, unit=f.unit, what=f.what,
            low=f.low, best=f.best, high=f.high,
        )  # fmt: skip
        parts[n]["figures"].append(figure)
    for c in reading.claims:
        n, base = place(c.content[0].start)
        content = tuple((s.start - base, s.end - base) for s in c.content)
        parts[n]["claims"].append(
            Claim(source=extent(c.source, base), cue=extent(c.cue, base), content=content, kind=c.kind)
        )
    for e in reading.events:
        n, base = place(e.trigger.start)
        roles = {role: extent(getattr(e, role), base) for role in ROLES}
        trigger = (e.trigger.start - base, e.trigger.end - base)
        parts[n]["events"].append(Event(trigger=trigger, kind=e.kind, status=e.status, **roles))
    return [
        Annotated(id=s.id, doc=s.doc, text=s.text, date=s.date, **{k: tuple(v) for k, v in part.items()})  # type: ignore[arg-type]
        for s, part in zip(document, parts, strict=True)
    ]


def arguments(network: Network, corpus: Sequence[Sequence[Annotated]]) -> dict[str, Tally]:
    """Argument links from gold triggers, by role and together."""
    tallies = {role: Tally() for role in (*ROLES, "arguments")}
    passages = [passage_of(d) for d in corpus]
    for document, ready in zip(corpus, prepare(network, passages), strict=True):
        for window in ready.windows:
            output = network.run(make_batch([(ready.parts, window)]))
            linker = Linker(window, output, network.tuning)
            place = Placing(ready, window)
            for part, first in zip(window.sentences, window.words, strict=True):
                index = ready.sentence_of[part]
                base = ready.passage.sentences[index].start
                encoded = ready.parts[part]
                for event in document[index].events:
                    extents = zip(encoded.starts, encoded.ends, strict=True)
                    words = [n for n, extent in enumerate(extents) if overlap(extent, event.trigger)]

                    if not words:
                        continue
                    (roles,) = linker.pointers([first + words[0]], ROLES)
                    read = {role: place.stretch(s) for role, s in roles.items()}
                    _tally(event, {r: (s.start - base, s.end - base) for r, s in read.items()}, tallies)
    return tallies


def arguments_read(gold: Iterable[Annotated], read: Iterable[Annotated]) -> Tally:
    """Argument links of the events as read; those of events that were not found count as missed."""
    tally = {role: Tally() for role in (*ROLES, "arguments")}
    for a, b in zip(gold, read, strict=True):
        matched = dict(pairs(layer(a, "events"), layer(b, "events")))
        for n, event in enumerate(a.events):
            given = b.events[matched[n]] if n in matched else None
            _tally(event, {r: s for r in ROLES if given is not None and (s := getattr(given, r)) is not None}, tally)
        for m in set(range(len(b.events))) - set(matched.values()):
            tally["arguments"].read += sum(getattr(b.events[m], r) is not None for r in ROLES)
    return tally["arguments"]


def _tally(event: Event, read: dict[str, Extent], tallies: dict[str, Tally]) -> None:
    for role in ROLES:
        gold = getattr(event, role)
        found = read.get(role)
        for tally in (tallies[role], tallies["arguments"]):
            tally.gold += gold is not None
            tally.read += found is not None
            if gold is not None and found is not None:
                tally.right += overlap(gold, found) > 0
                tally.exact += gold == found


def evaluate(network: Network, sentences: list[Annotated]) -> dict[str, dict[str, float]]:
    """All scores of a model on annotated sentences, in percent."""
    corpus = documents(sentences)
    gold = [s for d in corpus for s in d]
    read = [s for d in read_documents(network, corpus) for s in d]
    table = {name: tally.scores() for name, tally in score(gold, read).items()}
    for name, tally in arguments(network, corpus).items():
        table[name if name == "arguments" else f"arguments_{name}"] = tally.scores()
    table["arguments_read"] = arguments_read(gold, read).scores()
    table["shares"] = agreement(gold, read)
    return table


def print_table(table: dict[str, dict[str, float]]) -> None:
    """The scores as lines of text."""
    print(f"{'':18}{'precision':>10}{'recall':>8}{'F1':>7}{'exact F1':>10}{'gold':>7}")
    for name, row in table.items():
        if name != "shares":
            print(
                f"{name:18}{row['precision']:10.1f}{row['recall']:8.1f}{row['f1']:7.1f}{row['exact_f1']:10.1f}"
                f"{row['gold']:7.0f}"
            )
    print("of what was found, right: " + ", ".join(f"{k} {v:.1f}" for k, v in table["shares"].items()))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--model", type=Path, help="a model folder other than the shipped one")
    options = parser.parse_args()
    table = evaluate(Network(options.model) if options.model else shipped(), read_corpus(options.corpus))
    if options.json:
        print(json.dumps(table, indent=1))
    else:
        print_table(table)


if __name__ == "__main__":
    main()
