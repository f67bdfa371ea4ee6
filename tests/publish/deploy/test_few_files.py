"""A small edit of a portal sends few files: the page, what searches it, the manifest, its signature."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from investment_portal.cli.command import DONE
from investment_portal.cli.main import main
from investment_portal.publish.manifest import MANIFEST, SIGNATURE, SIGNING_KEY
from tests.sites import TINY_DAY, tiny_portal

MOST = 5
"""Files at most that one edit changes, the open data of the record aside."""
PAGE = "projects/hostile-hall/index.html"
EDITS = {
    "a text of a project": ("projects/hostile-hall.yaml", "Steady demand.", "Growing demand.", f"en/{PAGE}"),
    "the same in Chinese": ("projects/hostile-hall.yaml", "需求稳定。", "需求增长。", PAGE),
    "a hand-written page": ("docs/zh/about.md", "\n\n", "\n\n再加一句。\n\n", "about/index.html"),
}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a portal, signed with a key of its own."""
    return tiny_portal(tmp_path_factory.mktemp("few") / "portal")


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sign releases, always with the same key."""
    private = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    monkeypatch.setenv(SIGNING_KEY, pem.decode())


def sent(portal: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Build and deploy; return what was sent."""
    assert main(["build", "--date", TINY_DAY.isoformat(), "--lang", "en"], portal) == DONE
    target = str(portal.parent / "place")
    capsys.readouterr()
    assert main(["deploy", target, "--dry-run", "--lang", "en"], portal) == DONE
    files = capsys.readouterr().out.splitlines()[1:]
    assert main(["deploy", target, "--lang", "en"], portal) == DONE
    assert f"{len(files)} files sent" in capsys.readouterr().out
    return files


@pytest.mark.parametrize("edit", EDITS)
def test_one_text_sends_at_most_five_files(portal: Path, edit: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its page among them, beside the record's open data; a second run sends nothing."""
    sent(portal, capsys)
    name, old, new, page = EDITS[edit]
    text = (portal / name).read_text("utf-8")
    assert old in text
    (portal / name).write_text(text.replace(old, new, 1), "utf-8")
    files = sent(portal, capsys)
    assert {page, MANIFEST, SIGNATURE} <= set(files)
    open_data = [file for file in files if file.startswith("data/")]
    assert set(open_data) <= {f"data/v1/projects/{id_}.json" for id_ in ("hostile-hall", "former-hall")}
    assert len(files) - len(open_data) <= MOST, files
    assert sent(portal, capsys) == []


def test_a_style_sends_the_pages_that_show_it(portal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The style goes first, under its new name; the old one stays for readers who have a page open."""
    sent(portal, capsys)
    place = portal.parent / "place/current/assets/styles"
    (before,) = place.glob("policy_calendar.*.css")
    (portal / "overrides/styles").mkdir(exist_ok=True)
    (portal / "overrides/styles/policy_calendar.css").write_text("p { margin: 0 }\n", "utf-8")
    files = sent(portal, capsys)
    assert files[0].startswith("assets/styles/policy_calendar.")
    assert sorted(name for name in files[1:] if name.endswith(".html")) == [
        "en/policies/calendar/index.html",
        "policies/calendar/index.html",
    ]
    assert len(files) == MOST
    assert before.is_file()
    assert len(list(place.glob("policy_calendar.*.css"))) == 2
