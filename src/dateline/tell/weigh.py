"""sentence -> how much of what the reports lead with it says: words weigh by the originals that put them first."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from math import fsum

from dateline.model import Report, SourceSpan
from dateline.model.edtf import width
from dateline.tell.fit import CAPTIONED, is_closed, is_whole, leans, quoted_share, stands_alone, without_joint
from dateline.tell.told import Told
from dateline.tell.wording import opens_named
from dateline.tell.words import stems

LONE = 0.4
"""What a word weighs that only one original uses, beside 1, where there are others."""

WEEK = 7
"""Days of reports beyond which `Tuesday` alone is no day."""

OPEN_ENDED = 0.4
"""What a line counts that no stop closes."""


class Weights:
    """What the words of one story weigh."""

    def __init__(self, told: Told) -> None:
        """Weigh each word by how early each original says it."""
        self.told = told
        self._seen: dict[tuple[str, int, int], tuple[frozenset[str], float]] = {}
        first: dict[str, dict[str, float]] = defaultdict(dict)
        for report in told.reports.values():
            origin = report.origin or report.id
            for word, lead in self._leads(report):
                first[word][origin] = max(lead, first[word].get(origin, 0.0))
        lone = LONE if len({r.origin or r.id for r in told.reports.values()}) > 1 else 1.0
        self.words = {word: fsum(by.values()) * (lone if len(by) == 1 else 1.0) for word, by in sorted(first.items())}

    def _leads(self, report: Report) -> Iterable[tuple[str, float]]:
        for word in stems(report.title or ""):
            yield word, 1.0
        for span in self.told.body.get(report.id, ()):
            for word in stems(self.told.text(span)):
                yield word, self.told.lead(span)

    def worth(self, span: SourceSpan, said: AbstractSet[str] = frozenset()) -> float:
        """What a sentence adds to what was said: the weight of its new words over its length. 0 where it cannot stand
        alone."""
        words, share = self._known(span)
        return share * fsum(self.words.get(w, 0.0) for w in words - said) / float((8 + len(words)) ** 0.45)

    def _known(self, span: SourceSpan) -> tuple[frozenset[str], float]:
        """The words of a sentence and how far it counts, found once."""
        where = (span.report, span.start, span.end)
        if where not in self._seen:
            text = self.told.text(span)
            start = span.end - len(without_joint(text))
            leaning = leans(text) and not opens_named(text[-(span.end - start) :], span.report, start, self.told)
            sentence = self.told.text(self.told.sentence(span.report, span.start))
            fit = stands_alone(text) and is_whole(sentence) and not leaning and not self._is_of_any_week(span)
            plain = (1 - 0.5 * quoted_share(text)) * (0.2 if CAPTIONED.search(text) else 1.0)
            plain *= 1.0 if is_closed(sentence) else OPEN_ENDED
            self._seen[where] = (stems(text), plain if fit else 0.0)
        return self._seen[where]

    def _is_of_any_week(self, span: SourceSpan) -> bool:
        """Whether a sentence gives a weekday that may be of this week or the last, where reports run on for longer."""
        window = self.told.window
        return window is not None and width(window) > WEEK and any(map(self.told.doubtful, self.told.times_in(span)))
