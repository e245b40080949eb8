"""Own annotated sentences, written by hand as plain lines -> the records of the corpus.

usage: python -m training.written FILE...      checks the files, prints what they hold, names every fault by its line

The files under `training/corpus/` hold reports about invented events. Form: a line `== ID DATE` opens a report (DATE is
its publication date), a line that starts with `> ` a sentence, and the lines under it its annotation, by the guidelines
of the reading corpus. Spans quote the sentence; `word#2` is its second occurrence, `a ++ b` are the parts of a split
quotation, `-` is none:

    == harbour-fire 2019-03-12
    > A fire at the port of Marvale killed at least 12 workers on Monday, the mayor said.
    n Marvale | place
    t on Monday | 2019-03-11 | day
    c the mayor | said | A fire at the port of Marvale killed at least 12 workers on Monday | indirect
    f at least 12 workers | 12 - - | at_least | people | killed
    e fire | hazard | happened | - | - | the port of Marvale | on Monday
    e killed | death | happened | A fire | at least 12 workers | the port of Marvale | on Monday

A file with a line such as `# layers: events` or `# layers: times figures` is annotated with these layers only, and its
events have no arguments: `e killed | death | happened`.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from training.corpus import LAYERS, Annotated, Claim, CorpusError, Event, Extent, Figure, Name, Time, faults

FOLDER = Path(__file__).parent / "corpus"
MARKS = {"n": "names", "t": "times", "c": "claims", "f": "figures", "e": "events"}
PARTS = {"n": 2, "t": 3, "c": 4, "f": 5, "e": 7}
SPLIT = " ++ "
SOME = "# layers:"


def read_written(path: Path) -> list[Annotated]:
    """Every sentence of a file, in its order; `CorpusError` names all lines that break a rule."""
    found, wrong = [], []
    layers = _layers(path)
    for number, lines, doc, date in _blocks(path):
        try:
            found.append(_sentence(lines, f"OWN_{path.stem}_{doc}", date, len(found), layers))
        except CorpusError as error:
            wrong.append(f"{path.name}, line {number}: {error}")
    if wrong:
        raise CorpusError("\n".join(wrong))
    return found


def all_written() -> list[Annotated]:
    """The sentences of every file under `training/corpus/`, in the order of their names."""
    return [sentence for path in sorted(FOLDER.glob("*.txt")) for sentence in read_written(path)]


def _layers(path: Path) -> tuple[str, ...]:
    """The layers that a file is annotated with."""
    told = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(SOME)]
    if not told:
        return LAYERS
    named = set(told[0].removeprefix(SOME).split())
    if not named <= set(LAYERS):
        raise CorpusError(f"{path.name}: {told[0]!r} names a layer that is none of {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if layer in named)


def _blocks(path: Path) -> Iterator[tuple[int, list[str], str, str | None]]:
    """Sentence by sentence: the number of its line, its lines, its report and that report's date."""
    doc, date, at = "", None, 0
    block: list[str] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if line.startswith(("== ", "> ")) and block:
            yield at, block, doc, date
            block = []
        if line.startswith("== "):
            doc, _, rest = line[3:].partition(" ")
            date = rest.strip() or None
        elif line.startswith("> "):
            at, block = number, [line[2:]]
        elif line and not line.startswith("#"):
            if not block:
                raise CorpusError(f"{path.name}, line {number}: annotation without a sentence above it")
            block.append(line)
    if block:
        yield at, block, doc, date


def _sentence(lines: list[str], doc: str, date: str | None, number: int, layers: tuple[str, ...]) -> Annotated:
    text, *notes = lines
    wanted = (
        PARTS
        if layers == LAYERS
        else {mark: 3 if mark == "e" else n for mark, n in PARTS.items() if MARKS[mark] in layers}
    )
    found: dict[str, list[msgspec.Struct]] = {name: [] for name in layers}
    for note in notes:
        mark, _, rest = note.partition(" ")
        parts = [part.strip() for part in rest.split(" | ")]
        if len(parts) != wanted.get(mark):
            raise CorpusError(f"{note!r} is none of {', '.join(f'{m} with {n} parts' for m, n in wanted.items())}")
        found[MARKS[mark]].append(_record(mark, parts, text))
    sentence = Annotated(
        id=f"{doc}_{number}", doc=doc, text=text, date=date, layers=layers,
        **{k: tuple(v) for k, v in found.items()}  # type: ignore[arg-type]
    )  # fmt: skip
    if broken := list(faults(sentence)):
        raise CorpusError("; ".join(broken))
    return sentence


def _record(mark: str, parts: list[str], text: str) -> msgspec.Struct:
    def span(quote: str) -> Extent | None:
        return None if quote == "-" else _find(quote, text)

    match mark, parts:
        case "n", [name, label]:
            return Name(span=_find(name, text), type=label)
        case "t", [time, value, label]:
            return Time(span=_find(time, text), value=None if value == "-" else value, type=label)
        case "c", [source, cue, content, kind]:
            quotes = tuple(_find(quote.strip(), text) for quote in content.split(SPLIT))
            return Claim(source=span(source), cue=span(cue), content=quotes, kind=kind)
        case "f", [figure, value, qualifier, unit, what]:
            low, best, high = _bounds(value)
            return Figure(
                span=_find(figure, text), low=low, best=best, high=high, qualifier=qualifier, unit=unit, what=what
            )
        case _:
            trigger, kind, status, *roles = parts
            actor, target, place, time = (span(role) for role in roles or "----")
            return Event(
                trigger=_find(trigger, text), kind=kind, status=status,
                actor=actor, target=target, place=place, time=time,
            )  # fmt: skip


def _bounds(value: str) -> tuple[int | None, int | None, int | None]:
    try:
        low, best, high = (None if bound == "-" else int(bound) for bound in value.split())
    except ValueError:
        raise CorpusError(f"{value!r}: low, best and high are three whole numbers, or - for none") from None
    return low, best, high


def _find(quote: str, text: str) -> Extent:
    """Where the quote stands in the text, as whole words where it does so anywhere."""
    wanted, count = quote, 1
    if match := re.fullmatch(r"(.+)#(\d+)", quote):
        wanted, count = match[1], int(match[2])
    for pattern in (rf"(?<!\w){re.escape(wanted)}(?!\w)", re.escape(wanted)):
        places = [m.start() for m in re.finditer(pattern, text)]
        if len(places) >= count:
            return places[count - 1], places[count - 1] + len(wanted)
    raise CorpusError(f"{quote!r} does not stand in the sentence")


def render(sentence: Annotated) -> str:
    """A sentence of the corpus in the form of these files."""

    def say(span: Extent | None) -> str:
        if span is None:
            return "-"
        quote = sentence.text[slice(*span)]
        before = [n for n in range(1, 20) if _finds(f"{quote}#{n}", sentence.text) == span]
        return quote if not before or before[0] == 1 else f"{quote}#{before[0]}"

    def number(bound: int | None) -> str:
        return "-" if bound is None else str(bound)

    lines = [f"> {sentence.text}"]
    lines += [f"n {say(n.span)} | {n.type}" for n in sentence.names]
    lines += [f"t {say(t.span)} | {t.value or '-'} | {t.type}" for t in sentence.times]
    lines += [
        f"c {say(c.source)} | {say(c.cue)} | {SPLIT.join(say(s) for s in c.content)} | {c.kind}"
        for c in sentence.claims
    ]
    lines += [
        f"f {say(f.span)} | {number(f.low)} {number(f.best)} {number(f.high)} | {f.qualifier} | {f.unit} | {f.what}"
        for f in sentence.figures
    ]
    for event in sentence.events:
        roles = [event.actor, event.target, event.place, event.time] if sentence.whole else []
        lines.append(" | ".join([f"e {say(event.trigger)}", event.kind, event.status, *map(say, roles)]))
    return "\n".join(lines)


def _finds(quote: str, text: str) -> Extent | None:
    try:
        return _find(quote, text)
    except CorpusError:
        return None


def summary(sentences: Iterable[Annotated]) -> str:
    """What the sentences hold, in a few lines."""
    kept = list(sentences)
    counts = {
        "status": Counter(e.status for s in kept for e in s.events),
        "kind": Counter(e.kind for s in kept for e in s.events),
        "what": Counter(f.what for s in kept for f in s.figures),
        "time": Counter(t.type for s in kept for t in s.times),
        "claim": Counter(c.kind for s in kept for c in s.claims),
    }
    told = [f"{len(kept)} sentences, {sum(len(s.names) for s in kept)} names"]
    told += [
        f"{name}: " + ", ".join(f"{label} {n}" for label, n in count.most_common()) for name, count in counts.items()
    ]
    return "\n".join(told)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        try:
            print(summary(read_written(path)))
        except CorpusError as error:
            raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
