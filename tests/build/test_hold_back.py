"""``build --hold-back``: a record in error stays as it was last published, everything else is published."""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.build.validate import problems_of_portal
from investment_portal.cache.store import FOLDER, PUBLISHED, discard
from investment_portal.cli.command import DATA_ERRORS, DONE
from investment_portal.cli.main import main
from investment_portal.problems import Level
from tests.build.edits import PEOPLE, add, crowd, records, rename
from tests.build.test_same import restore, tree
from tests.history.repository import Repository
from tests.overlay import WITHOUT_CACHE
from tests.sites import TINY_DAY, Site, tiny_portal

PROJECT = "projects/bottling-line.yaml"
POLICY = "policies/equipment-grant.yaml"
CHAIN = "district/chains/food.yaml"
NOTICE = "district/notices/closing.yaml"
HELD = BuildOptions(hold_back=True)


class Held:
    """The tiny portal, published once, in which records are then broken."""

    def __init__(self, root: Path, site: Site) -> None:
        """Publish it."""
        self.root, self.out = tiny_portal(root / "portal"), root / "site"
        shutil.copytree(site.portal / ".cache/layouts", self.root / ".cache/layouts")
        assert build(self.root, self.out, TINY_DAY).published
        self.first = tree(self.out)

    def build(self, options: BuildOptions = HELD, day: date = TINY_DAY) -> BuildResult:
        """Build it, with records in error held back unless another way is asked for."""
        return build(self.root, self.out, day, options)

    def note(self) -> str:
        """Build it; return what is said of records held back."""
        result = self.build()
        assert result.published, result.problems
        return next((note.en for note in result.notes if note.en.startswith("held back")), "")

    def read(self, name: str) -> str:
        """Return a file of the portal."""
        return (self.root / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file of the portal."""
        (self.root / name).write_text(text, "utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file."""
        assert self.read(name).count(old) == 1, (name, old)
        self.write(name, self.read(name).replace(old, new))

    def lose_cache(self) -> None:
        """Lose all that earlier builds left but the layouts, which take long."""
        discard_all(self.root)


def discard_all(root: Path) -> None:
    """Delete the cache but for the layouts, and what was published."""
    layouts = root.parent / "layouts"
    shutil.move(root / FOLDER / "layouts", layouts)
    shutil.rmtree(root / FOLDER)
    (root / FOLDER).mkdir()
    shutil.move(layouts, root / FOLDER / "layouts")


@pytest.fixture
def held(full: Site, tmp_path: Path) -> Held:
    """Return the portal."""
    return Held(tmp_path, full)


def test_a_record_in_error_stays_as_it_was(held: Held) -> None:
    """Its page, and every list and total; other records are published as they are now. Mended, it is published too."""
    good = held.read(PROJECT)
    held.write(PROJECT, f"{good}unknown: 1\n")
    assert held.build(BuildOptions()).published is None
    assert held.note() == f"held back: 1. {PROJECT} (as it was last published)."
    assert tree(held.out) == held.first
    assert held.note() == f"held back: 1. {PROJECT} (as it was last published)."
    held.replace("district/notices/opening.yaml", "The portal is open.", "The portal has opened.")
    held.note()
    assert "The portal has opened." in (held.out / "en/notices/opening/index.html").read_text("utf-8")
    held.write(PROJECT, good)
    assert held.note() == ""
    clean = held.root.parent / "clean"
    shutil.copytree(held.root, clean, ignore=WITHOUT_CACHE)
    assert build(clean, clean / "site", TINY_DAY).published
    assert tree(held.out) == tree(clean / "site")


def test_what_is_held_back_is_not_published_by_a_build_without_it(held: Held) -> None:
    """Nothing changed between the two."""
    held.write(PROJECT, held.read(PROJECT) + "unknown: 1\n")
    assert held.build().published
    assert held.build(BuildOptions()).published is None
    assert held.build(BuildOptions(hold_back=False)).published is None


def test_the_setting(held: Held, capsys: pytest.CaptureFixture[str]) -> None:
    """It does what the option does; the option turns it off; ``check`` fails all the same."""
    held.write("district/site.yaml", held.read("district/site.yaml") + "hold_back: true\n")
    held.write(PROJECT, held.read(PROJECT) + "unknown: 1\n")
    arguments = ["--date", str(TINY_DAY), "--lang", "en"]
    out = ["--out", str(held.out)]
    assert main(["build", *out, *arguments], held.root) == DONE
    printed = capsys.readouterr()
    assert "held back: 1. projects/bottling-line.yaml (as it was last published)." in printed.out
    assert f"{PROJECT}:" in printed.err
    assert "1 error" in printed.err
    assert main(["build", "--no-hold-back", *out, *arguments], held.root) == DATA_ERRORS
    assert main(["check", *arguments], held.root) == DATA_ERRORS
    assert held.build(BuildOptions(preview=True)).published is None


def test_a_record_that_was_never_published_is_left_out(held: Held) -> None:
    """A record that refers to it is held back in turn: it keeps the version that did not."""
    text = held.read(NOTICE).replace("zh: ", "zh: 再", 1).replace("en: ", "en: Again ", 1)
    held.write("district/notices/broken.yaml", text + "unknown: 1\n")
    withdrawn = "withdrawn: {on: 2026-06-01, reason: {zh: 改, en: Moved}, successor: broken}"
    held.write(NOTICE, f"{held.read(NOTICE).rstrip()}\n{withdrawn}\n")
    assert held.note() == (
        f"held back: 2. district/notices/broken.yaml (left out: no published version is known); "
        f"{NOTICE} (as it was last published)."
    )
    assert tree(held.out) == held.first


def test_a_lost_cache_means_never_published(held: Held) -> None:
    """Without git nothing is known of the last version, and the note says so."""
    held.write(NOTICE, held.read(NOTICE) + "unknown: 1\n")
    held.lose_cache()
    assert held.note() == f"held back: 1. {NOTICE} (left out: no published version is known)."
    assert not (held.out / "notices/closing").exists()


def test_a_damaged_file_of_what_was_published(held: Held) -> None:
    """It counts as lost; the next build writes it anew. A cleared cache keeps it."""
    place = held.root / FOLDER / PUBLISHED
    place.write_bytes(b"x" * 5000)
    assert held.note() == ""
    held.replace("district/notices/opening.yaml", "The portal is open.", "The portal has opened.")
    assert held.note() == ""
    discard(held.root)
    held.write(NOTICE, held.read(NOTICE) + "unknown: 1\n")
    assert held.note() == f"held back: 1. {NOTICE} (as it was last published)."


def test_the_last_version_in_git(held: Held) -> None:
    """Where the cache is lost, the last version that can be read stands in; its page tells no later revision."""
    portal = Repository(held.root)
    portal.git("init", "-q", "-b", "main")
    held.write(".gitignore", "/.cache/\n")
    portal.commit("2026-03-01")
    held.replace("district/notices/opening.yaml", "The portal is open.", "The portal has opened.")
    portal.commit("2026-03-02")
    held.write("district/notices/opening.yaml", held.read("district/notices/opening.yaml") + "unknown: 1\n")
    portal.commit("2026-03-03")
    held.lose_cache()
    assert held.note() == "held back: 1. district/notices/opening.yaml (as it was last published)."
    assert "The portal has opened." in (held.out / "en/notices/opening/index.html").read_text("utf-8")


def test_another_record_is_the_cause(held: Held) -> None:
    """A chain loses the link that a project names: the project did not change, so the chain is what is held back."""
    text = held.read(CHAIN)
    held.write(CHAIN, text.replace("bottling", "filling"))
    held.replace("district/notices/opening.yaml", "The portal is open.", "The portal has opened.")
    assert any(
        problem.file == PROJECT for problem in problems_of_portal(held.root, TINY_DAY) if problem.level is Level.ERROR
    )
    assert held.note() == f"held back: 1. {CHAIN} (as it was last published)."
    assert "The portal has opened." in (held.out / "en/notices/opening/index.html").read_text("utf-8")


def test_a_name_that_another_record_has(held: Held) -> None:
    """The problem stands at a record that did not change: the one that took its name is held back."""
    name = next(line for line in held.read("district/notices/opening.yaml").splitlines() if line.startswith("title:"))
    old = next(line for line in held.read(NOTICE).splitlines() if line.startswith("title:"))
    held.replace(NOTICE, old, name)
    assert held.note() == f"held back: 1. {NOTICE} (as it was last published)."


def test_a_picture_that_is_gone(held: Held) -> None:
    """The record as it was published needs it: it is left out, and said to be in error in both versions."""
    picture = next((held.root / "docs/assets").rglob("hill.png"))
    picture.unlink()
    assert held.note() == (
        "held back: 2. district/parks/hill-park.yaml (left out: its last version is in error too); "
        "projects/hostile-hall.yaml (left out: its last version is in error too)."
    )


def test_a_list_of_records(held: Held) -> None:
    """A file that lists several is held back as a whole."""
    held.write("district/sectors.yaml", held.read("district/sectors.yaml") + "bad-one: {}\n")
    assert held.note() == "held back: 1. district/sectors.yaml (as it was last published)."
    assert tree(held.out) == held.first


@pytest.mark.parametrize("name", ["district/site.yaml", "docs/zh/about.md", "mkdocs.yml"])
def test_what_no_record_can_carry(held: Held, name: str) -> None:
    """Settings and pages in error stop the build for all; the last site stands."""
    held.write(name, "x: [\n" if name.endswith("yml") else "---\ntitle: [\n---\n" if name.endswith("md") else "x: [\n")
    held.write(NOTICE, held.read(NOTICE) + "unknown: 1\n")
    result = held.build()
    assert result.published is None
    assert tree(held.out) == held.first


def test_a_dead_link_in_a_record(held: Held) -> None:
    """It is found in the built site, and holds back the record that has it."""
    held.replace("district/notices/opening.yaml", "zh: 欢迎使用。", 'zh: "欢迎[使用](../nowhere/)。"')
    result = held.build()
    assert result.published, result.problems
    assert [problem.rule for problem in result.problems if problem.level is Level.ERROR] == ["dead-link"]
    assert tree(held.out) == held.first


def test_a_deleted_record_stays(held: Held) -> None:
    """With every file beside its page, and where it was listed."""
    (held.root / PROJECT).unlink()
    assert held.note() == f"held back: 1. {PROJECT} (as it was last published)."
    assert tree(held.out) == held.first
    assert held.note() == f"held back: 1. {PROJECT} (as it was last published)."


def test_a_deleted_page_stays(held: Held) -> None:
    """The page is left as it stood; nothing may link to it."""
    for language in ("zh", "en"):
        held.write(f"docs/{language}/notes.md", "---\ntitle: 说明 Notes\ndescription: 说明 Notes\n---\n\n文 text\n")
    assert held.note() == ""
    for language in ("zh", "en"):
        (held.root / f"docs/{language}/notes.md").unlink()
    assert held.build(BuildOptions()).published is None
    for _ in range(2):
        result = held.build()
        assert result.published
        assert [problem.rule for problem in result.problems if problem.level is Level.ERROR] == ["lost-address"]
        assert (held.out / "notes/index.html").is_file()
        assert (held.out / "en/notes/index.html").is_file()
    settings = held.read("district/site.yaml")
    held.write("district/site.yaml", f"{settings}former_addresses: [{{from: notes/, to: about/}}]\n")
    assert held.build(BuildOptions()).published
    assert 'href="../about/"' in (held.out / "notes/index.html").read_text("utf-8")
    assert 'href="../about/"' in (held.out / "en/notes/index.html").read_text("utf-8")


def spoil(chance: random.Random, root: Path) -> None:
    """Break a record by chance."""
    path = chance.choice([path for path in records(root) if path.name != "site.yaml"])
    path.write_text(f"{path.read_text('utf-8').rstrip()}\nunknown_key: 1\n", "utf-8")


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_mended_are_a_clean_build(held: Held, tmp_path: Path, seed: int) -> None:
    """Whatever was held back in between: once mended, the site is what a clean build gives."""
    chance, good = random.Random(seed), tmp_path / "good"  # noqa: S311 - no secret
    people = [edit for edit in PEOPLE if edit not in {add, rename}]  # what they publish stays public
    crowd(chance, held.root)
    assert held.build().published
    shutil.copytree(held.root, good, ignore=WITHOUT_CACHE, symlinks=True)
    for _ in range(4):
        for _ in range(chance.choice([1, 2, 3])):
            edit = spoil if chance.random() < 0.5 else chance.choice(people)
            edit(chance, held.root)
        before = tree(held.out)
        result = held.build()
        assert result.published or tree(held.out) == before
        if result.published and not any(problem.level is Level.ERROR for problem in result.problems):
            shutil.rmtree(good)
            shutil.copytree(held.root, good, ignore=WITHOUT_CACHE, symlinks=True)
    restore(good, held.root)
    assert held.note() == ""
    clean = tmp_path / "clean"
    shutil.copytree(held.root, clean, ignore=WITHOUT_CACHE, symlinks=True)
    shutil.copytree(held.root / FOLDER / "layouts", clean / FOLDER / "layouts")
    assert build(clean, clean / "site", TINY_DAY).published
    assert tree(held.out) == tree(clean / "site")
