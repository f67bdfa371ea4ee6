"""Duties of the built pages: tags in their heads, links, the pages that a government site must have."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from investment_portal.domain.compliance.duty import (
    Assessment,
    BuiltPages,
    Duty,
    Group,
    Inspected,
    LegalSource,
    State,
    guide,
    indicator,
)
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.controlled_values import DutyEffect

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
TAGS = guide("网页标签", "tags of pages")
NOT_BUILT = Sentence("生成网站后才知道", "known once the site is built")
LISTED = 3
"""Pages that a figure names."""

TEMPLATES = Sentence(
    "检查 overrides 里改过的模板，或页面开头的设置。", "Look at the templates in overrides, and at the front matter."
)


def _built(assess: Callable[[Inspected, BuiltPages], Assessment]) -> Callable[[Inspected], Assessment]:
    """Return a function that assesses pages once they are built."""

    def assess_built(inspected: Inspected) -> Assessment:
        if inspected.pages is None:
            return Assessment(State.NOT_APPLICABLE, NOT_BUILT)
        return assess(inspected, inspected.pages)

    return assess_built


def _tags(names: Sequence[str], pages: BuiltPages) -> Assessment:
    """Return whether all pages have some tags."""
    return _faults({name: pages.missing[name] for name in names if pages.missing.get(name)}, pages)


def _faults(faults: Mapping[str, Sequence[str]], pages: BuiltPages) -> Assessment:
    if not faults:
        figure = Sentence(f"{pages.count} 个页面，全部正确", f"{pages.count} pages, all correct")
        return Assessment(State.MET, figure, address="")
    paths = sorted({path for wrong in faults.values() for path in wrong})
    named = "、".join(paths[:LISTED])
    figure = Sentence(
        f"{'、'.join(faults)}：{len(paths)} 个页面有误，如 {named}",
        f"{', '.join(faults)}: wrong on {len(paths)} page{'s'[: len(paths) != 1]}, as {named.replace('、', ', ')}",
    )
    return Assessment(State.NOT_MET, figure, TEMPLATES)


def site_tags(inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Assess the tags that name the site; the site code is a filing of its own."""
    names = SITE_TAGS if inspected.site.filing.site_id else SITE_TAGS[:2]
    return _tags(names, pages)


def column_tags(_inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Assess the tags that name the column of a page."""
    return _tags(COLUMN_TAGS, pages)


def article_tags(_inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Assess the tags of pages of records: title, day of publication, source."""
    return _tags(ARTICLE_TAGS, pages)


def tags_once(_inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Assess whether a head has the same name twice."""
    return _faults(pages.repeated, pages)


def dead_links(_inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Assess the links within the site; the build refuses a dead one, so that a published site has none."""
    if pages.dead:
        figure = Sentence(f"失效链接 {pages.dead} 个", f"{pages.dead} dead links")
        action = Sentence("按检查提示逐个改正。", "Mend them as the problems of the build say.")
        return Assessment(State.NOT_MET, figure, action)
    figure = Sentence(f"{pages.count} 个页面没有失效的站内链接", f"no dead link on {pages.count} pages")
    return Assessment(State.MET, figure, address="")


def outside_links(_inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Return how many addresses of other sites the pages link to, which only a person or a link checker can open."""
    if not pages.outside:
        return Assessment(State.NOT_APPLICABLE, Sentence("没有外部链接", "no links to other sites"))
    hosts = sorted({urlsplit(address).hostname or "" for address in pages.outside})
    figure = Sentence(
        f"{len(pages.outside)} 个外部网址、{len(hosts)} 个网站；清单见自查表",
        f"{len(pages.outside)} address{'es'[: 2 * (len(pages.outside) != 1)]} of {len(hosts)} "
        f"other site{'s'[: len(hosts) != 1]}; the spreadsheet lists them",
    )
    action = Sentence("每季度逐个打开一次，失效的改掉。", "Open each once a quarter; replace what is dead.")
    return Assessment(State.NEEDS_A_PERSON, figure, action)


def leaving_prompt(_inspected: Inspected, _pages: BuiltPages) -> Assessment:
    """Return that links to other than government sites ask first, which the theme's script does on every page."""
    figure = Sentence("非 .gov.cn 网站的链接先提示再离开", "links to sites outside .gov.cn ask before they lead there")
    return Assessment(State.MET, figure, address="", setting="allowed_hosts")


def _page(name: str) -> Callable[[Inspected], Assessment]:
    """Return the function that assesses whether a page exists."""

    def assess(_inspected: Inspected, pages: BuiltPages) -> Assessment:
        if name in pages.names:
            return Assessment(State.MET, Sentence("有这个页面", "the page exists"), address=f"{name}/")
        action = Sentence(
            f"写 docs/zh/{name}.md 和 docs/en/{name}.md。", f"Write docs/zh/{name}.md and docs/en/{name}.md."
        )
        return Assessment(State.NOT_MET, Sentence("没有这个页面", "the page is missing"), action)

    return _built(assess)


def same_in_both(_inspected: Inspected, pages: BuiltPages) -> Assessment:
    """Assess whether every language has the same number of pages."""
    figure = Sentence(
        f"各语言页面数：{'、'.join(map(str, pages.languages))}",
        f"pages by language: {', '.join(map(str, pages.languages))}",
    )
    same = len(set(pages.languages)) == 1
    action = NOTHING if same else Sentence("补齐另一语言的页面。", "Add the pages of the other language.")
    return Assessment(State.MET if same else State.NOT_MET, figure, action, address="")


ACCESSIBILITY = LegalSource(
    Sentence("GB/T 37668—2019 信息技术 互联网内容无障碍可访问性", "GB/T 37668—2019, accessibility of internet content"),
    Sentence("1、2 级", "levels 1 and 2"),
)
ELDERLY = LegalSource(
    Sentence(
        "《关于切实解决老年人运用智能技术困难的实施方案》（国办发〔2020〕45号）",
        "Plan on the difficulties of the elderly with technology, Guobanfa [2020] 45",
    ),
    Sentence("适老化改造", "adaptation for the elderly"),
)
PERSONAL = LegalSource(
    Sentence("《中华人民共和国个人信息保护法》", "Personal Information Protection Law"),
    Sentence("第十七条", "article 17"),
)


def large_text(_inspected: Inspected, _pages: BuiltPages) -> Assessment:
    """Return that every page has large text, high contrast and reading aloud, which the theme brings."""
    figure = Sentence("每页都有关怀模式、高对比度和朗读", "every page has large text, high contrast, reading aloud")
    return Assessment(State.MET, figure, address="")


def judged_accessible(_inspected: Inspected, _pages: BuiltPages) -> Assessment:
    """Return that a machine finds only some barriers; the rest needs people."""
    return Assessment(
        State.NEEDS_A_PERSON,
        Sentence("机器只能查出一部分障碍", "a machine finds only some of the barriers"),
        Sentence(
            "运行 build_catalog.py accessibility，并用键盘和读屏软件走一遍。",
            "Run build_catalog.py accessibility, and go through the site by keyboard and screen reader.",
        ),
        address="accessibility/" if "accessibility" in _pages.names else None,
    )


def _page_duty(  # noqa: PLR0913, PLR0917 - what tells one duty from another
    key: str,
    zh: str,
    en: str,
    source: LegalSource,
    assess: Callable[[Inspected], Assessment],
    effect: DutyEffect = DutyEffect.WARN,
) -> Duty:
    return Duty(key, Sentence(zh, en), Group.PAGES, source, assess, effect, reads_pages=True)


STOP = DutyEffect.STOP
DUTIES = (
    _page_duty("site-tags", "网站标签", "Tags of the site", TAGS, _built(site_tags), STOP),
    _page_duty("column-tags", "栏目标签", "Tags of columns", TAGS, _built(column_tags), STOP),
    _page_duty("article-tags", "内容页标签", "Tags of content pages", TAGS, _built(article_tags), STOP),
    _page_duty("tags-once", "标签不重复", "No tag twice", TAGS, _built(tags_once), STOP),
    _page_duty(
        "dead-links", "站内链接可用", "Links within the site", indicator("链接可用", "links"), _built(dead_links)
    ),
    _page_duty(
        "outside-links", "外部链接可用", "Links to other sites", indicator("链接可用", "links"), _built(outside_links)
    ),
    _page_duty(
        "leaving-prompt",
        "离站提示",
        "Prompt before leaving",
        guide("外部链接", "outside links"),
        _built(leaving_prompt),
    ),
    _page_duty("site-map", "网站导航", "Site map", guide("网站地图", "site map"), _page("search")),
    _page_duty("about-page", "网站说明", "Statement of the site", guide("网站说明", "statement"), _page("about")),
    _page_duty("privacy-page", "隐私说明", "Privacy statement", PERSONAL, _page("privacy")),
    _page_duty("accessibility-page", "无障碍声明", "Accessibility statement", ACCESSIBILITY, _page("accessibility")),
    _page_duty("accessibility-review", "无障碍检查", "Accessibility review", ACCESSIBILITY, _built(judged_accessible)),
    _page_duty("large-text", "适老化", "Large text for the elderly", ELDERLY, _built(large_text)),
    _page_duty(
        "languages", "外文版完整", "Complete in each language", guide("多语言版本", "languages"), _built(same_in_both)
    ),
)
