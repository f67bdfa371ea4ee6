"""A browser's tab, as far as the server sees it."""

import json
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPResponse
from types import MappingProxyType, TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

PATIENCE = 120.0
"""Seconds after which a test gives up on a server that says nothing; no test asserts how long anything took."""


def ask(
    address: str, path: str, method: str = "GET", headers: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, dict[str, str], str]:
    """Request an address; return status, headers and body."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


class Tab:
    """Listens to what the server tells."""

    def __init__(self, address: str) -> None:
        """Connect."""
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self._connection.request("GET", "/__serve/events")
        self._answer: HTTPResponse = self._connection.getresponse()

    def __enter__(self) -> Self:
        """Listen for the length of a block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Go away."""
        self._answer.close()
        self._connection.close()

    def next_event(self) -> dict[str, Any]:
        """Return the next thing told."""
        while line := self._answer.readline():
            if line.startswith(b"data: "):
                event: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                return event
        raise EOFError("the server let the tab go")

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the next thing told that is the one wanted: a slow disk can make two saves of one."""
        while not wanted(event := self.next_event()):
            pass
        return event

    def gone(self) -> bool:
        """Return whether the server has let the tab go, reading whatever it says before."""
        while self._answer.readline():
            pass
        return True
