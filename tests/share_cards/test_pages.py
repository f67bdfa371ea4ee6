"""Share cards in a built site: every page names a picture that is there, and only what changed is drawn again."""

import re
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.share_cards.card import SIZES, SQUARE, WIDE
from tests.sites import TINY_DAY, tiny_portal

ADDRESS = re.compile(r"^address: (.*?)/?$", re.MULTILINE)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built portal with share cards."""
    root = tiny_portal(tmp_path_factory.mktemp("cards") / "portal")
    settings = root / "district/site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}share_cards: true\n", "utf-8")
    built(root)
    return root


def built(root: Path, options: BuildOptions | None = None) -> BuildResult:
    """Build the portal."""
    result = build(root, root / "site", TINY_DAY, options or BuildOptions())
    assert result.published, result.problems
    return result


def pages(root: Path) -> dict[str, str]:
    """Return the pages that are more than a way on, by their path."""
    site = root / "site"
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return {name: text for name, text in texts.items() if 'http-equiv="refresh"' not in text and "404" not in name}


def test_every_page_names_a_picture_that_is_there(portal: Path) -> None:
    """By its full address for Open Graph, by a relative one in a first picture that browsers do not load."""
    address = ADDRESS.search((portal / "district/site.yaml").read_text("utf-8"))
    assert address
    for name, text in pages(portal).items():
        (wide,) = re.findall(r'<meta property="og:image" content="([^"]+)">', text)
        assert wide.startswith(f"{address[1]}/"), name
        assert (portal / "site" / wide.removeprefix(f"{address[1]}/")).is_file(), wide
        first = re.search(r"<img [^>]*>", text)
        assert first, name
        source = re.search(r'src="([^"]+)"', first[0])
        assert source, name
        assert (portal / "site" / name).parent.joinpath(source[1]).resolve().is_file(), name
        assert source[1].endswith(SQUARE)
        assert " hidden" in first[0]
        assert 'loading="lazy"' in first[0]
        assert re.findall(r'<meta property="og:image:(width|height)" content="(\d+)">', text) == [
            ("width", str(SIZES[WIDE][0])),
            ("height", str(SIZES[WIDE][1])),
        ]
        named = re.findall(r'<meta name="Image" content="([^"]+)">', text)
        assert named == ([wide] if (portal / "site" / name).with_name(WIDE).exists() and name.count("/") > 1 else []), (
            name
        )
        (alternative,) = re.findall(r'<meta property="og:image:alt" content="([^"]+)">', text)
        assert alternative, name


def test_records_have_cards_of_their_own_in_each_language(portal: Path) -> None:
    """Other pages share that of the portal, which differs by language too."""
    for language in ("", "en/"):
        folder = portal / "site" / language
        for kind in ("projects", "policies", "contacts", "parks", "sectors", "events", "firms", "chains", "notices"):
            records = [path for path in (folder / kind).iterdir() if (path / WIDE).exists()]
            assert records, kind
            assert all((path / SQUARE).exists() for path in records)
        assert (folder / WIDE).exists()
    pictures = [path.read_bytes() for path in (portal / "site/projects").rglob(WIDE)]
    pictures += [path.read_bytes() for path in (portal / "site/en/projects").rglob(WIDE)]
    assert len(set(pictures)) == len(pictures)


def test_a_changed_record_draws_its_own_cards(portal: Path) -> None:
    """The other pictures are the same files as before; what the card does not say leaves it alone."""
    named = re.compile(r"^name:\n? *\{? *zh: (?=[一-鿿])", re.MULTILINE)
    path = next(path for path in (portal / "projects").glob("*.yaml") if named.search(path.read_text("utf-8")))
    text = path.read_text("utf-8")
    before = drawn(portal)
    path.write_text(named.sub(r"\g<0>另", text), "utf-8")
    built(portal)
    changed = {name for name, state in drawn(portal).items() if state != before[name]}
    assert changed == {f"projects/{path.stem}/{file}" for file in SIZES}
    path.write_text(text, "utf-8")
    built(portal)
    assert {name: content for name, (_, content) in drawn(portal).items()} == {
        name: content for name, (_, content) in before.items()
    }


def drawn(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return the pictures of cards: number of the file on disk, and bytes."""
    site = root / "site"
    paths = [path for file in SIZES for path in site.rglob(file)]
    return {path.relative_to(site).as_posix(): (path.stat().st_ino, path.read_bytes()) for path in paths}


def test_without_the_setting_there_are_none(full_site: Path) -> None:
    """Neither pictures nor tags that name them."""
    assert not [*full_site.rglob(WIDE), *full_site.rglob(SQUARE)]
    text = (full_site / "index.html").read_text("utf-8")
    assert "og:image" not in text
    assert SQUARE not in text


@pytest.fixture
def full_site(request: pytest.FixtureRequest) -> Path:
    """Return the folder of the tiny portal's site."""
    return Path(request.getfixturevalue("full").out)


def test_a_preview_draws_none(portal: Path) -> None:
    """Its pages name pictures that only the site has."""
    result = build(portal, portal.parent / "preview", TINY_DAY, BuildOptions(preview=True))
    assert result.published, result.problems
    assert not list((portal.parent / "preview").rglob(WIDE))
