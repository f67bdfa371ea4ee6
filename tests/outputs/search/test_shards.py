"""Shards of the search data: small enough, named by content, and stable while other records change."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.make_records import make
from investment_portal.components.context import Context
from investment_portal.content.theme_files import theme_files
from investment_portal.formatting.words import read_words
from investment_portal.languages import LANGUAGES, Language
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.search.shards import record_shards
from investment_portal.outputs.search_data import (
    search_answers,
    search_data,
    search_manifests,
    search_parts,
    search_signs,
    search_words,
)
from investment_portal.publish.web_files import FOR_EVER, cache_control
from investment_portal.rendering.assets import bundle
from investment_portal.validation.record_reader import read_portal
from tests.datasets import dataset_of
from tests.sites import REAL_DAY, Site

FIRST_KEY = 120_000
"""Bytes that the first key may load, compressed, at a thousand projects."""

CHANGED = "projects/mlcc-passive-components.yaml"


def files_of(portal: Path, *, texts: bool) -> dict[str, str]:
    """Return the search data of a portal's records by path."""
    catalog = read_portal(portal).catalog
    contexts: dict[Language, Context] = {
        language: Context(catalog, REAL_DAY, language, read_words(portal, language)) for language in LANGUAGES
    }
    build = BuildContext(dataset_of(catalog, REAL_DAY), [], contexts, dict.fromkeys(LANGUAGES, ()))
    return dict(_files(build, texts=texts))


def _files(build: BuildContext, *, texts: bool) -> Iterator[tuple[str, str]]:
    files: dict[str, str] = {}
    for part, number in search_parts(build):
        if texts or part != "texts":
            files.update(search_data(build, part, number))
    files.update(search_answers(build))
    sizes = {path: len(text.encode()) for path, text in sorted(files.items())}
    yield from files.items()
    yield from search_words(build)
    yield from search_manifests(build, search_signs(build), sizes)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a portal of a thousand projects."""
    root = tmp_path_factory.mktemp("thousand") / "portal"
    make(1000, root)
    return root


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_loads_little(portal: Path, language: Language) -> None:
    """Words, manifest, answers, all headings and the script, compressed as servers send them."""
    files = files_of(portal, texts=False)
    wanted = [text for path, text in files.items() if f"/search.{language}." in path or "/search.words." in path]
    wanted.append(bundle(["search.js"], theme_files(portal, "scripts"), portal))
    assert sum(len(gzip.compress(text.encode(), 6)) for text in wanted) <= FIRST_KEY


def test_names_hold_a_hash(real: Site) -> None:
    """Browsers keep the shards for good, and ask for the manifest and the words again."""
    paths = [path.relative_to(real.out).as_posix() for path in (real.out / "assets/data").glob("search.*.js")]
    asked_again = {path for path in paths if cache_control(path) != FOR_EVER}
    assert asked_again == {f"assets/data/search.{name}.js" for name in ("zh", "en", "words")}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a portal of a hundred projects."""
    make(100, tmp_path / "portal")
    return tmp_path / "portal"


EDITS = {
    "a text": ("达产后年产元件", "达产后每年生产元件", 1 + 1 + 1),
    "a name": ("片式多层陶瓷电容器及被动元件基地", "片式多层陶瓷电容器基地", 2 * 2 + 2),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_changed_record_rewrites_few_shards(copy: Path, edit: str) -> None:
    """Its headings, its texts, and the manifests."""
    before = files_of(copy, texts=True)
    old, new, limit = EDITS[edit]
    path = copy / CHANGED
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    after = files_of(copy, texts=True)
    changed = {path for path, text in after.items() if before.get(path) != text}
    assert 0 < len(changed) <= limit, changed


def test_a_new_record_rewrites_few_shards(copy: Path) -> None:
    """Those in which it stands, in both languages, and the manifests."""
    before = files_of(copy, texts=True)
    text = (copy / CHANGED).read_text("utf-8")
    name = "片式多层陶瓷电容器及被动元件基地"
    (copy / "projects/ceramic-new.yaml").write_text(
        text.replace(name, "陶瓷粉体项目").replace("Multilayer", "New"), "utf-8"
    )
    after = files_of(copy, texts=True)
    assert len({path for path, content in after.items() if before.get(path) != content}) <= 2 * 2 + 2


def test_the_same_input_gives_the_same_files(copy: Path) -> None:
    """Every file, byte by byte."""
    assert files_of(copy, texts=True) == files_of(copy, texts=True)


def test_shards_grow_in_number(real: Site) -> None:
    """A shard stays small, whatever the number of records."""
    assert record_shards(real.data, "headings") == 1
    assert record_shards(real.data, "texts") > 1
