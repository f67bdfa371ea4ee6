"""A map must carry its review number (审图号)."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.media import Image, ImageKind
from catalog.model.walk import each
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_record(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield pictures of the kind map without a review number."""
    for path, image in each(Image, record):
        if image.kind is ImageKind.MAP and not image.review_number:
            said = Sentence(
                "地图应有审图号（review_number），实际没有。",
                "A map needs its review number (review_number); there is none.",
            )
            hint = Sentence(
                "补上审图号；不显示边界的示意图用 kind: schematic。",
                "Add it; a sketch that shows no boundary is kind: schematic.",
            )
            yield Violation(path, said, hint)


RULE = Rule(
    "map-review",
    Sentence("地图须有审图号。", "A map carries its review number."),
    [RecordCheck(Model, check_record)],
)
