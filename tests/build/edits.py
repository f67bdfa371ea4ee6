"""Edits that people make to a portal, and accidents that befall it, each chosen by chance."""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from investment_portal.content.theme_files import THEME
from tests.overlay import override

Edit = Callable[[random.Random, Path], None]

ENGLISH = re.compile(r"\ben: [^\n}|>'\"#\[]*[a-z](?=\n|\})")
"""A plain English text."""

NAME = re.compile(r"(?P<before>^name:\s+\{?zh: )(?P<zh>[^\n,]+)(?P<between>,? *\n? *en: )(?P<en>[^\n}]+)", re.MULTILINE)
FORMERLY = re.compile(r"^formerly:.*(?:\n  - .*)*\n", re.MULTILINE)

RECORDS = ("projects", "policies", "contacts", "district")

BLOCK = re.compile(r"^(?P<key>[a-z_]+):.*\n(?:(?:[ \t].*|#.*)?\n)*", re.MULTILINE)
"""A field of a record with all that stands below it."""

COMMITTED = ("-c", "user.name=Staff", "-c", "user.email=staff@example.org", "-c", "commit.gpgsign=false")


def records(root: Path, folders: tuple[str, ...] = RECORDS) -> list[Path]:
    """Return the files of records."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*.yaml"))


def _say_more(chance: random.Random, path: Path) -> None:
    """Add a word to an English text; a file without one stays as it is."""
    content = path.read_text("utf-8")
    ends = [match.end() for match in ENGLISH.finditer(content)]
    if ends:
        place = chance.choice(ends)
        path.write_text(f"{content[:place]} {chance.randrange(99)}{content[place:]}", "utf-8")


def text(chance: random.Random, root: Path) -> None:
    """Add a word to a sentence of a record."""
    _say_more(chance, chance.choice(records(root)))


OTHERWISE = {"verified_on: 2026": "verified_on: 2025", "status: seeking": "status: negotiating"}


def number(chance: random.Random, root: Path) -> None:
    """Write another sum, or another day."""
    path = chance.choice(records(root))
    content = path.read_text("utf-8")
    for old in chance.sample(["verified_on: 2026", "investment: ", "featured: ", "status: seeking", "phone: "], 5):
        if old in content:
            new = OTHERWISE.get(old, f"{old}1")
            path.write_text(content.replace(old, new, 1), "utf-8")
            return


DATE = re.compile(r"\b20\d\d-\d\d-\d\d\b")

NEAR = 40
"""Days around the middle of 2026 into which dates are moved, so that the day of a build passes them."""


def dates(chance: random.Random, root: Path) -> None:
    """Move a date of a record to one near the day of the build; a file without one stays as it is."""
    path = chance.choice(records(root))
    text = path.read_text("utf-8")
    matches = list(DATE.finditer(text))
    if matches:
        place = chance.choice(matches)
        day = date(2026, 6, 30) + timedelta(days=chance.randrange(-NEAR, NEAR))
        path.write_text(f"{text[: place.start()]}{day}{text[place.end() :]}", "utf-8")


def setting(chance: random.Random, root: Path) -> None:
    """Change a setting that decides what pages show, or remove it where it need not be there."""
    path = root / "district/site.yaml"
    name = chance.choice(["expiring_within", "desk_notice", "review_every", "rates"])
    days = chance.randrange(1, 400)
    rate = f"\n  - {{currency: USD, yuan: 7.{days}, as_of: 2026-06-01, basis: {{zh: 汇率, en: Rate}}}}"
    text = path.read_text("utf-8").rstrip() + "\n"
    text = text.replace(_fields(path).get(name, ""), "") if name in _fields(path) else text
    if name == "review_every" or chance.random() < 0.8:
        text += f"{name}:{rate}\n" if name == "rates" else f"{name}: {days} 天\n"
    path.write_text(text, "utf-8")


CROWD = 12
VARIED = {
    "sector": (
        "food\nindustry_code: C1521\nchain_node: food/bottling",
        "food\nindustry_code: C1521",
        "machinery\nindustry_code: C3411",
    ),
    "place": ("{park: river-park}", "{text: {zh: 城东, en: East}}"),
    "investment": ("8000 万元", "1 亿元", "1.2 亿元", "USD 20 million", "3 亿元"),
    "status": ("seeking", "seeking", "seeking", "negotiating", "signed"),
    "valid_until": ("2026-06-29", "2026-07-03", "2026-08-30", "2027-01-31"),
    "policies": ("[equipment-grant]", "[]"),
    "contacts": ("[bureau]", "[bureau, south-station]"),
    "featured": ("0", "0", "1", "2"),
}
"""Fields of copied projects, and the values that they may have."""


def crowd(chance: random.Random, root: Path) -> None:
    """Copy a project until there are more than a page shows beside each of them; they differ in what groups go by."""
    path = root / "projects/bottling-line.yaml"
    fields = _fields(path)
    for number in range(CROWD):
        text = _renamed(path, str(number))
        for name in (*VARIED, "industry_code", "chain_node"):
            text = text.replace(fields.get(name, ""), "")
        lines = [f"{name}: {chance.choice(values)}\n" for name, values in VARIED.items()]
        path.with_name(f"{path.stem}-{number}.yaml").write_text("".join([text, *lines]), "utf-8")


def swap(chance: random.Random, root: Path) -> None:
    """Set a field of a record to the value that it has in another record of the kind."""
    path = chance.choice(_many(root))
    other = chance.choice([sibling for sibling in path.parent.glob("*.yaml") if sibling != path])
    fields, theirs = _fields(path), _fields(other)
    for key in chance.sample(sorted(theirs), len(theirs)):
        if key not in {"name", "title"} and fields.get(key) != theirs[key]:
            content = path.read_text("utf-8")
            content = (
                content.replace(fields[key], theirs[key], 1) if key in fields else f"{content.rstrip()}\n{theirs[key]}"
            )
            path.write_text(content, "utf-8")
            return


def drop(chance: random.Random, root: Path) -> None:
    """Take a field out of a record."""
    path = chance.choice(_many(root))
    fields = _fields(path)
    path.write_text(path.read_text("utf-8").replace(fields[chance.choice(sorted(fields))], "", 1), "utf-8")


def withdraw(chance: random.Random, root: Path) -> None:
    """Withdraw a record, or publish it again."""
    path = chance.choice(_many(root))
    content, fields = path.read_text("utf-8"), _fields(path)
    if "withdrawn" in fields:
        path.write_text(content.replace(fields["withdrawn"], ""), "utf-8")
    else:
        path.write_text(
            f"{content.rstrip()}\nwithdrawn: {{on: 2026-06-01, reason: {{zh: 已撤回, en: Gone}}}}\n", "utf-8"
        )


def publish_ahead(chance: random.Random, root: Path) -> None:
    """Publish a record on a day to come, or at once."""
    path = chance.choice(_many(root))
    content, fields = path.read_text("utf-8"), _fields(path)
    if "publish_from" in fields:
        path.write_text(content.replace(fields["publish_from"], ""), "utf-8")
    else:
        day = chance.choice(["2026-07-01", "2026-07-05", "2026-09-01"])
        path.write_text(f"{content.rstrip()}\npublish_from: {day}\n", "utf-8")


def link(chance: random.Random, root: Path) -> None:
    """Put a link in the place of a record, to where its content is now, in the portal or outside."""
    path = chance.choice(_many(root))
    inside = chance.random() < 0.8
    linked = (root if inside else root.parent) / "linked" / f"{chance.randrange(10**6)}.yaml"
    linked.parent.mkdir(exist_ok=True)
    linked.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(os.path.relpath(linked, path.parent) if inside else linked)


def commit(chance: random.Random, root: Path) -> None:
    """Commit what there is, on some day; the first time in a new repository."""
    if not (root / ".git").exists():
        _git(root, "init", "-q", "-b", "main")
        (root / ".git/info/exclude").write_text("/.cache/\n", "utf-8")
    moment = f"2026-0{chance.randrange(1, 7)}-{chance.randrange(10, 29)}T12:00:00+0800"
    _git(root, "add", "-A")
    _git(root, *COMMITTED, "commit", "-q", "--allow-empty", "--date", moment, "-m", "Edit", moment=moment)


def back(chance: random.Random, root: Path) -> None:
    """Move the branch to an earlier commit, the files left as they are; without a repository do nothing."""
    if (root / ".git").exists() and chance.random() < 0.8:
        _git(root, "reset", "-q", "--soft", "HEAD~1", fails=True)
    elif (root / ".git").exists():
        shutil.rmtree(root / ".git")


def _git(root: Path, *arguments: str, moment: str = "", fails: bool = False) -> None:
    surroundings = {**os.environ, **({"GIT_COMMITTER_DATE": moment} if moment else {})}
    command = ["git", *arguments]
    subprocess.run(command, cwd=root, env=surroundings, check=not fails, capture_output=True)  # noqa: S603 - our own


def _many(root: Path) -> list[Path]:
    """Return the records of kinds that have several."""
    return [
        path for path in records(root) if path.parent.name != "district" and len(list(path.parent.glob("*.yaml"))) > 1
    ]


def _fields(path: Path) -> dict[str, str]:
    content = path.read_text("utf-8")
    return {match["key"]: match[0] for match in BLOCK.finditer(content if content.endswith("\n") else f"{content}\n")}


def add(chance: random.Random, root: Path) -> None:
    """Copy a record under another name."""
    path = chance.choice(_many(root))
    mark = str(chance.randrange(10**6))
    path.with_name(f"{path.stem}-{mark}.yaml").write_text(_renamed(path, mark), "utf-8")


def _renamed(path: Path, mark: str) -> str:
    """Return the text of a record with another name and without former ids."""
    text = FORMERLY.sub("", path.read_text("utf-8"))
    return NAME.sub(lambda match: f"{match['before']}{match['zh']} {mark}{match['between']}{match['en']} {mark}", text)


def remove(chance: random.Random, root: Path) -> None:
    """Delete a record, whoever refers to it."""
    chance.choice(_many(root)).unlink()


def rename(chance: random.Random, root: Path) -> None:
    """Rename a project, or now and then another record, and keep its old id as former."""
    projects = records(root, ("projects",))
    path = chance.choice(projects if projects and chance.random() < 0.7 else _many(root))
    new = path.with_name(f"{path.stem[:20]}-{chance.randrange(1000)}.yaml")
    new.write_text(f"{path.read_text('utf-8').rstrip()}\n", "utf-8")
    if "formerly" not in new.read_text("utf-8"):
        new.write_text(f"{new.read_text('utf-8')}formerly:\n  - {path.stem}\n", "utf-8")
    path.unlink()


def settings(chance: random.Random, root: Path) -> None:
    """Change the settings of the portal."""
    _say_more(chance, root / "district/site.yaml")


def _overriding(chance: random.Random, root: Path, pattern: str) -> Path:
    """Return the portal's own copy of a file of the theme."""
    path = chance.choice(sorted(THEME.glob(pattern)))
    return override(root, path.relative_to(THEME).as_posix())


def fall_back(chance: random.Random, root: Path) -> None:
    """Remove files of the portal that replace files of the theme: one, or now and then all."""
    files = [path for path in sorted((root / "overrides").rglob("*")) if path.is_file()]
    if files and chance.random() < 0.7:
        chance.choice(files).unlink()
    else:
        shutil.rmtree(root / "overrides", ignore_errors=True)


def words(chance: random.Random, root: Path) -> None:
    """Change a word of the interface."""
    path = _overriding(chance, root, f"words/{chance.choice(['zh', 'en'])}/*.yaml")
    lines = [number for number, line in enumerate(path.read_text("utf-8").split("\n")) if line[-1:].isalpha()]
    content = path.read_text("utf-8").split("\n")
    if lines:
        content[chance.choice(lines)] += "s"
        path.write_text("\n".join(content), "utf-8")


def template(chance: random.Random, root: Path) -> None:
    """Change a template."""
    path = _overriding(chance, root, "pages/**/*.html")
    content = path.read_text("utf-8")
    ends = [match.start() for match in re.finditer(r"</(?:p|div|li|a|h[1-6]|section|span|td|dd)>", content)] or [
        len(content)
    ]
    place = chance.choice(ends)
    path.write_text(f"{content[:place]}<!-- {chance.randrange(99)} -->{content[place:]}", "utf-8")


def style(chance: random.Random, root: Path) -> None:
    """Change the style of one part, or add one."""
    path = root / "overrides/styles" / f"{chance.choice(['a', 'b'])}.css"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"p {{ margin: {chance.randrange(99)}px }}\n", "utf-8")


def script(chance: random.Random, root: Path) -> None:
    """Change a script, or what scripts share."""
    path = _overriding(chance, root, "scripts/**/*.js")
    path.write_text(f"{path.read_text('utf-8')}// {chance.randrange(99)}\n", "utf-8")


def page(chance: random.Random, root: Path) -> None:
    """Change a hand-written page."""
    path = chance.choice(
        [page_path for page_path in sorted((root / "docs").rglob("*.md")) if page_path.name != "_frame.md"]
    )
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\nMore: {chance.randrange(99)}.\n", "utf-8")


SHORTCODES = ("featured-projects", "chain-gaps", "sector-tiles", "latest-event", "event-list", "park-table", "hero")


def new_page(chance: random.Random, root: Path) -> None:
    """Write a page in both languages, or take it away again."""
    for language, title in (("zh", "新页面"), ("en", "New page")):
        path = root / "docs" / language / "more.md"
        if path.exists():
            path.unlink()
        else:
            shortcode = f'<div data-slot="{chance.choice(SHORTCODES)}"></div>'
            text = (
                f"---\ntitle: {title}\ndescription: {title}\n---\n# {title}\n\n{chance.randrange(99)}\n\n{shortcode}\n"
            )
            path.write_text(text, "utf-8")


def layout_file(chance: random.Random, root: Path) -> None:
    """Change the template of all pages, or a style that they share."""
    path = _overriding(chance, root, chance.choice(["main.html", "assets/*.css"]))
    content = path.read_text("utf-8")
    path.write_text(content + ("{# x #}\n" if path.suffix == ".html" else f"/* {chance.randrange(99)} */\n"), "utf-8")


def menu(chance: random.Random, root: Path) -> None:
    """Change a title of the menu."""
    path = root / chance.choice(["mkdocs.yml", "mkdocs.en.yml"])
    lines = path.read_text("utf-8").split("\n")
    place = chance.choice([number for number, line in enumerate(lines) if line.endswith(".md")])
    lines[place] = lines[place].replace(":", f"{chance.randrange(99)}:", 1)
    path.write_text("\n".join(lines), "utf-8")


def asset(chance: random.Random, root: Path) -> None:
    """Put a file there that pages share, or take it away."""
    path = root / "docs/assets" / f"{chance.choice(['a', 'b'])}.txt"
    if path.exists():
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(chance.random()), "utf-8")


def mistake(chance: random.Random, root: Path) -> None:
    """Break a record, or mend it."""
    path = chance.choice(records(root, ("projects", "contacts")))
    content = path.read_text("utf-8")
    path.write_text(content.replace("\nnmae: x\n", "\n") if "nmae" in content else f"{content}nmae: x\n", "utf-8")


PEOPLE: tuple[Edit, ...] = (
    text, text, text, number, number, dates, dates, dates, swap, swap, swap, drop, withdraw, publish_ahead,
    add, add, remove, rename,
    settings, setting, words,
    template, style, script, fall_back, asset, mistake, link, commit, commit, commit, back,
)  # fmt: skip

DESIGNERS: tuple[Edit, ...] = (page, page, new_page, layout_file, menu)
"""Edits after which the layouts are rendered again, which takes a while."""


def lost_page(chance: random.Random, out: Path) -> None:
    """Delete a file of the site."""
    chance.choice(_files(out)).unlink()


def changed_page(chance: random.Random, out: Path) -> None:
    """Edit a file of the site by hand."""
    path = chance.choice(_files(out))
    path.write_bytes(path.read_bytes() + b"x")


def added_page(chance: random.Random, out: Path) -> None:
    """Put a file into the site by hand."""
    folder = chance.choice(_files(out)).parent
    (folder / f"stray-{chance.randrange(99)}.html").write_text("stray", "utf-8")


def lost_folder(chance: random.Random, out: Path) -> None:
    """Delete a folder of the site."""
    shutil.rmtree(chance.choice([path for path in out.iterdir() if path.is_dir()]))


def _files(out: Path) -> list[Path]:
    return sorted(path for path in out.rglob("*") if path.is_file() and path.name != ".portal-site")


ACCIDENTS: tuple[Edit, ...] = (lost_page, changed_page, added_page, lost_folder)


def cut(chance: random.Random, path: Path) -> None:
    """Cut a cached file short."""
    raw = path.read_bytes()
    path.write_bytes(raw[: chance.randrange(len(raw))] if raw else b"x")


def flipped(chance: random.Random, path: Path) -> None:
    """Change a few bytes of a kept file."""
    raw = bytearray(path.read_bytes())
    for _ in range(min(len(raw), 1 + len(raw) // 500)):
        raw[chance.randrange(len(raw))] ^= 1 + chance.randrange(255)
    path.write_bytes(raw)


def gone(_chance: random.Random, path: Path) -> None:
    """Take a kept file away."""
    path.unlink()


DAMAGE: tuple[Edit, ...] = (cut, flipped, gone)
