"""Rules about pictures: the review number of a map."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.media import Image, ImageKind
from investment_portal.models.reference import each
from investment_portal.validation.rule import RecordCheck, Rule, Violation


def check_map_review(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield pictures of the kind map without a review number."""
    for path, image in each(Image, record):
        if image.kind is ImageKind.MAP and not image.review_number:
            sentence = Sentence(
                "地图应有审图号（review_number），实际没有。",
                "A map needs its review number (review_number); there is none.",
            )
            hint = Sentence(
                "补上审图号；不显示边界的示意图用 kind: schematic。",
                "Add it; a sketch that shows no boundary is kind: schematic.",
            )
            yield Violation(path, sentence, hint)


MAP_REVIEW = Rule(
    "map-review",
    Sentence("地图须有审图号。", "A map carries its review number."),
    [RecordCheck(Model, check_map_review, readable=True)],
)
