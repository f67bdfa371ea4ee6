"""A facet that an address cannot hold, or that few projects fill, is said in a sentence."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from investment_portal.build.build import build
from investment_portal.build.closing_notes import hidden_facets
from investment_portal.domain.summary import summary_of
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.choice import Choice
from investment_portal.pages.projects import facet_kinds
from investment_portal.pages.projects import facets as counted
from investment_portal.pages.projects.facet_kinds import FACETS, FacetKind, FacetOption, registered, values_of
from investment_portal.pages.projects.facets import facet_counts, facets, facets_filled
from investment_portal.refusals import RegistryError
from tests.sites import Site, tiny_portal

LABEL = Sentence("噪声", "Noise")


class Bands(Choice):
    """Bands as one would like to write them."""

    BELOW_HALF = "0-0.5", "0.5 吨以下", "Below 0.5 t"
    FROM_HALF = "0.5-", "0.5 吨以上", "0.5 t or more"


def facet(name: str = "noise", values: tuple[str, ...] = ("low",), **more: object) -> FacetKind:
    """Return a facet in which each project has these values."""
    options = {"options": lambda *_: [FacetOption("low", "Low")], **more}
    return FacetKind(name, LABEL, lambda *_: values, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        (
            facet(options=Bands),
            "The facet “noise” has the value “0-0.5”, which an address cannot hold: a value consists",
        ),
        (
            facet(name="noise_level"),
            "A facet cannot be called “noise_level”: a name consists of small letters",
        ),
        (facet(name="q"), "A facet cannot be called “q”"),
        (facet(name="sector"), "A facet cannot be called “sector”"),
        (facet(under="sectr"), "The facet “noise” has under “sectr”, which does not exist. Did you mean “sector”?"),
        (
            facet(options="sectors"),
            "The facet “noise” has options “sectors”, which does not exist. Did you mean “sector”?",
        ),
    ],
)
def test_a_wrong_declaration_gets_a_sentence(declared: FacetKind, sentence: str) -> None:
    """When the register is loaded, before any project has such a value."""
    with pytest.raises(RegistryError) as refused:
        registered(*FACETS, declared)
    assert refused.value.sentence.en.startswith(sentence)
    assert refused.value.sentence.zh.endswith(("。", "？"))


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        (facet(values=("0.5-1",)), "The facet “noise” has the value “0.5-1”, which an address cannot hold"),
        (facet(values=("high",)), "The facet “noise” has no option for the value “high”"),
    ],
)
def test_a_wrong_value_gets_a_sentence(
    declared: FacetKind, sentence: str, full: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as a project has it."""
    monkeypatch.setattr(counted, "FACETS", (declared,))
    monkeypatch.setattr(counted, "values_of", lambda *_: (declared.of(None, None),))  # type: ignore[arg-type]
    data = Site(full.portal, full.out, full.day).data
    with pytest.raises(RegistryError) as refused:
        facets(full.context("en"), facet_counts(data))
    assert refused.value.sentence.en.startswith(sentence)


def test_a_field_that_summaries_lack_gets_a_sentence(tiny: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list sees projects by their summaries; an error of another sort stays an error."""
    project = summary_of(next(iter(tiny.projects.values())))
    lacking = FacetKind("steps", LABEL, lambda summary, _: tuple(summary.preparatory), lambda *_: [])  # type: ignore[union-attr,arg-type]
    monkeypatch.setattr(facet_kinds, "FACETS", (lacking,))
    with pytest.raises(RegistryError) as refused:
        values_of(project, tiny.site)
    assert refused.value.sentence.en == (
        "A facet uses “preparatory” of projects, which their summaries lack. Add it to ProjectSummary in "
        "investment_portal/domain/summary.py."
    )
    broken = FacetKind("steps", LABEL, lambda summary, _: summary.sector.none, lambda *_: [])  # type: ignore[attr-defined]
    monkeypatch.setattr(facet_kinds, "FACETS", (broken,))
    with pytest.raises(AttributeError, match="none"):
        values_of(project, tiny.site)


def test_hidden_facets_are_named(tiny: Catalog) -> None:
    """With their share; those that only an address brings out are none."""
    filled = {kind.name: 4 for kind in FACETS} | {"time": 1, "mode": 0, "desk": 0}
    site = replace(tiny.site, facet_fill_rate=0.3)
    sentence = hidden_facets(facets_filled(filled, 4, site), site)
    assert sentence is not None
    assert sentence.en == (
        "Filters that the list of projects leaves out, since fewer than 30 % of the projects fill them "
        "(setting facet_fill_rate): Ways to take part 0 %, Promoter's time to decision 25 %."
    )
    assert "合作方式 0%、" in sentence.zh
    assert hidden_facets(facets_filled(dict.fromkeys(filled, 4), 4, site), site) is None
    assert hidden_facets(facets_filled(dict.fromkeys(filled, 0), 0, site), site) is None


def test_a_build_says_it(tmp_path: Path) -> None:
    """Also the next one, in which nothing has changed."""
    portal = tiny_portal(tmp_path / "portal")
    for _ in range(2):
        notes = build(portal, tmp_path / "site", date(2026, 6, 30)).notes
        assert any(note.en.startswith("Filters that the list of projects leaves out") for note in notes)
