"""``accessibility``: check a sample of the built pages with axe in a browser."""

import argparse
from pathlib import Path

from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run
from investment_portal.languages import Language, Sentence
from investment_portal.publish.accessibility import sample, violations

SITE = Sentence("build 生成的文件夹，默认 site", "the folder that build made; default: site")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--site", type=Path, default=None, metavar="DIR", help=SITE.in_(language))


def run(call: Run) -> int:
    """Check, and print what axe objects to; 2 where there is no browser."""
    site = (call.options.site or call.root / "site").resolve()
    if not (site / "index.html").is_file():
        build = call.line("build")
        raise Misuse(Sentence(f"{site} 里没有网站。→ 先运行 {build}。", f"{site} holds no site. → Run {build} first."))
    pages = sample(site, call.root / "docs")
    found_violations = violations(call.root, site, pages)
    for violation in found_violations:
        print(f"{violation.page}: [{violation.rule}] {violation.help}")
        print(*(f"    {element}" for element in violation.elements), sep="\n")
    call.print_sentence(
        Sentence(
            f"无障碍抽查：{len(pages)} 个页面，{len(found_violations)} 个问题。",
            f"Accessibility: {len(pages)} pages, {len(found_violations)} problem{'s'[: len(found_violations) != 1]}.",
        )
    )
    return DATA_ERRORS if found_violations else DONE


COMMAND = Command(
    "accessibility",
    Sentence("用浏览器和 axe 抽查网站的无障碍", "check pages of the site with axe in a browser"),
    options,
    run,
)
