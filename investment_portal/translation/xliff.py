"""Texts for a translator as XLIFF 2.0, which programs for translators open."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, indent, tostring

from investment_portal.languages import HTML_LANGUAGES, Language, Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.refusals import RefusedError
from investment_portal.translation.returned import ReturnedText, returned_text
from investment_portal.translation.units import TranslationState, TranslationUnit, digest
from investment_portal.workbook.cell_types import TypedCell

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
LARGEST = 64 << 20
"""Bytes of the largest file that is read."""

STATES = {
    TranslationState.MISSING: "initial",
    TranslationState.IDENTICAL: "initial",
    TranslationState.STALE: "translated",
    TranslationState.DONE: "reviewed",
}
"""The states of XLIFF 2.0."""

UNREADABLE = Sentence("“{}”不是能读的 XLIFF 2.0 文件。", "“{}” is no XLIFF 2.0 file that can be read.")


class XliffError(RefusedError):
    """A file that is no XLIFF we read."""


def xliff_of(units: Sequence[TranslationUnit], language: Language) -> bytes:
    """Return the texts as XLIFF 2.0, a file element for each record; the same texts give the same bytes."""
    root = Element(
        "xliff",
        {"xmlns": NAMESPACE, "version": "2.0", "srcLang": HTML_LANGUAGES["zh"], "trgLang": HTML_LANGUAGES["en"]},
    )
    for (kind, id_), group in groupby(units, key=lambda unit: (unit.kind, unit.id)):
        place = KINDS[kind].place
        original = place if KINDS[kind].is_file else f"{place}/{id_}.yaml"
        file = SubElement(root, "file", {"id": f"{kind}.{id_}", "original": original})
        for number, unit in enumerate(group, 1):
            _add_unit(file, unit, number, language)
    indent(root)
    body: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _add_unit(file: Element, unit: TranslationUnit, number: int, language: Language) -> None:
    element = SubElement(file, "unit", {"id": f"u{number}", "name": unit.key})
    notes = SubElement(element, "notes")
    label = " · ".join(part.in_(language) for part in unit.labels)
    for category, text in (
        ("field", label),
        ("state", unit.state.label.in_(language)),
        *(("term", f"{zh} = {en}") for zh, en in unit.terms),
        ("source", digest(unit.source)),
        ("exported", digest(unit.target)),
    ):
        SubElement(notes, "note", {"category": category}).text = text
    segment = SubElement(element, "segment", {"state": STATES[unit.state]})
    keep = {"xml:space": "preserve"}
    SubElement(segment, "source", keep).text = unit.source.rstrip("\n")
    if unit.target:
        SubElement(segment, "target", keep).text = unit.target.rstrip("\n")


def read_xliff(path: Path) -> Iterator[ReturnedText]:
    """Yield the translations of a file; raise ``XliffError`` where it is none. Segments of a text are joined."""
    unreadable = XliffError(Sentence(*(part.format(path.name) for part in UNREADABLE)))
    try:
        if path.stat().st_size > LARGEST:
            raise unreadable
        content = path.read_bytes()
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:  # entities could make a small file fill the memory
            raise unreadable
        root = fromstring(content)  # noqa: S314 - without entities, see above
    except (OSError, ParseError, ValueError) as error:
        raise unreadable from error
    if root.tag != f"{{{NAMESPACE}}}xliff":
        raise unreadable
    for unit in root.iter(f"{{{NAMESPACE}}}unit"):
        key = unit.get("name", "")
        notes = {note.get("category"): note.text or "" for note in unit.iter(f"{{{NAMESPACE}}}note")}
        parts = ("".join(target.itertext()) for target in unit.iter(f"{{{NAMESPACE}}}target"))
        target = TypedCell("".join(parts))
        if "#" in key:
            yield returned_text(key, key, target, notes.get("source", ""), notes.get("exported", ""))
