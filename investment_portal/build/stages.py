"""The stages of a run: how long each took, and how much was done in it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from investment_portal.languages import Sentence

READ = "read"
CHECK = "check"
LAYOUTS = "layouts"
HISTORY = "history"
PAGES = "pages"
OTHERS = "others"
LINKS = "links"
PUBLISH = "publish"
KEEP = "keep"

STAGES = {
    READ: Sentence("读取记录", "read records"),
    CHECK: Sentence("检查", "check"),
    LAYOUTS: Sentence("页面布局", "layouts"),
    HISTORY: Sentence("修订历史", "history"),
    PAGES: Sentence("生成页面", "make pages"),
    OTHERS: Sentence("其他文件", "other files"),
    LINKS: Sentence("检查链接", "check links"),
    PUBLISH: Sentence("发布", "publish"),
    KEEP: Sentence("缓存", "keep for the next build"),
}
"""Every stage, in the order in which a run goes through them."""


@dataclass(slots=True)
class Stages:
    """Seconds by stage, and how much was done: bytes parsed, records checked, pages and other files made."""

    begun: float = field(default_factory=time.perf_counter)
    seconds: dict[str, float] = field(default_factory=dict)
    parsed: int = 0
    checked: int = 0
    rendered: int = 0
    produced: int = 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage; one that is entered twice counts as a whole."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start

    @property
    def total(self) -> float:
        """Seconds since the run began."""
        return time.perf_counter() - self.begun
