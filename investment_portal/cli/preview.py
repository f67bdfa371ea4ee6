"""``preview``: the pages that change since a revision, in one HTML file for a colleague."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from investment_portal.cli.command import DONE, Command, Misuse, Run, add_date, today
from investment_portal.cli.diff import REVISION, changes_since, in_text
from investment_portal.git import NoHistory
from investment_portal.languages import Language, Sentence
from investment_portal.preview.changed_pages import build_revision, changes_between, single_file

SITE = Sentence("build 生成的文件夹，默认 site", "the folder that build made; default: site")
OUT = Sentence("输出的文件，默认 preview.html", "the file to write; default: preview.html")
NOT_BUILT = Sentence(
    "那个版本生成不了网站，因此所有页面都算作新页面。",
    "The site of that revision cannot be built: every page counts as new.",
)


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("revision", metavar="REV", help=REVISION.in_(language))
    parser.add_argument("--site", type=Path, default=None, metavar="DIR", help=SITE.in_(language))
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help=OUT.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Build that revision as well, compare, and write the file."""
    site = (call.options.site or call.root / "site").resolve()
    out: Path = call.options.out or call.root / "preview.html"
    if not (site / "index.html").is_file():
        raise Misuse(Sentence(f"{site} 里没有网站。→ 先运行 build。", f"{site} holds no site. → Run build first."))
    words = {
        language: in_text(lines).split("\n")
        for language, lines in changes_since(call.root, call.options.revision).items()
    }
    with TemporaryDirectory() as folder:
        try:
            before = build_revision(call.root, call.options.revision, today(call), Path(folder))
        except NoHistory as error:
            raise Misuse(error.why) from error
        if before is None:
            call.print_sentence(NOT_BUILT)
        changes = changes_between(site, before)
    out.write_text(single_file(site, changes, words), "utf-8")
    call.print_sentence(
        Sentence(f"{out.name}：{len(changes.pages)} 个页面有变动。", f"{out.name}: {len(changes.pages)} pages changed.")
    )
    return DONE


COMMAND = Command(
    "preview",
    Sentence(
        "把自某个 git 版本以来有变动的页面写成一个文件", "write the pages that change since a revision into one file"
    ),
    options,
    run,
)
