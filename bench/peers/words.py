"""The words and the few pages that every peer's site has besides its projects."""

from collections.abc import Mapping
from typing import Any

from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog

WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "locale": "zh-CN", "home": "首页", "projects": "招商项目", "all": "全部项目", "sectors": "按产业",
        "parks": "产业园区", "policy": "惠企政策", "about": "关于本站", "contact": "联系我们", "switch": "English",
        "summary": "跳到正文", "id": "编号", "sector": "产业", "park": "选址", "invest": "总投资", "land": "用地",
        "coop": "合作方式", "status": "项目状态", "colname": "项目", "footer": "以中文文本为准。",
    },
    "en": {
        "locale": "en", "home": "Home", "projects": "Projects", "all": "All projects", "sectors": "By sector",
        "parks": "Parks", "policy": "Policies", "about": "About", "contact": "Contact", "switch": "中文",
        "summary": "Skip to content", "id": "ID", "sector": "Sector", "park": "Site", "invest": "Total investment",
        "land": "Land", "coop": "Ways to take part", "status": "Status", "colname": "Project",
        "footer": "The Chinese text prevails.",
    },
}  # fmt: skip
STATIC = ("parks", "policy", "about", "contact")


def site_words(catalog: Catalog) -> dict[str, Any]:
    """Return what templates need besides records: words of each language, and names of the sectors."""
    site = catalog.site
    labels = {
        language: {"site": site.name.in_(language), "desc": site.description.in_(language)} for language in LANGUAGES
    }
    return {
        "ui": {language: {**WORDS[language], **labels[language]} for language in LANGUAGES},
        "sectors": {
            sector.id: {language: sector.name.in_(language) for language in LANGUAGES}
            for sector in catalog.sectors.values()
        },
    }


def static_body(catalog: Catalog, language: Language) -> str:
    """Return the text of a page that stands beside the projects: what the district says of its sectors."""
    content = (
        f"## {sector.name.in_(language)}\n\n{sector.summary.in_(language)}\n" for sector in catalog.sectors.values()
    )
    return "\n".join(content)
