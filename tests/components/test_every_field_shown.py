"""Every field of every record appears on its page, in both languages, or stands below with the reason why not."""

from collections.abc import Iterator
from typing import Any

import pytest

from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import Model, class_of, fields_of, models_in
from investment_portal.models.kinds import KINDS
from investment_portal.models.text import Text
from investment_portal.pages.shortcodes import excerpt_of, fill
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from tests.components.leaves import leaves, owner_of, text_of
from tests.markup import read_markup
from tests.sites import Site

HIDDEN = {
    "Record.id": "in addresses and data files, not in the text of a page",
    "Record.formerly": "former addresses lead to the present one",
    "Record.example": "a badge and a note say it",
    "Record.publish_from": "the day of publication is shown",
    "Record.reviewed_wording": "for the check and the page of compliance",
    **dict.fromkeys(
        (f"ReviewedWording.{name}" for name in ("category", "text", "reason", "by", "on")),
        "for the check and the page of compliance",
    ),
    "Distance.kind": "for the comparison with requirements: the name of the place says it",
    "Record.review_every": "the day on which it falls due is shown",
    "Project.featured": "orders lists",
    "Project.policies": "the policies that apply are shown as cards; one no longer in force is left out",
    "Sector.id": "part of the address",
    "Sector.icon": "drawn",
    "Origin.id": "part of references",
    "Origin.languages": "decides on routes",
    "Origin.foreign": "decides what the guide assumes",
    "Limited.money": "a benefit in words names it, except grants",
    "Source.id": "part of references",
    "ChainNode.id": "an anchor",
    "ChainLink.from_": "drawn as a line",
    "ChainLink.to": "drawn as a line",
    "Figure.id": "part of references",
    "Figure.follows": "the order of the figures in a drawing",
    "Figure.step": "said by the label; in the data files",
    "Figure.regions": "said where no note says more",
    "Figure.channel": "groups the figures of a result",
    "Figure.unit": "the word for one where it counts exactly one; tests/pages/results reads the figures",
    "Figure.bound": "said in words before the number",
    "Place.undecided": "said in words where parks would stand",
    "Event.kind": "said by its name",
    "Event.status": "said where it is not the usual one",
    "Event.revision": "counts in calendar files",
    "Event.join_link": "the address of the link",
    "Event.replay": "the address of the link",
    "Event.time_zone": "said beside the hours, where there are any",
    "Spot.x": "drawn",
    "Spot.y": "drawn",
    "Image.file": "the address of the picture",
    "Image.focus": "which part of the picture stays in view",
    "Document.address": "the address of the link",
    "Document.language": "said in words beside the link",
    "Contact.consent": "for the check alone",
    "AnswerLog.name": "for staff",
    "AnswerLog.within": "said together with the share",
    "LoggedEnquiry.reference": "counted, never shown",
    "LoggedEnquiry.contact": "counted on its page",
    "LoggedEnquiry.received_on": "counted, never shown",
    "LoggedEnquiry.answered_on": "counted, never shown",
    "ProcedureStep.id": "an anchor",
    "ProcedureStep.after": "said by the numbers of the steps",
    "ProcedureStep.legal_link": "the address of the link",
    "Quotation.consent": "for the check alone",
    "Contact.languages": "said as names of languages",
    "Hours.days": "said in words",
    "MeetingSlots.days": "said in words",
    "Contact.holidays": "their days are listed, not their names",
    "Policy.claim_link": "the address of the link",
    "Review.done": "said together with its day",
    "Rate.form": "decides on the sentence",
    "Fixed.form": "decides on the sentence",
    "PerUnit.form": "decides on the sentence",
    "Tiers.form": "decides on the sentence",
    "Service.form": "decides on the sentence",
    "Service.kind": "said where it is not the usual one",
    "Window.every": "said in a sentence",
    "Span.from_": "said without the year in a window of every year",
    "Span.until": "said without the year in a window of every year",
    "Limited.years": "said where there is more than one",
    "PerUnit.unit": "said with the sum",
    "Test.fact": "its name begins with a small letter inside a sentence",
    "StatedFact.fact": "its name begins with a small letter inside a sentence",
    "Test.one_of": "said as labels",
    "Test.is_": "decides on the sentence",
    "Rate.base": "its name begins with a small letter inside a sentence",
    "PerUnit.base": "its name begins with a small letter inside a sentence",
    "Tiers.base": "its name begins with a small letter inside a sentence",
    "Event.online": "said only where it is so",
    "Source.link": "no source has an address yet",
    "Project.status": "an expired project says that instead",
}
"""Fields that the test does not look for on the page."""

NOT_ON_OWN_PAGE = {"result": "result-list", "holidays": "holiday-list", "procedure": "procedures"}
"""Kinds without a page of their own, and the shortcode that shows them."""


def pages(site: Site, language: Language) -> Iterator[tuple[str, Any, str]]:
    """Yield address, record and visible text of every page that shows a record."""
    context = site.context(language)
    renderer = Renderer(Templates(Sources(site.portal)), context.words)
    for record, page in site.record_pages(language):
        if isinstance(record, Model):
            html = renderer.record(context.at(page.address), page.view)
            yield page.address, record, read_markup(html).text
    for kind_name, shortcode in NOT_ON_OWN_PAGE.items():
        text = read_markup(renderer.shortcode(context, fill(context, shortcode, excerpt_of(site.data, shortcode)))).text
        for id_, record in context.catalog.records[kind_name].items():
            yield f"{shortcode}:{id_}", record, text


def missing(site: Site, language: Language) -> list[str]:
    """Return what pages do not say."""
    context = site.context(language)
    gaps = []
    for address, record, text in pages(site, language):
        for leaf in leaves(record):
            if leaf.value is None or leaf.value is False or leaf.field in HIDDEN:
                continue
            if text_of(context.at(address), leaf) not in text:
                gaps.append(f"{address} {leaf.field}: {leaf.value!s:.60}")
    return gaps


@pytest.mark.parametrize("language", LANGUAGES)
def test_real_records_are_shown(real: Site, language: Language) -> None:
    """Nothing that staff of the first portal wrote is lost."""
    lost = missing(real, language)
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize("language", LANGUAGES)
def test_full_records_are_shown(full: Site, language: Language) -> None:
    """Nothing that staff can write is lost."""
    lost = missing(full, language)
    assert not lost, "\n".join(lost)


def declared(model: type[Model], seen: set[type[Model]]) -> Iterator[str]:
    """Yield every field that records of a kind can have, inner models included."""
    if model in seen:
        return
    seen.add(model)
    for name, info in fields_of(model).items():
        yield f"{owner_of(model, name)}.{name}"
        for inner in models_in(info.type):
            if not issubclass(class_of(inner), Text):
                yield from declared(inner, seen)


def test_every_field_is_filled_somewhere(real: Site, full: Site) -> None:
    """A field that no record of either portal fills would escape the tests above; a former key need not be filled."""
    fields = {name for kind in KINDS.values() for name in declared(kind.model, set())}
    filled = {
        leaf.field
        for site in (real, full)
        for records in site.catalog.records.values()
        for record in records.values()
        for leaf in leaves(record)
        if leaf.value is not False
    }
    assert fields - filled - {"Contact.consent", "Source.link", "Park.land_offered"} == set()


def test_hidden_fields_exist() -> None:
    """The list above holds nothing that is gone."""
    fields = {name for kind in KINDS.values() for name in declared(kind.model, set())}
    assert HIDDEN.keys() - fields == set()
