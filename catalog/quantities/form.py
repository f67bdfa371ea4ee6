"""Texts of a fixed form: the pattern for machines, and the form in words for staff."""

import re
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from catalog.problems.got import got, spaced
from catalog.quantities.refusal import refusal
from catalog.value import Value


class Form(Value):
    """Demands that a text matches ``pattern`` as a whole; ``zh`` and ``en`` say the form in words, with an example."""

    pattern: str
    zh: str
    en: str
    longest: int = 200

    def check(self, value: object) -> str:
        """Refuse what is no text, and a text of another form."""
        if isinstance(value, str) and len(value) <= self.longest and re.fullmatch(self.pattern, value, re.ASCII):
            return value
        typed = got(value)
        raise refusal("bad-form", f"{spaced('应为', self.zh)}；{typed.zh}。", f"Must be {self.en}; {typed.en}.")

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check instead of pydantic, so that a number too is told the form."""
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the form to editors by the pattern that the check itself uses."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "maxLength": self.longest}
