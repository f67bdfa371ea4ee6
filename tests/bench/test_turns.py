"""Tools take turns; one that fails leaves the others their figures."""

from pathlib import Path
from typing import Any

import pytest

from bench.peers import turns as module
from bench.peers.place import Place
from bench.peers.tools.eleventy import Eleventy
from bench.peers.tools.hugo import Hugo
from bench.peers.turns import lay, turns


def test_a_failure_leaves_the_others_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failed tool is asked no more; the other takes all its turns, a clean build and a change in each."""
    monkeypatch.setattr(Hugo, "command", "echo no template >&2; exit 3")
    monkeypatch.setattr(Eleventy, "command", "true")
    for kind in (Hugo, Eleventy):
        monkeypatch.setattr(kind, "version", lambda _: "1")
    monkeypatch.setattr(module, "digest_of_lists", lambda _: "")
    monkeypatch.setattr(module, "compare", lambda *_: None)
    place = Place(tmp_path)
    seen: list[tuple[str, str]] = []
    results: dict[str, Any] = {}
    for tool, build, result in turns(lay(42, ["hugo", "eleventy"], place), place, 2, 60, "2026-11-24"):
        seen.append((tool.name, build))
        results[tool.name] = result
    turn = [("eleventy", "clean"), ("eleventy", "change")]
    assert seen == [("hugo", "failed"), *turn, *turn]
    assert "exit code 3" in results["hugo"].failed
    assert "no template" in results["hugo"].failed
    assert not results["eleventy"].failed
