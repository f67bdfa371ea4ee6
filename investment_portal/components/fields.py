"""Fields of a record as labelled facts and as rows of a table; unknown values are shown as unknown."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import Cell, Fact, Link, Part, Shown, Table
from investment_portal.domain.figure_age import OLD_YEARS, whole_years
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import bounds_of
from investment_portal.formatting.numbers import money_range, three_digits
from investment_portal.formatting.values import show
from investment_portal.languages import Language
from investment_portal.models.base import Model, fields_of, label_of
from investment_portal.models.claim import Claim
from investment_portal.models.park import Price
from investment_portal.models.quantities import Money, MoneyRange
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.quantities.money import yuan
from investment_portal.models.reference import reference_kind
from investment_portal.models.text import name_of


def fact(context: Context, record: Model | ProjectSummary, name: str, verified_on: date | None = None) -> Fact:
    """Return one field as a fact; an empty one as not known."""
    # Comparing types is quicker than asking a struct what it is an instance of.
    model = record.model if type(record) is ProjectSummary else type(record)
    label, kind = _declared(model, name, context.language)
    return make_fact(context, label, getattr(record, name), kind, verified_on)


def facts(
    context: Context,
    record: Model | ProjectSummary,
    names: Iterable[str],
    *,
    known_only: bool = False,
    verified_on: date | None = None,
) -> list[Fact]:
    """Return several fields; with ``known_only`` leave out unknown values."""
    shown = [fact(context, record, name, verified_on) for name in names]
    return [shown_fact for shown_fact in shown if shown_fact.known or not known_only]


def make_fact(
    context: Context, label: str, value: Any, kind: str | None = None, verified_on: date | None = None
) -> Fact:
    """Return a fact of a value of any type; a figure much older than ``verified_on``, the last check, has a note."""
    sort = type(value)  # comparing types is quicker than asking each value what it is: a page shows some sixty
    if value is None or (sort is list and not value):
        return Fact(label, context.words["unknown"], known=False)
    if sort is Claim:
        return Fact(label, show(value.value, context.language), _claim_note(context, value, verified_on))
    if kind and value != "all":
        ids = value if sort is list else [value]
        links = [record_link(context, kind, id_) for id_ in ids]
        return Fact(label, tuple(_lapsed_marked(context, ids, links) if kind == "contact" else links))
    if sort is MoneyRange or sort is Money:
        return Fact(label, show(value, context.language), converted(context, value))
    return Fact(label, joined(context, value))


def _lapsed_marked(context: Context, ids: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """Return links to contacts, those that have lapsed marked as such."""
    lapsed = [context.catalog.contacts[id_].lapsed(context.day) for id_ in ids]
    return [
        Link(context.words("contact_lapsed_name", name=link.text), link.href) if old else link
        for link, old in zip(links, lapsed, strict=True)
    ]


def _claim_note(context: Context, claim: Claim[Any], verified_on: date | None) -> Shown:
    """Return basis, day, age against the last check, and source of a figure; a much older one is marked."""
    words = context.words
    note = words("claim_note", basis=claim.basis.in_(context.language), day=show(claim.as_of, context.language))
    years = whole_years(claim.as_of, verified_on) if verified_on else 0
    if 0 < years < OLD_YEARS:
        note += words["semicolon"] + words.count("claim_age", years)
    if claim.source is not None:
        note += words["semicolon"] + record_link(context, "source", claim.source).text
    if years < OLD_YEARS:
        return note
    old = words("claim_old", year=claim.as_of.year)
    return Markup('<span class="badge badge--busy">{}</span> {}').format(old, note)


def joined(context: Context, value: Any) -> str:
    """Return a value as text; several are joined as the language does."""
    sort = type(value)
    if sort is list:
        return context.words["separator"].join([show(item, context.language) for item in value])
    if sort is str and value == "all":
        return context.words["all"]
    return show(value, context.language)


def converted(context: Context, value: Money | MoneyRange) -> str:
    """Return the other currency at the dated rate: dollars for yuan in English, yuan for anything else in Chinese."""
    site = context.catalog.site
    sums = MoneyRange.exactly(value) if isinstance(value, Money) else value
    if context.language == "zh":
        if sums.currency == CNY or (bounds := bounds_of(sums, site)) is None:
            return ""
        low = yuan(three_digits(bounds.low)) if sums.low else None
        high = yuan(three_digits(bounds.high)) if bounds.high is not None else None
        return about(context, sums.currency, money_range(MoneyRange("", low, high), "zh", 2))
    rate = next((exchange for exchange in site.rates if exchange.currency == "USD"), None)
    if rate is None or sums.bound is None or sums.currency != CNY:
        return ""
    low, high = (
        Money("", three_digits(exchange.amount / rate.yuan), "USD") if exchange else None
        for exchange in (sums.low, sums.high)
    )
    return about(context, "USD", money_range(MoneyRange("", low, high), "en", 2))


def about(context: Context, currency: str, converted_sum: str) -> str:
    """Return a converted sum with the date of the rate where that is old."""
    day = old_rates(context).get(currency)
    return (
        context.words("about_dated", sum=converted_sum, day=day) if day else context.words("about", sum=converted_sum)
    )


def old_rates(context: Context) -> dict[str, str]:
    """Return the date of each exchange rate that should have been renewed, by currency."""
    site = context.catalog.site
    old = (rate for rate in site.rates if rate.is_old(site.rates_every, context.day))
    return {rate.currency: show(rate.as_of, context.language) for rate in old}


def record_link(context: Context, kind: str, id_: str) -> Link:
    """Link to a record by its name; a chain node to its place on the chain's page."""
    if kind == "node":
        chain_id, node_id = id_.split("/")
        chain = context.catalog.chains[chain_id]
        node = next(link for link in chain.nodes if link.id == node_id)
        text = f"{chain.name.in_(context.language)} › {node.name.in_(context.language)}"
        return Link(text, f"{context.record_href('chain', chain_id)}#{anchor_of(node_id)}")
    name = name_of(context.catalog.records[kind][id_])
    return Link(name.in_(context.language), context.record_href(kind, id_))


def price_text(context: Context, price: Price) -> str:
    """Return a price of a park with its unit, day and source."""
    language = context.language
    amount = f"{show(price.value, language)} {price.unit.in_(language)}"
    source = record_link(context, "source", price.source).text if price.source else ""
    text = context.words("costs_price", amount=amount, day=show(price.as_of, language))
    return context.words["separator"].join(part for part in (text, source) if part)


def anchor_of(node_id: str) -> str:
    """Return the name of the place of a chain's link on its page: apart from the ids of the page's own sections."""
    return f"link-{node_id}"


@cache
def _declared(model: type[Model], name: str, language: Language) -> tuple[str, str | None]:
    """Return the label of a field in a language, and the kind of record that it refers to."""
    return label_of(model, name).in_(language), reference_kind(fields_of(model)[name])


def rows(
    context: Context, caption: str, model: type[Model], names: Sequence[str], records: Sequence[Model]
) -> list[Part]:
    """Return a row each; columns that none of them fills are left out."""
    used = [name for name in names if any(getattr(record, name) is not None for record in records)]
    head = [label_of(model, name).in_(context.language) for name in used]
    body = [
        [Cell("—" if getattr(record, name) is None else show(getattr(record, name), context.language)) for name in used]
        for record in records
    ]
    return [Table(caption, head, body)] if records else []
