"""What a run finds kept, and keeps in turn."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from catalog.kept.ledger import Ledger
from catalog.kept.pack import Pack
from catalog.kept.scan import Scan

FOLDER = ".cache"


@dataclass(frozen=True, slots=True)
class Kept:
    """The input files as they are now, and the records of those that were read before."""

    root: Path
    scan: Scan
    code: bytes
    pack: Pack
    jobs: int | None = None
    ledgers: list[Ledger] = field(default_factory=list)
    """Ledgers to keep."""
    opened: list[Ledger] = field(default_factory=list)

    def ledger(self, name: str) -> Ledger:
        """Open a ledger."""
        ledger = Ledger(self.root / FOLDER / "ledgers" / name, self.code)
        self.opened.append(ledger)
        return ledger

    def keep(self) -> bool:
        """Leave it for the next run; nothing where an input was saved meanwhile, so that the next run looks anew."""
        if not self.scan.holds():
            return False
        self.scan.keep()
        self.pack.keep()
        for ledger in self.ledgers:
            ledger.keep()
        return True


@contextmanager
def kept(root: Path, scan: Scan, jobs: int | None = None) -> Iterator[Kept]:
    """Open what is kept for a portal."""
    pack = Pack(root / FOLDER, scan.code())
    made = Kept(root, scan, scan.code(), pack, jobs)
    try:
        yield made
    finally:
        pack.close()
        for ledger in made.opened:
            ledger.close()


def forget(root: Path) -> None:
    """Forget all that was kept, but not what is being served."""
    folder = root / FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name != "serve":
            shutil.rmtree(path, ignore_errors=True)
        elif not path.is_dir():
            path.unlink(missing_ok=True)
