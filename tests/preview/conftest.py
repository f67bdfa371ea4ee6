"""A server over a small site of plain files."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from investment_portal.preview.hub import ReloadHub
from investment_portal.preview.server import Server

PAGE = "<!doctype html><html><body><p>{}</p></body></html>\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site of a few files, with a secret beside it."""
    folder = tmp_path / "site"
    (folder / "projects").mkdir(parents=True)
    (folder / "en").mkdir()
    (folder / "assets").mkdir()
    for name in ("index.html", "404.html", "projects/index.html", "en/index.html", "en/404.html"):
        (folder / name).write_text(PAGE.format(name), "utf-8")
    (folder / "assets" / "portal.js").write_text("export {};\n", "utf-8")
    (folder / "note.txt").write_text("文字", "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    (folder / "leak.html").symlink_to(tmp_path / "secret.html")
    return folder


@pytest.fixture
def hub() -> ReloadHub:
    """Return a board that names a site."""
    hub = ReloadHub()
    hub.put("one", [])
    return hub


@pytest.fixture
def server(site: Path, hub: ReloadHub) -> Iterator[Server]:
    """Serve the site at a free port."""
    server = Server(0, site, hub, "en")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    hub.close()
    server.shutdown()
    thread.join()
    server.server_close()
