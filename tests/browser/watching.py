"""A page that is watched: what it asks for, what goes wrong on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, Response, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
LOUD = ("error", "warning")
REFUSED = 400
"""Answers from this number on are refusals."""


@dataclass
class Watched:
    """A page, and what happened on it that should not."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to watch."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)
        self.page.on("request", self._request)
        self.page.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in LOUD:
            self.faults.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        """Note what did not come; what a reader breaks off by leaving is no fault."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= REFUSED:
            self.faults.append(f"{response.status}: {response.url}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "file") and parts.hostname != "127.0.0.1":
            self.faults.append(f"elsewhere: {request.url}")

    def _dialog(self, dialog: Dialog) -> None:
        """No page opens a dialog: a text of staff has run as a script."""
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def watched(
    browser: Browser,
    *,
    size: ViewportSize = DESKTOP,
    scheme: str = "light",
    scripts: bool = True,
    day: date | None = None,
) -> Iterator[Watched]:
    """Open a page of its own; errors, failed requests and requests to another host are faults.

    With a ``day`` it is noon of that day in the browser, for pages whose scripts go by the day.
    """
    context = browser.new_context(
        viewport=size,
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        if day:
            page.clock.set_fixed_time(datetime.combine(day, time(12), UTC))
        yield Watched(page)
    finally:
        context.close()


SHIFT = """
() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
})
"""


def moved(page: Page) -> float:
    """Return how far parts of a page move at each of three loads: a busy machine may paint halfway through one."""
    least = float(page.evaluate(SHIFT))
    for _ in range(2):
        if least > 0:
            page.reload(wait_until="networkidle")
            least = min(least, float(page.evaluate(SHIFT)))
    return least
