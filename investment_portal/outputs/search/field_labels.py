"""Labels of fields as search words that lead to the records that fill them."""

from collections.abc import Iterator
from functools import cache

from investment_portal.languages import Language
from investment_portal.models.base import Model, fields_of, label_of, models_in
from investment_portal.models.kinds import KINDS
from investment_portal.outputs.search.documents import NOT_SEARCHED


@cache
def labels(kind: str, language: Language) -> tuple[str, ...]:
    """Return the labels of a kind's fields, those of the groups inside it included."""
    return tuple(dict.fromkeys(_labels(KINDS[kind].model, language)))


def _labels(model: type[Model], language: Language) -> Iterator[str]:
    for name, info in fields_of(model).items():
        if name not in NOT_SEARCHED:
            yield label_of(model, name).in_(language)
            for inner in models_in(info.type):
                yield from _labels(inner, language)
