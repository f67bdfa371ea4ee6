"""All that is really known of the first portal's district stands on its site, with source and date."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from investment_portal.languages import LANGUAGES, Language, language_path
from tests.markup import squeeze
from tests.sites import Site

FACTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))
IN_THE_TEXT = ("policies/epidemic-support/",)
"""Pages that name the source inside their text, which the list of facts quotes: their other contents have none."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_told(real: Site, language: Language) -> None:
    """In both languages."""
    lost = [
        f"{fact['page']}: {statement}"
        for fact in FACTS
        for statement in fact[language]
        if squeeze(statement) not in real.pages[f"{language_path(language)}{fact['page']}index.html"].text
    ]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_source_and_date(real: Site, language: Language) -> None:
    """On the same page: who published it, and when."""
    texts = {"zh": "来源：四川在线《", "en": "Source: Sichuan Online, “"}
    day = {"zh": "2020年12月8日", "en": "8 December 2020"}
    for address in {fact["page"] for fact in FACTS} - {*IN_THE_TEXT}:
        text = real.pages[f"{language_path(language)}{address}index.html"].text
        assert squeeze(texts[language]) in text, address
        assert squeeze(day[language]) in text, address
