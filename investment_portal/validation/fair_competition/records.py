"""Questioned wording and questioned terms of a record, and which of them were reviewed and allowed."""

from collections.abc import Iterable, Iterator, Sequence

from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.base import Model
from investment_portal.models.controlled_values import EnterpriseType
from investment_portal.models.facts import InvestorFact, Test, single_tests
from investment_portal.models.policy import Policy
from investment_portal.models.record import Record
from investment_portal.models.reference import Path, each, texts_of
from investment_portal.models.reviewed_wording import QuestionedWording, ReviewedWording
from investment_portal.models.site import Site, fact_info
from investment_portal.models.text import Text
from investment_portal.validation.fair_competition.search import matches_in, may_match
from investment_portal.value import Value


class Questioned(Value):
    """A questioned wording in a record, or with ``terms`` what its data say without words."""

    category: QuestionedWording
    path: Path
    quoted: str = ""
    text: tuple[str, ...] = ()
    """The text in both languages in which the wording stands."""
    terms: Sentence | None = None

    def is_covered(self, reviewed: ReviewedWording) -> bool:
        """Return whether a review allows it: of the same category, and about this text where it names one."""
        if reviewed.category is not self.category:
            return False
        return reviewed.text is None or any(reviewed.text in text for text in self.text)


OWN_WORDS = ("reviewed_wording", "forbidden_terms")
"""Keys whose texts quote wording: the reasons of a review, and the terms that a portal forbids."""


def questioned_in(record: Model, site: Site) -> Iterator[Questioned]:
    """Yield all that the review of fair competition would question in a record, reviewed or not."""
    yield from questioned_texts(record)
    if isinstance(record, Policy):
        yield from questioned_terms(record, site)


def questioned_texts(record: Model) -> Iterator[Questioned]:
    """Yield the questioned wording of the texts of a record."""
    texts = texts_of(record).texts
    if any(may_match("\n\n".join([text.in_(language) for text in texts]), language) for language in LANGUAGES):
        for path, text in each(Text, record):
            if path[0] in OWN_WORDS:
                continue
            for language in LANGUAGES:
                typed = text.in_(language)
                for match in matches_in(typed, language):
                    quoted = typed[match.start : match.end]
                    yield Questioned(match.category, (*path, language), quoted, (text.zh, text.en))


LISTED_ONLY = Sentence("适用企业只有上榜企业", "only ranked companies may apply")
FOREIGN_ONLY = Sentence("适用企业只有外商投资企业", "only foreign-invested firms may apply")
NEW_ONLY = Sentence("申报条件只允许新落户企业", "the conditions admit newcomers only")
OWNERSHIP_TESTED = Sentence("申报条件区分内外资", "the conditions ask whether a firm is foreign-funded")
TAX_COUNTED = Sentence("按纳税计算或设条件", "taxes are the base of a sum or a condition")


def questioned_terms(policy: Policy, site: Site) -> Iterator[Questioned]:
    """Yield what the data of a policy say: who may apply, what is asked, and from what sums are computed."""
    if policy.enterprise_types == [EnterpriseType.TOP_500]:
        yield Questioned(QuestionedWording.RANKED_FIRMS, ("enterprise_types",), terms=LISTED_ONLY)
    if policy.enterprise_types == [EnterpriseType.FOREIGN]:
        yield Questioned(QuestionedWording.OWNERSHIP, ("enterprise_types",), terms=FOREIGN_ONLY)
    for path, test in _conditions(policy):
        if test.fact == InvestorFact.NEW_TO_DISTRICT and test.is_:
            yield Questioned(QuestionedWording.NEWCOMERS, path, terms=NEW_ONLY)
        if test.fact == InvestorFact.FOREIGN_FUNDED:
            yield Questioned(QuestionedWording.OWNERSHIP, path, terms=OWNERSHIP_TESTED)
        if test.fact is not None and _is_tax(test.fact, site):
            yield Questioned(QuestionedWording.TAX_LINKED, path, terms=TAX_COUNTED)
    for place, benefit in enumerate(policy.benefits):
        base = getattr(benefit, "base", None)
        if base is not None and _is_tax(base, site):
            yield Questioned(QuestionedWording.TAX_LINKED, ("benefits", place, "base"), terms=TAX_COUNTED)


def _conditions(policy: Policy) -> Iterator[tuple[Path, Test]]:
    """Yield the tests of one fact of a policy and of its benefits, with their key paths."""
    for place, requirement in enumerate(policy.eligibility):
        yield from single_tests(requirement, ("eligibility", place))
    for place, benefit in enumerate(policy.benefits):
        for step, requirement in enumerate(benefit.only_if):
            yield from single_tests(requirement, ("benefits", place, "only_if", step))


def _is_tax(fact: str, site: Site) -> bool:
    """Return whether a fact of the settings counts taxes."""
    info = fact_info(site, fact)
    return info is not None and ("税" in info.label.zh or " tax" in f" {info.label.en.lower()}")


def split_reviewed(
    questioned: Sequence[Questioned], reviews: Sequence[ReviewedWording]
) -> tuple[list[Questioned], list[int]]:
    """Return what no review covers, and the places of the reviews that cover nothing."""
    open_ = [item for item in questioned if not any(item.is_covered(review) for review in reviews)]
    stale = [place for place, review in enumerate(reviews) if not any(item.is_covered(review) for item in questioned)]
    return open_, stale


def reviews_of(record: Model) -> Sequence[ReviewedWording]:
    """Return the reviews that a record holds and that could be read; lists of one file and the settings hold none."""
    reviews = record.reviewed_wording if isinstance(record, Record) else ()
    return [review for review in reviews if review is not None]


class ReviewedEntry(Value):
    """A review of a record, for the page of compliance; ``stale`` where it covers nothing any more."""

    kind: str
    id: str
    review: ReviewedWording
    stale: bool


def reviewed_wordings(records: Iterable[tuple[str, str, Model]], site: Site) -> Iterator[ReviewedEntry]:
    """Yield the reviews of whole records, each given with its kind and id; of projects a summary is not enough."""
    for kind, id_, record in records:
        reviews = reviews_of(record)
        stale = split_reviewed(list(questioned_in(record, site)), reviews)[1] if reviews else ()
        yield from (ReviewedEntry(kind, id_, review, place in stale) for place, review in enumerate(reviews))
