"""Which nodes are one thing: links that a person's "not the same" can block, and candidates that stay apart."""

from dataclasses import dataclass, field


@dataclass
class Links:
    """A union of nodes. `apart`: pairs that must stay apart; `doubts`: pairs that may be one, with score and why."""

    parent: list[int] = field(default_factory=list)
    apart: dict[int, set[int]] = field(default_factory=dict)
    doubts: list[tuple[int, int, float, str]] = field(default_factory=list)

    def add(self) -> int:
        """A new node, alone."""
        self.parent.append(len(self.parent))
        return len(self.parent) - 1

    def root(self, node: int) -> int:
        """The node that stands for all that are linked with it: the lowest of them."""
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def same(self, a: int, b: int) -> bool:
        """Whether two nodes are linked."""
        return self.root(a) == self.root(b)

    def keep_apart(self, a: int, b: int) -> None:
        """Block any link between the things of two nodes."""
        a, b = self.root(a), self.root(b)
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def parted(self, a: int, b: int) -> bool:
        """Whether the things of two nodes are kept apart."""
        return self.root(b) in self.apart.get(self.root(a), ())

    def link(self, a: int, b: int) -> bool:
        """Link two nodes unless they are kept apart; whether they are one now."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if b in self.apart.get(a, ()):
            return False
        low, high = min(a, b), max(a, b)
        self.parent[high] = low
        for other in self.apart.pop(high, set()):
            self.apart[other].discard(high)
            self.apart[other].add(low)
            self.apart.setdefault(low, set()).add(other)
        return True

    def doubt(self, a: int, b: int, score: float, why: str) -> None:
        """Two nodes that may be one: kept apart and shown."""
        self.doubts.append((a, b, score, why))
