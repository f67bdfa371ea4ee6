"""Rules about content pages: addresses, front matter, links, parity of languages, shortcodes."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from msgspec.structs import replace

from investment_portal.languages import LANGUAGES, NOTHING, Sentence, language_path, other
from investment_portal.models.kinds import COLUMNS, KINDS
from investment_portal.pages.content_pages.page import LAYOUT_FILE, ContentPage
from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.pages.registry import PAGE_COLUMNS
from investment_portal.pages.shortcode import ShortcodeWithArgument
from investment_portal.pages.shortcode_pattern import SHORTCODE
from investment_portal.pages.shortcodes import SHORTCODES, present_argument
from investment_portal.problems import Level, Problem, nearest, quoted, suggested
from investment_portal.validation import upcoming


def check_collisions(content: ContentPages) -> Iterator[Problem]:
    """Find pages that would hide a record."""
    for page in content.pages:
        column, _, id_ = page.name.removesuffix(".md").removesuffix("/index").partition("/")
        kind = COLUMNS.get(column)
        if kind and kind.has_pages and id_ in content.ids(kind.name):
            label = kind.label
            sentence = Sentence(
                f"这个页面与{label.zh}“{id_}”的地址相同。",
                f"This page has the address of the {label.en} “{id_}”.",
            )
            hint = Sentence("请换一个文件名。", "Choose another file name.")
            yield Problem(page.file, 1, 1, "page-collides", "", sentence, hint)


COLLISIONS = PageRule(
    "page-collides", Sentence("页面不得占用记录的地址。", "A page leaves addresses of records alone."), check_collisions
)


LABELS = {"title": Sentence("标题", "title"), "description": Sentence("描述", "description")}


def check_front_matter(content: ContentPages) -> Iterator[Problem]:
    """Find what search engines and browsers would miss."""
    for page in content.pages:
        for key, label in LABELS.items():
            wanted = f"%%{key}%%" if page.is_layout else ""
            got = page.front.get(key)
            if not got or not str(got).strip() or (wanted and wanted not in str(got)):
                example = f'{key}: "{wanted or "…"}"'
                zh, en = f"页面开头应写明{label.zh}（{key}）。", f"The front matter must give a {label.en}."
                hint = Sentence(
                    f"在开头两行 --- 之间写：{example}", f"Between the two lines of dashes write: {example}"
                )
                yield Problem(page.file, 1, 1, "front-matter", key, Sentence(zh, en), hint)
        if bool(page.front.get("frame")) != page.is_layout:
            sentence = Sentence(
                "frame 只用于 _frame.md，且 _frame.md 必须有。", "“frame” belongs in _frame.md, and nowhere else."
            )
            hint = Sentence("照别的栏目改。", "See how another column does it.")
            yield Problem(page.file, 1, 1, "front-matter", "frame", sentence, hint)


FRONT_MATTER = PageRule(
    "front-matter", Sentence("页面开头写明标题和描述。", "A page gives its title and description."), check_front_matter
)


LINK = re.compile(
    r"""
    \]\(\s*<?(?P<inline>[^)\s>]+)                     # [text](address)
    | ^[ ]{0,3}\[[^\]\n]+\]:\s*<?(?P<reference>[^\s>]+)  # [text]: address
    | \s(?:href|src)="(?P<html>[^"]+)"                 # <a href="address">
    """,
    re.MULTILINE | re.VERBOSE,
)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)
LONGEST_LINK = 120
"""Characters of a link that a sentence shows whole."""
ALIKE = 0.75
"""How much a known address must resemble the one in a link before a hint names it."""

RELATIVE = Sentence(
    "改成相对于本文件的路径，例如 projects/index.md；网址可以从根写起，例如 /projects/。",
    "Make the path of a file relative to this one, as projects/index.md; an address can begin at the root: /projects/.",
)


def check_links(content: ContentPages) -> Iterator[Problem]:
    """Find dead links, and those to records that are published on a day to come."""
    for page in content.pages:
        for match in LINK.finditer(page.prose):
            group = match.lastgroup or "inline"
            link = match[group]
            if ELSEWHERE.match(link):
                continue
            sentence = _link_fault(content, page, link)
            if sentence:
                yield page.problem("dead-link", match.start(group), *sentence)
            elif day := content.upcoming.get(_target(page, link)):
                shown = Sentence(
                    f"“{link}”指向的记录 {day} 才发布，之前这里只显示文字。",
                    f"“{link}” leads to a record that is published on {day}; until then only the text is shown.",
                )
                problem = page.problem(upcoming.RULE, match.start(group), shown, upcoming.BY_ITSELF)
                yield replace(problem, level=Level.WARNING)
            elif present := content.former.get(_target(page, link)):
                problem = page.problem("dead-link", match.start(group), *former_link(link, present))
                yield replace(problem, level=Level.WARNING)


def _target(page: ContentPage, link: str) -> str:
    """Return the file or the address to which a link leads."""
    path = re.split("[#?]", link)[0]
    if path.endswith(".yaml"):
        return posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path))
    return _folder_address(page, path)


def _link_fault(content: ContentPages, page: ContentPage, link: str) -> tuple[Sentence, Sentence] | None:
    path = re.split("[#?]", link)[0]
    if path.startswith("/") and path.endswith((".md", ".yaml")):
        return dead(link), RELATIVE
    if path.endswith(".md"):
        return _page_fault(content, page, link)
    if path.endswith(".yaml"):
        return _record_fault(content, page, link)
    name = PurePosixPath(path).name
    if "." in name.strip("."):
        return None if _is_file(content, page, path) else (dead(link), NOTHING)
    target = _folder_address(page, path)
    return None if target in content.addresses else (dead(link), _closest(target, content.addresses))


def _page_fault(content: ContentPages, page: ContentPage, link: str) -> tuple[Sentence, Sentence] | None:
    """Return the problem of a link to the file of a content page."""
    folder = content.root / "docs" / page.language
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), re.split("[#?]", link)[0]))
    names = {sibling.name for sibling in content.pages if sibling.language == page.language and not sibling.is_layout}
    unreadable = (
        not target.startswith("..") and PurePosixPath(target).name != LAYOUT_FILE and (folder / target).is_file()
    )
    return None if target in names or unreadable else (dead(link), _closest(target, names))


def _record_fault(content: ContentPages, page: ContentPage, link: str) -> tuple[Sentence, Sentence] | None:
    """Return the problem of a link to the file of a record."""
    path, _, anchor = link.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path))
    lists_many = any(kind.place == file for kind in KINDS.values())
    record = f"{file}#{anchor}" if lists_many else file
    kind = content.records.get(record)
    if kind is None:
        return dead(link), _closest(record, content.records)
    if not kind.has_pages:
        zh, en = (
            f"{kind.label.zh}没有自己的页面，不能链接到“{link}”。",
            f"A {kind.label.en} has no page to link to: “{link}”.",
        )
        return Sentence(zh, en), NOTHING
    return None


def _folder_address(page: ContentPage, path: str) -> str:
    """Return the address of a folder that a page links to, below the site's root.

    A path with a slash at its beginning is seen from the root of the page's language.
    """
    if path.startswith("/"):
        target = (language_path(page.language) + posixpath.normpath(path).lstrip("/")).rstrip("/")
    else:
        target = posixpath.normpath(posixpath.join(page.address, path)).removeprefix(".")
    return f"{target}/" if target else ""


def _is_file(content: ContentPages, page: ContentPage, path: str) -> bool:
    """Return whether a file stands beside the page; MkDocs takes the address from the file, HTML from the page.

    What stands beside the page of a record is made later: the built site is checked for it.
    """
    if content.addresses.get(_folder_address(page, posixpath.dirname(path)), "page") != "page":
        return True
    if path.startswith("/"):
        return (content.root / "docs" / page.language / path.lstrip("/")).is_file()
    for base in (posixpath.dirname(page.name), page.address.removeprefix(language_path(page.language))):
        target = posixpath.normpath(posixpath.join(base, path))
        if (content.root / "docs" / page.language / target).is_file():
            return True
    return False


def _closest(target: str, known: Iterable[str]) -> Sentence:
    """Return a hint with an address of the same depth that is much alike."""
    alike = get_close_matches(
        target, [address for address in known if address.count("/") == target.count("/")], 1, ALIKE
    )
    return Sentence(f"是不是“{alike[0]}”？", f"Did you mean “{alike[0]}”?") if alike else NOTHING


def former_link(link: str, present: str) -> tuple[Sentence, Sentence]:
    """Return the message about a link to the former address of a record, which leads on."""
    sentence = Sentence(
        f"链接“{link}”用的是曾用编号，会转到“{present}”。",
        f"The link “{link}” has a former id; it leads on to “{present}”.",
    )
    return sentence, Sentence(f"改成现在的编号“{present}”。", f"Write the present id, “{present}”.")


def dead(link: str) -> Sentence:
    """Return the sentence about a link that leads to nothing."""
    link = link if len(link) <= LONGEST_LINK else quoted(link)
    return Sentence(f"链接“{link}”指向的页面不存在。", f"The link “{link}” leads to nothing.")


LINKS = PageRule(
    "dead-link",
    Sentence("页面和记录文字里的链接必须有目标。", "A link in a page or in a record's text leads somewhere."),
    check_links,
)


NAMES = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}
COPY_INDEX = Sentence("照另一个栏目的 index.md 写一份。", "Write one like the index.md of another column.")
COPY = Sentence("从另一个栏目的 _frame.md 复制一份再改。", "Copy the _frame.md of another column and change it.")


def check_parity(content: ContentPages) -> Iterator[Problem]:
    """Find pages without their twin, and layouts and pages of columns that are missing in both languages."""
    names = {language: {page.name for page in content.pages if page.language == language} for language in LANGUAGES}
    on_disk = {language: _on_disk(content, language) for language in LANGUAGES}
    for page in content.pages:
        twin = other(page.language)
        if page.name not in names[twin] | on_disk[twin]:
            missing = NAMES[twin]
            sentence = Sentence(f"这个页面没有{missing.zh}版。", f"This page has no {missing.en} twin.")
            hint = Sentence(f"新建 docs/{twin}/{page.name}。", f"Write docs/{twin}/{page.name}.")
            yield Problem(page.file, 1, 1, "page-parity", "", sentence, hint)
    for column in sorted(PAGE_COLUMNS):
        name = f"{column}/{LAYOUT_FILE}"
        if not any(name in on_disk[language] for language in LANGUAGES):
            sentence = Sentence(f"缺少栏目“{column}”的页面框架。", f"The column “{column}” has no frame for its pages.")
            yield Problem(f"docs/{LANGUAGES[0]}/{name}", 0, 0, "page-parity", "", sentence, COPY)
    for column, kind in COLUMNS.items():
        column_pages = {f"{column}/index.md", f"{column}.md"}
        if (
            kind.has_pages
            and content.catalog.ids[kind.name]
            and not any(column_pages & names for names in on_disk.values())
        ):
            sentence = Sentence(
                f"缺少栏目“{column}”自己的页面，其中各条记录的页面都会链接到它。",
                f"The column “{column}” has no page of its own, to which the page of each of its records leads.",
            )
            yield Problem(f"docs/{LANGUAGES[0]}/{column}/index.md", 0, 0, "page-parity", "", sentence, COPY_INDEX)
    for language in LANGUAGES:
        if not on_disk[language] & {"index.md"}:
            sentence = Sentence("缺少首页。", "The home page is missing.")
            yield Problem(f"docs/{language}/index.md", 0, 0, "page-parity", "", sentence)


def _on_disk(content: ContentPages, language: str) -> set[str]:
    """Return the pages that are there, whether they could be read or not."""
    folder = content.root / "docs" / language
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


PARITY = PageRule(
    "page-parity", Sentence("每个页面都要有中英文两版。", "Each page stands in both languages."), check_parity
)


ANY = re.compile(r"""<[a-z]+(?:\s[^<>]*?)?\sdata-slot(?:\s*=\s*["']?(?P<name>[^"'>\s]*))?""")
FORM = Sentence(
    '写成 <div data-slot="名称"></div>，句子里用 span，中间不留空格。',
    'Write <div data-slot="NAME"></div>, within a sentence span, with nothing between.',
)
SOME = 12
"""Words that a hint can list before it grows too long."""


def check_shortcodes(content: ContentPages) -> Iterator[Problem]:
    """Find shortcodes that nothing fills."""
    for page in content.pages:
        text = page.prose
        for match in ANY.finditer(text):
            sentence = _shortcode_fault(
                match["name"] or "", well_formed=SHORTCODE.match(text, match.start()) is not None, content=content
            )
            if sentence:
                yield page.problem("bad-slot", match.start(), *sentence)
            elif former := _former_argument(match["name"] or "", content):
                yield replace(page.problem("bad-slot", match.start(), *former), level=Level.WARNING)


def _shortcode_fault(name: str, *, well_formed: bool, content: ContentPages) -> tuple[Sentence, Sentence] | None:
    if not well_formed:
        return Sentence(
            f"短代码“{name}”的写法不对。", f"The shortcode “{name}” is not written as a shortcode must be."
        ), FORM
    first, _, argument = name.partition(":")
    shortcode = SHORTCODES.get(first)
    if shortcode is None:
        sentence = Sentence(f"没有名为“{first}”的短代码。", f"There is no shortcode “{first}”.")
        return sentence, _hint(first, SHORTCODES)
    if isinstance(shortcode, ShortcodeWithArgument):
        known = shortcode.arguments(content.catalog)
        if present_argument(content.catalog, shortcode, argument) in known or not content.catalog.whole:
            return None
        return _unknown_argument(first, argument, known, content)
    if argument:
        zh, en = (
            f"短代码“{first}”不带参数，实际写了“{argument}”。",
            f"“{first}” takes no argument; got “{argument}”.",
        )
        sentence = Sentence(zh, en)
        return sentence, Sentence(f"写成“{first}”。", f"Write “{first}”.")
    return None


def _former_argument(written: str, content: ContentPages) -> tuple[Sentence, Sentence] | None:
    """Return the present id where a shortcode that can be filled names a record by a former one."""
    name, _, argument = written.partition(":")
    shortcode = SHORTCODES.get(name)
    if not isinstance(shortcode, ShortcodeWithArgument):
        return None
    present = present_argument(content.catalog, shortcode, argument)
    if present == argument:
        return None
    sentence = Sentence(
        f"短代码“{written}”用的是曾用编号，页面照常显示这条记录。",
        f"The shortcode “{written}” names a record by a former id; the page shows the record all the same.",
    )
    return sentence, suggested(f"{name}:{present}")


def _unknown_argument(
    name: str, argument: str, known: Iterable[str], content: ContentPages
) -> tuple[Sentence, Sentence]:
    """Return what is wrong with the argument of a shortcode."""
    record = argument.partition("/")[0]
    day = next((day for (_, id_), day in content.catalog.upcoming.items() if id_ == record), None)
    if day:
        sentence = Sentence(
            f"短代码“{name}:{argument}”要显示的记录 {day} 才发布。",
            f"The shortcode “{name}:{argument}” shows a record that is published on {day}.",
        )
        return sentence, Sentence("到那天再写进页面。", "Write it into the page on that day.")
    sentence = Sentence(
        f"短代码“{name}”需要目录里有的内容，“{argument}”不是。",
        f"The shortcode “{name}” needs something that the catalogue holds; “{argument}” is not there.",
    )
    return sentence, _hint(argument, known, name)


def _hint(word: str, known: Iterable[str], shortcode: str = "") -> Sentence:
    """Return a hint with the nearest word, else the list of words."""
    words = sorted(known)
    suggestion = nearest(word, words)
    if suggestion:
        example = f"{shortcode}:{suggestion}" if shortcode else suggestion
        return suggested(example)
    if 0 < len(words) <= SOME:
        return Sentence(f"可用：{'、'.join(words)}。", f"Allowed: {', '.join(words)}.")
    return NOTHING


SHORTCODE_RULE = PageRule(
    "bad-slot", Sentence("页面里的短代码必须存在。", "A shortcode in a page exists."), check_shortcodes
)
