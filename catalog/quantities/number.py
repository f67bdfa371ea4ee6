"""Plain numbers: only what was typed as a number counts, never a text or a yes that looks like one."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, StrictInt, WithJsonSchema

from catalog.languages import NOTHING, Sentence
from catalog.problems.got import got
from catalog.quantities.refusal import refusal


def parse_number(value: object) -> Decimal:
    """Take a whole number or a decimal as it was typed."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    typed = got(value)
    hint = UNQUOTE if isinstance(value, str) and NUMERAL.fullmatch(value) else NOTHING
    raise refusal(
        "bad-type", f"应为数字，例如 12 或 3.5；{typed.zh}。", f"Must be a number, as 12 or 3.5; {typed.en}.", hint
    )


NUMERAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
UNQUOTE = Sentence("去掉引号。", "Delete the quotes.")

Number = Annotated[Decimal, BeforeValidator(parse_number), WithJsonSchema({"type": "number"})]
"""A number with or without decimals."""

Whole = StrictInt
"""A whole number."""
