"""A session of serving: a first build, then one more at each save, until it is stopped."""

import secrets
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from catalog.languages import Language, Sentence
from catalog.problems import Level
from catalog.problems.reports import count
from catalog.serve.attempt import Attempt, attempt
from catalog.serve.board import Board
from catalog.serve.messages import note, place
from catalog.serve.server import Server
from catalog.serve.watch import Watch

Say = Callable[[Sentence], None]
SITE = ".cache/serve/site"
NAMED = 2
"""Changed files that a line names before it only counts the rest."""

BUILDING = Sentence("正在生成网站……", "Building the site …")


class Session:
    """Serves one portal; ``day`` is asked at each build, so that dates take effect past midnight too."""

    def __init__(self, root: Path, port: int, language: Language, day: Callable[[], date], say: Say) -> None:
        """Take the port."""
        self.root, self.day, self.say = root, day, say
        self.board = Board()
        self.server = Server(port, root / SITE, self.board, language)
        self.watch = Watch(root)
        # The name differs between sessions, so that a tab left open from the last one reloads.
        self._name, self._count = secrets.token_hex(4), 0
        self._thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def open(self) -> None:
        """Build, then answer; saves made during the build are noted."""
        self.watch.start()
        self.say(BUILDING)
        self._build([])
        self._thread.start()
        address = self.server.address
        self.say(Sentence(f"网址：{address}（按 Ctrl+C 结束）", f"Open {address} (Ctrl+C ends)"))

    def close(self) -> None:
        """Let all tabs go and give the port back."""
        self.board.close()
        self.watch.close()
        if self._thread.is_alive():
            self.server.shutdown()
            self._thread.join()
        self.server.server_close()

    def run(self) -> None:
        """Build at each save until ``stop``."""
        for changed in self.watch.changes():
            self._build(changed)

    def stop(self) -> None:
        """End ``run``."""
        self.watch.stop()

    def _build(self, changed: list[str]) -> None:
        before = self.board.now.site
        made = attempt(self.root, self.root / SITE, self.day())
        if made.done and (not before or _differs(made)):
            self._count += 1
        site = f"{self._name}-{self._count}" if self._count else ""
        self.board.put(site, made.problems)
        self.say(self._line(changed, made))

    def _line(self, changed: list[str], made: Attempt) -> Sentence:
        """Say in one line what changed and what came of it."""
        more = len(changed) - NAMED
        zh = "、".join(changed[:NAMED]) + (f" 等 {len(changed)} 个文件" if more > 0 else "") + "：" * bool(changed)
        en = ", ".join(changed[:NAMED]) + (f" and {more} more" if more > 0 else "") + ": " * bool(changed)
        total = count(made.problems)
        if made.built is not None and made.built.published is not None:
            pages, files, seconds = made.built.pages, made.built.published.changed, made.built.seconds
            zh += f"{pages} 个页面，{files} 个文件有变动，用时 {seconds:.1f} 秒。"
            en += f"{pages} pages, {files} files changed, {seconds:.1f} seconds. "
            return Sentence(zh + total.zh, en + total.en)
        first = place(next(one for one in made.problems if one.level is Level.ERROR))
        said = note(self.board.now)
        look = Sentence(f"先看 {first}", f"First: {first}") if first else Sentence("", "")
        return Sentence(f"{zh}{said.zh}{total.zh}{look.zh}", f"{en}{said.en} {total.en} {look.en}".strip())


def _differs(made: Attempt) -> bool:
    """Say whether a build changed a byte of the site."""
    return made.built is not None and made.built.published is not None and made.built.published.changed > 0
