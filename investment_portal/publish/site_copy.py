"""Copies of a site that are compared with a manifest: a folder, or an address over HTTP.

A folder can show what it holds besides; an address cannot. Nothing but that address is asked.
"""

import http.client
import os
import ssl
import threading
import time
from collections.abc import Collection, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from investment_portal.languages import Sentence
from investment_portal.publish.target import MARKER
from investment_portal.value import Value

TIMEOUT = 30
"""Seconds for an answer."""

TRIES = 5
"""Requests for one file that a busy server refuses."""

REDIRECTS = 3
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
ABSENT = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.FORBIDDEN)
LONGEST_WAIT = 30
"""Seconds between two requests at most."""

HOME = "index.html"


class CopyError(Exception):
    """An unreadable copy, with the reason as a ``sentence``."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


class SiteCopy(Protocol):
    """A copy of a site."""

    @property
    def threads(self) -> int:
        """Return how many files may be read at the same time."""

    def read(self, path: str, limit: int) -> bytes | None:
        """Return a file, at most so many bytes of it; None where there is none."""

    def paths(self) -> Collection[str] | None:
        """Return the paths of all files, or None where that cannot be seen."""

    def close(self) -> None:
        """End what was opened to read it."""


class FolderCopy(Value):
    """A copy in a folder."""

    root: Path
    expected: frozenset[str] = frozenset()
    """Files of releases before, which a deployment deletes later."""
    threads: int = 1

    def read(self, path: str, limit: int) -> bytes | None:
        """Return a file, at most so many bytes of it; None where there is none."""
        try:
            with (self.root / path).open("rb") as file:
                return file.read(limit)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise CopyError(Sentence(f"读不出 {path}：{error}", f"{path} cannot be read: {error}")) from error

    def paths(self) -> Collection[str]:
        """Return the paths of all files except the expected extra ones."""
        return {path for path in _below(self.root) if path != MARKER and path not in self.expected}

    def close(self) -> None:
        """Do nothing: a folder needs no closing."""


def _below(root: Path) -> Iterator[str]:
    for folder, _, names in os.walk(root):
        for name in names:
            yield Path(folder, name).relative_to(root).as_posix()


class AddressCopy:
    """A copy at an address, such as ``https://invest.example.gov.cn/``."""

    threads = 8

    def __init__(self, address: str) -> None:
        """Take the address of the site's root."""
        self._base = address if address.endswith("/") else f"{address}/"
        self._local = threading.local()
        self._connections: list[http.client.HTTPConnection] = []

    def read(self, path: str, limit: int) -> bytes | None:
        """Return a file, at most so many bytes of it; None where there is none.

        A page is asked for as its readers do, without the name of its file; where that leads nowhere, with it.
        """
        folder, _, name = path.rpartition("/")
        if name == HOME:
            content = self._get(f"{folder}/" if folder else "", limit)
            if content is not None:
                return content
        return self._get(path, limit)

    def paths(self) -> None:
        """Return None: a server does not list its files."""

    def close(self) -> None:
        """Close the connections of all threads."""
        for connection in self._connections:
            connection.close()

    def _get(self, path: str, limit: int) -> bytes | None:
        address = urljoin(self._base, quote(path))
        for _ in range(REDIRECTS + 1):
            status, content, location = self._answer(address, limit)
            if status == HTTPStatus.OK:
                return content
            if status in ABSENT:
                return None
            if not location:
                raise CopyError(Sentence(f"{address} 返回状态 {status}。", f"{address} answers with status {status}."))
            address = self._redirected(address, location)
        raise CopyError(Sentence(f"{address} 不断重定向。", f"{address} redirects without end."))

    def _redirected(self, address: str, location: str) -> str:
        target = urljoin(address, location)
        if urlsplit(target)[:2] != urlsplit(self._base)[:2]:
            raise CopyError(
                Sentence(
                    f"{address} 重定向到另一个站点 {target}；请直接核对那个地址。",
                    f"{address} redirects to another site, {target}; verify that address instead.",
                )
            )
        return target

    def _answer(self, address: str, limit: int) -> tuple[int, bytes, str]:
        """Return status, content and the address of a redirection; wait where the server is busy."""
        for turn in range(TRIES):
            status, content, headers = self._request(address, limit)
            if status not in BUSY or turn == TRIES - 1:
                break
            wait = headers.get("Retry-After") or ""
            time.sleep(min(int(wait) if wait.isdigit() else 2**turn, LONGEST_WAIT))
        if status in BUSY:
            raise CopyError(
                Sentence(
                    f"{address} 限制访问频率（状态 {status}），请稍后再试。",
                    f"{address} limits the rate of requests (status {status}); try again later.",
                )
            )
        return status, content, (headers.get("Location") or "") if status // 100 == 3 else ""  # noqa: PLR2004 - 3xx

    def _request(self, address: str, limit: int) -> tuple[int, bytes, http.client.HTTPMessage]:
        parts = urlsplit(address)
        for fresh in (False, True):
            connection = self._connection(parts, fresh=fresh)
            try:
                connection.request("GET", parts.path or "/", headers={"Accept-Encoding": "identity"})
                answer = connection.getresponse()
                content = answer.read(limit)
                if not answer.isclosed():
                    connection.close()
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                if fresh:
                    raise CopyError(
                        Sentence(f"无法访问 {address}：{error}", f"{address} cannot be reached: {error}")
                    ) from error
            else:
                return answer.status, content, answer.headers
        raise AssertionError

    def _connection(self, parts: SplitResult, *, fresh: bool) -> http.client.HTTPConnection:
        """Return the connection of this thread; a kept one may have been closed by the server meanwhile."""
        connection: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if connection and not fresh:
            return connection
        if parts.scheme == "https":
            opened: http.client.HTTPConnection = http.client.HTTPSConnection(
                parts.netloc, timeout=TIMEOUT, context=ssl.create_default_context()
            )
        else:
            opened = http.client.HTTPConnection(parts.netloc, timeout=TIMEOUT)
        self._local.connection = opened
        self._connections.append(opened)
        return opened
