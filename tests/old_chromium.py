"""Chromium 80, the oldest browser that pages are made for, driven by the DevTools protocol over two pipes.

The npm package chrome-aws-lambda carries it, packed with Brotli; Node unpacks it once, beside the package.
"""

import json
import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent / "tools" / "node_modules" / "chrome-aws-lambda"
UNPACK = """
const fs = require("fs"), zlib = require("zlib"), [bin, out] = process.argv.slice(1);
for (const name of ["chromium", "aws.tar", "swiftshader.tar"])
  fs.writeFileSync(`${out}/${name}`, zlib.brotliDecompressSync(fs.readFileSync(`${bin}/${name}.br`)), { mode: 0o755 });
"""
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--no-zygote", "--single-process", "--disable-gpu", "--hide-scrollbars"),
    *("--remote-debugging-pipe", "--disable-background-networking", "--no-first-run", "about:blank"),
)
PATIENCE = 30
"""Seconds in which a page must be loaded."""

STILL = 0.4
"""Seconds after the last message from a loaded page in which its scripts are taken to have started."""


def unpacked() -> Path:
    """Return the folder of the program, unpacked when it is first needed."""
    folder = PACKAGE / "unpacked"
    if not (folder / "complete").is_file():
        node = shutil.which("node")
        assert node, "Node is missing: run `make test`, which needs it"
        assert PACKAGE.is_dir(), "the package chrome-aws-lambda is missing: run `make test`, which installs it"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        subprocess.run([node, "-e", UNPACK, str(PACKAGE / "bin"), str(folder)], check=True)  # noqa: S603 - our own
        for name in ("aws.tar", "swiftshader.tar"):
            shutil.unpack_archive(folder / name, folder)
        (folder / "complete").touch()
    return folder


class OldChromium:
    """A running browser with one page."""

    def __init__(self, commands: BufferedWriter, answers: FileIO) -> None:
        """Take the two pipes; open the page."""
        self._commands, self._answers = commands, answers
        self._number, self._rest, self._session = 0, b"", ""
        self._events: list[Mapping[str, Any]] = []
        os.set_blocking(answers.fileno(), False)
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> Mapping[str, Any]:
        """Send a command; return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode() + b"\0")
        self._commands.flush()
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for answer in self._received():
                if answer.get("id") == self._number:
                    assert "error" not in answer, answer
                    result: Mapping[str, Any] = answer["result"]
                    return result
        raise TimeoutError(method)

    def size(self, width: int, height: int = 900) -> None:
        """Set the size of the window."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, address: str) -> list[str]:
        """Open a page; return the errors that it and its scripts have while they start."""
        self._events.clear()
        self.send("Page.navigate", url=address)
        end = time.monotonic() + PATIENCE
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            assert time.monotonic() < end, f"{address} did not load"
            self._wait(0.02)
        quiet = time.monotonic() + STILL
        while time.monotonic() < quiet:
            if self._wait(0.05):
                quiet = max(quiet, time.monotonic() + STILL / 2)
        return [text for event in self._events for text in _errors(event)]

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """Return a picture of the window as PNG."""
        return b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def _wait(self, seconds: float) -> bool:
        time.sleep(seconds)
        return bool(list(self._received()))

    def _received(self) -> Iterator[Mapping[str, Any]]:
        """Yield the messages received; events are stored for ``open``."""
        try:
            part = self._answers.read(1 << 20)
        except BlockingIOError:
            part = None
        if not part:
            time.sleep(0.005)
            return
        *messages, self._rest = (self._rest + part).split(b"\0")
        for text in messages:
            message: Mapping[str, Any] = json.loads(text)
            if "method" in message:
                self._events.append(message)
            yield message


def _errors(event: Mapping[str, Any]) -> Iterator[str]:
    parameters = event["params"]
    if event["method"] == "Runtime.exceptionThrown":
        details = parameters["exceptionDetails"]
        yield f"{details.get('url', '')}: {details.get('exception', {}).get('description', details['text'])}"
    elif event["method"] == "Log.entryAdded" and parameters["entry"]["level"] == "error":
        yield f"{parameters['entry'].get('url', '')}: {parameters['entry']['text']}"
    elif event["method"] == "Runtime.consoleAPICalled" and parameters["type"] == "error":
        yield str(parameters["args"])


@contextmanager
def old_chromium(profile: Path) -> Iterator[OldChromium]:
    """Start the browser with an empty profile; end it behind the block."""
    folder = unpacked()
    (read_command, write_command), (read_answer, write_answer) = os.pipe(), os.pipe()
    places = {3: os.dup(read_command), 4: os.dup(write_answer)}

    def move() -> None:  # the program expects them by these numbers
        os.dup2(places[3], 3)
        os.dup2(places[4], 4)

    process = subprocess.Popen(  # noqa: S603 - the unpacked browser
        [str(folder / "chromium"), *ARGUMENTS, f"--user-data-dir={profile}"],
        env={**os.environ, "LD_LIBRARY_PATH": f"{folder}:{folder / 'lib'}", "HOME": str(profile)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(3, 4, *places.values()),
        preexec_fn=move,  # noqa: PLW1509 - no threads are started between
    )
    for end in (read_command, write_answer, *places.values()):
        os.close(end)
    with os.fdopen(write_command, "wb") as commands, os.fdopen(read_answer, "rb", buffering=0) as answers:
        try:
            yield OldChromium(commands, answers)
        finally:
            process.kill()
            process.wait()
