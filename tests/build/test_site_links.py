"""A link of the built site that leads to nothing is an error in the file that contains it; the last site stays."""

import shutil
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.result import BuildResult
from investment_portal.build.site_links import LinkTargets
from investment_portal.cli.command import DATA_ERRORS
from investment_portal.cli.main import main
from investment_portal.content.theme_files import THEME
from investment_portal.problems import Level, Problem
from tests.sites import Site, tiny_portal

NOTICE = "district/notices/opening.yaml"
BODY = "body: {zh: 欢迎使用。, en: Welcome.}"
PROJECT = "projects/bottling-line.yaml"


class Edited:
    """The tiny portal, built once, to be edited."""

    def __init__(self, root: Path, site: Site) -> None:
        """Build it."""
        self.root, self.out, self._day = tiny_portal(root / "portal"), root / "site", site.day
        shutil.copytree(site.portal / ".cache/layouts", self.root / ".cache/layouts")
        assert self.build().published

    def build(self) -> BuildResult:
        """Build it as it is."""
        return build(self.root, self.out, self._day)

    def errors(self) -> list[Problem]:
        """Build it; return the errors, after which the last site must stand as it was."""
        before = self.tree()
        result = self.build()
        errors = [problem for problem in result.problems if problem.level is Level.ERROR]
        assert (result.published is None) == bool(errors)
        assert not errors or self.tree() == before
        return errors

    def tree(self) -> dict[Path, bytes]:
        """Return every file of the site."""
        return {path: path.read_bytes() for path in self.out.rglob("*") if path.is_file()}

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def give_up(self, address: str) -> None:
        """List an address that was published as given up."""
        settings = self.root / "district/site.yaml"
        settings.write_text(f"{settings.read_text('utf-8')}former_addresses: [{{from: {address}}}]\n", "utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, "utf-8")


@pytest.fixture
def portal(full: Site, tmp_path: Path) -> Edited:
    """Return the tiny portal, built."""
    return Edited(tmp_path, full)


def body(zh: str, en: str) -> str:
    """Return the body of a notice on lines of its own."""
    return f'body:\n  zh: "{zh}"\n  en: "{en}"'


def test_a_broken_anchor_in_the_text_of_a_record(portal: Edited) -> None:
    """File, line and column of the record; once for each language that has it; the nearest id as a hint."""
    zh = "见[申报条件](../../policies/equipment-grant/#eligibilty)。"
    portal.replace(NOTICE, BODY, body(zh, "See [who may apply](../../policies/equipment-grant/#eligibilty)."))
    first, second = portal.errors()
    assert (first.file, first.line, first.column, first.rule) == (NOTICE, 7, 16, "dead-link")
    assert (second.file, second.line, second.column) == (NOTICE, 8, 28)
    link = "../../policies/equipment-grant/#eligibilty"
    page = "policies/equipment-grant/index.html"
    assert first.sentence.zh == (
        f"页面 notices/opening/index.html 上的链接“{link}”没有目标：{page} 里没有锚点“#eligibilty”。"
    )
    assert second.sentence.en == (
        f"The link “{link}” on en/notices/opening/index.html leads to nothing: "
        f"en/{page} has no element with the id “eligibilty”."
    )
    assert first.hint.en == "Did you mean “../../policies/equipment-grant/#eligibility”?"
    portal.replace(NOTICE, body(zh, "See [who may apply](../../policies/equipment-grant/#eligibilty)."), BODY)
    assert portal.errors() == []


def test_the_command_says_it(portal: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, as for every other error."""
    portal.replace(NOTICE, BODY, body("[x](../none/)", "[y](../nowhere/)"))
    arguments = ["build", "--lang", "en", "--portal", str(portal.root), "--out", str(portal.out)]
    assert main([*arguments, "--date", "2026-06-30"], portal.root) == DATA_ERRORS
    errors = capsys.readouterr().err
    assert f"{NOTICE}:7:12: error [dead-link]" in errors
    assert "There are errors; the site was not changed." in errors


@pytest.mark.parametrize(
    ("link", "sentence", "hint"),
    [
        ("about.md#none", "about/index.html has no element with the id “none”", ""),
        ("../projects/bottling-line/#markt", "has no element with the id “markt”", "#market"),
        ("../contacts/bureau/card.vcf", "", ""),
        ("../contacts/bureau/cart.vcf", "the site has no contacts/bureau/cart.vcf", "../contacts/bureau/card.vcf"),
    ],
)
def test_a_link_in_a_content_page(portal: Edited, link: str, sentence: str, hint: str) -> None:
    """Anchors of generated pages, and files beside them."""
    page = portal.root / "docs/zh/about.md"
    lines = page.read_text("utf-8").splitlines()
    page.write_text("\n".join([*lines, "", f'见 <a href="{link}">此处</a>。' if ".md" not in link else f"[x]({link})"]))
    errors = portal.errors()
    if not sentence:
        assert errors == []
        return
    (problem,) = errors
    assert (problem.file, problem.line) == ("docs/zh/about.md", len(lines) + 2)
    assert sentence in problem.sentence.en
    assert hint in problem.hint.en


def test_a_link_to_a_page_that_is_gone(portal: Edited) -> None:
    """The page that links to it was left alone by the build."""
    portal.replace(NOTICE, BODY, body("[x](../closing/)", "[y](../closing/)"))
    assert portal.errors() == []
    gone = portal.root / "district/notices/closing.yaml"
    text = gone.read_text("utf-8")
    gone.unlink()
    portal.give_up("notices/closing/")
    assert [(error.file, error.line) for error in portal.errors()] == [(NOTICE, 7), (NOTICE, 8)]
    gone.write_text(text, "utf-8")
    portal.replace("district/site.yaml", "former_addresses: [{from: notices/closing/}]\n", "")
    assert portal.errors() == []


def test_an_anchor_that_is_gone(portal: Edited) -> None:
    """The same for a part of a page that is rendered anew."""
    portal.replace(NOTICE, BODY, body("[x](../../projects/bottling-line/#chain)", "y"))
    assert portal.errors() == []
    portal.replace(PROJECT, "chain_node: food/bottling\n", "")
    (problem,) = portal.errors()
    assert (problem.file, problem.line) == (NOTICE, 7)


def test_a_dead_link_of_a_template(portal: Edited) -> None:
    """One problem, at its place in the template, however many pages have it."""
    name = "pages/elements/card.html"
    text = (THEME / name).read_text("utf-8") + '<a href="../../nowhere/">x</a>\n'
    portal.write(f"overrides/{name}", text)
    problems = portal.errors()
    assert {(problem.file, problem.line) for problem in problems} == {(f"overrides/{name}", len(text.splitlines()))}
    assert "more pages" in problems[0].sentence.en


def test_a_dead_link_that_stands_in_no_file(portal: Edited) -> None:
    """It names the record of the first page, and says where to look."""
    name = "pages/record.html"
    text = (THEME / name).read_text("utf-8")
    portal.write(f"overrides/{name}", f'{text}<a href="../../no{{{{ "where" }}}}/">x</a>\n')
    for problem in portal.errors():
        assert (portal.root / problem.file).is_file()
        assert problem.line == 0
        assert "This file does not contain the link" in problem.hint.en


def test_targets_are_forgotten_with_the_links_to_them(portal: Edited) -> None:
    """A target that no page links to any more may go."""
    portal.replace(NOTICE, BODY, body("[x](../closing/)", "y"))
    assert portal.errors() == []
    portal.replace(NOTICE, body("[x](../closing/)", "y"), BODY)
    (portal.root / "district/notices/closing.yaml").unlink()
    portal.give_up("notices/closing/")
    assert portal.errors() == []


ADDRESS = "https://invest.example.gov.cn/portal/"


@pytest.mark.parametrize(
    ("path", "content", "targets"),
    [
        ("a/b/index.html", '<a href="../c/">', {"a/c/index.html"}),
        ("a/b/index.html", '<a href="../../">', {"index.html"}),
        ("a/b/index.html", '<a href="..">', {"a/index.html"}),
        ("a/b/index.html", '<a href="./?q=1#top">', {"a/b/index.html"}),
        ("a/b/index.html", '<a href="../../../x/">', {"../x/index.html"}),
        ("index.html", '<a href="../x/">', {"../x/index.html"}),
        ("index.html", '<img src="files/a%20b.png">', {"files/a b.png"}),
        ("index.html", '<a href="a/?x=1&amp;y=2#%E7%AA%97">', {"a/index.html#窗"}),
        ("index.html", '<a href="a/x.pdf#page=2">', {"a/x.pdf"}),
        ("index.html", '<a href="#here"> <p id="here">', set()),
        ("index.html", '<a href="#there"> <p id="here">', {"index.html#there"}),
        ("index.html", '<a href="#"> <a href="#:~:text=x">', {"index.html"}),
        ("404.html", '<a href="/portal/en/">', {"en/index.html"}),
        ("404.html", '<a href="/other/">', set()),
        ("index.html", f'<link href="{ADDRESS}a/">', {"a/index.html"}),
        ("index.html", '<a href="https://x.example/"> <a href="tel:1"> <a href="//x.example/">', set()),
        (
            "assets/a.css",
            "a { background: url('images/b.png') } b { background: url(data:x) }",
            {"assets/images/b.png"},
        ),
        ("feed.xml", f'<link href="{ADDRESS}a/" /><id>{ADDRESS}b/</id>', {"a/index.html"}),
        ("sitemap.xml", f"<loc>{ADDRESS}a/</loc>", {"a/index.html"}),
        ("a.ics", f"URL:{ADDRESS}ev\r\n ents/a/\r\nUID:1\r\n", {"events/a/index.html"}),
        ("a.vcf", f"URL;TYPE=work:{ADDRESS}a/\r\n", {"a/index.html"}),
        ("a.js", '<a href="../x/">', set()),
    ],
)
def test_targets(path: str, content: str, targets: set[str]) -> None:
    """Relative to the page, to the portal's address, escaped or not; links to others are not followed."""
    links = LinkTargets(ADDRESS)
    links.add(path, content.encode())
    assert links.targets == targets


def test_links_beside_each_other_are_read_once() -> None:
    """The same relative link leads elsewhere on pages of another folder."""
    links = LinkTargets(ADDRESS)
    for path in ("a/1/index.html", "a/2/index.html", "b/1/index.html", "index.html", "c/index.html"):
        links.add(path, b'<a href="../x/">')
    assert links.targets == {"a/x/index.html", "b/x/index.html", "../x/index.html", "x/index.html"}


def test_around_the_article_pages_of_a_column_are_alike() -> None:
    """Read in the first page of a column, passed over in the others."""
    links = LinkTargets(ADDRESS)
    page = '<a href="../{0}/"> <article> <a href="../in-{0}/"> </article> <a href="../after-{0}/">'
    for name in ("1", "2"):
        links.add_record_page(f"a/{name}/index.html", page.format(name).encode())
    names = {"1", "in-1", "after-1", "in-2"}
    assert links.targets == {f"a/{name}/index.html" for name in names}


@pytest.mark.parametrize("path", ["projects/a/index.html", "en/projects/a/index.html", "index.html", "en/index.html"])
@pytest.mark.parametrize("up", range(5))
def test_usual_links_have_the_targets_of_all_others(path: str, up: int) -> None:
    """The same address with a dot in it goes the longer way."""
    usual, other = LinkTargets("https://a.example/"), LinkTargets("https://a.example/")
    usual.add(path, f'<a href="{"../" * up}parks/b-1/">'.encode())
    other.add(path, f'<a href="{"../" * up}./parks/b-1/">'.encode())
    assert usual.targets == other.targets
