"""Answers that last, in a store beside the ledger that tells where each is: they would fill its memory."""

from collections.abc import Callable, Iterable
from pathlib import Path

from catalog.kept.store import Store

Where = tuple[int, ...]
"""A place in the store; empty for an answer that need not last."""


class Contents:
    """The store of one ledger. One that has outgrown its need is followed by another under the next number."""

    def __init__(self, ledger: Path, number: int | None) -> None:
        """Know the store of this number; without one, nobody knows what is in any."""
        self._ledger, self._anew, self.number = ledger, number is None, number or 0
        self._opened: Store | None = None
        self._outgrown: Store | None = None
        for path in ledger.parent.glob(f"{ledger.name}.answers-*"):
            if self._anew or path != self._path:
                path.unlink(missing_ok=True)

    @property
    def _path(self) -> Path:
        return self._ledger.with_name(f"{self._ledger.name}.answers-{self.number}")

    @property
    def _store(self) -> Store:
        if self._opened is None:
            self._opened = Store(self._path, anew=self._anew)
        return self._opened

    def put(self, content: bytes | None) -> Where:
        """Add an answer, if it is to last."""
        return () if content is None else tuple(self._store.put(content))

    def load(self, where: Where) -> bytes:
        """Give an answer."""
        return self._store.load(*where)

    def flush(self) -> bool:
        """Write what was put; say whether the disk took it."""
        return self._opened is None or self._opened.flush()

    def tidy(self, wheres: Iterable[Where]) -> Callable[[Where], Where]:
        """Begin the next store where too little of this one is still asked for; say how an answer moves."""
        needed = sum(where[1] for where in wheres if where)
        if self._opened is None or not self._opened.outgrown(needed):
            return lambda where: where
        self._outgrown = former = self._opened
        self._opened, self._anew, self.number = None, True, self.number + 1
        return lambda where: self.put(former.load(*where)) if where else where

    def close(self) -> None:
        """Let it go."""
        for store in (self._opened, self._outgrown):
            if store:
                store.close()
