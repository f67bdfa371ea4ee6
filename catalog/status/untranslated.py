"""Texts and pages whose English is still Chinese."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.load.portal import Portal
from catalog.model.text import Text
from catalog.model.walk import each
from catalog.problems import Problem
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.read.fault import Unreadable
from catalog.read.text import decode, read_bytes
from catalog.status.concern import Concern

SAID = Sentence("英文里多半还是中文。", "The English is mostly Chinese still.")
HINT = Sentence("译成英文；专名可保留中文并加英文说明。", "Translate it; a proper name may stay beside its English.")


def look(portal: Portal, _day: date) -> Iterator[Finding | Problem]:
    """Look at every text of every record, and at the hand-written pages in English."""
    for kind, records in portal.catalog.records.items():
        for id_, record in records.items():
            for path, value in each(Text, record):
                if mostly_chinese(value.en):
                    yield Finding("untranslated", kind, id_, (*path, "en"), SAID, HINT, Level.WARNING)
    for page in sorted((portal.root / "docs" / "en").rglob("*.md")):
        try:
            text = decode(read_bytes(page, portal.root))
        except Unreadable:  # an error of its own
            continue
        if mostly_chinese(text):
            name = page.relative_to(portal.root).as_posix()
            yield Problem(name, 1, 1, "untranslated", "", SAID, HINT, Level.WARNING)


def mostly_chinese(text: str) -> bool:
    """Say whether Chinese signs outnumber Latin letters; a Chinese name within a sentence does not count."""
    chinese = sum("一" <= sign <= "鿿" for sign in text)
    return chinese > sum(sign.isascii() and sign.isalpha() for sign in text)


CONCERN = Concern("untranslated", Sentence("尚未翻译", "Not translated"), look)
