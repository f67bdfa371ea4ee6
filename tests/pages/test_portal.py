"""The first portal: what must be there, in both languages, and what its figures come to."""

import pytest

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.controlled_values import ContactKind
from tests.markup import squeeze
from tests.sites import Site

DANGEROUS = ("javascript:", "data:", "vbscript:")
CONFERENCE = "events/online-conference-2020/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_its_page(real: Site, language: Language) -> None:
    """42 projects, 24 stations, every policy."""
    prefix = language_path(language)
    stations = [contact.id for contact in real.catalog.contacts.values() if contact.kind is ContactKind.STATION]
    assert len(real.catalog.projects) == 42
    assert len(stations) == 24
    wanted = [f"projects/{id_}" for id_ in real.catalog.projects] + [f"contacts/{id_}" for id_ in stations]
    wanted += [f"policies/{id_}" for id_ in real.catalog.policies]
    assert [name for name in wanted if f"{prefix}{name}/index.html" not in real.pages] == []


@pytest.mark.parametrize(
    ("page", "phrases"),
    [
        (CONFERENCE, ["35", "736 亿元", "当时公布"]),
        (f"en/{CONFERENCE}", ["35", "CNY 73.6 billion", "as announced"]),
        ("results/index.html", ["80", "95.9 亿元", "106.5%"]),
        ("en/results/index.html", ["80", "CNY 9.59 billion", "106.5%"]),
    ],
)
def test_figures_of_the_first_portal(real: Site, page: str, phrases: list[str]) -> None:
    """Computed, and quoted with their source."""
    text = real.pages[page].text.lower()
    assert [phrase for phrase in phrases if squeeze(phrase).lower() not in text] == []


def test_the_conference_is_computed(real: Site) -> None:
    """Its totals follow from its projects."""
    event = real.catalog.events["online-conference-2020"]
    projects = [real.catalog.projects[id_] for id_ in event.projects]
    assert len(projects) == 35
    assert (
        sum(project.investment.low.amount for project in projects if project.investment and project.investment.low)
        == 736 * 10**8
    )


def test_what_is_unknown_is_said_with_whom_to_ask(full: Site) -> None:
    """The contact's name and number stand beside it."""
    contact = full.catalog.contacts["bureau"]
    assert contact.phone
    for language in LANGUAGES:
        page = full.pages[f"{language_path(language)}projects/hostile-hall/index.html"]
        words = full.context(language).words
        assert squeeze(words["unknown"]) in page.text
        assert squeeze(contact.name.in_(language)) in page.text
        assert squeeze(contact.phone) in page.text


def test_examples_say_so(real: Site) -> None:
    """On the page of each example, besides the bar on top."""
    for language in LANGUAGES:
        badge = squeeze(real.context(language).words["example"])
        for id_, project in real.catalog.projects.items():
            assert project.example
            page = real.pages[f"{language_path(language)}projects/{id_}/index.html"]
            assert f'badge--example">{badge}' in page.html.replace(" ", "") or badge in page.text


def test_html_and_script_are_shown_as_typed(full: Site) -> None:
    """Nothing that staff type runs."""
    project = full.catalog.projects["hostile-hall"]
    for name, page in full.pages.items():
        assert "evil.example" not in {link for _, link in page.links}, name
        assert not [attribute for attribute in page.attributes if attribute[1].startswith("on")], name
        assert "iframe" not in page.tags, name
        assert not [link for _, link in page.links if link.lower().startswith(("javascript:", "data:", "vbscript:"))], (
            name
        )
        scripts = [src for tag, src in page.links if tag == "script"]
        assert all("assets/" in src for src in scripts), name
        assert "alert(" not in "".join(_inline_scripts(page.html)), name
    for language in LANGUAGES:
        page = full.pages[f"{language_path(language)}projects/hostile-hall/index.html"]
        for text in (project.name, project.summary):
            assert squeeze(text.in_(language)) in page.text
        assert page.meta["ArticleTitle"] == project.name.in_(language)


def _inline_scripts(html: str) -> list[str]:
    return [piece.partition("</script>")[0] for piece in html.split("<script>")[1:]]
