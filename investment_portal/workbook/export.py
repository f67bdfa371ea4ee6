"""Export records into a workbook."""

from collections.abc import Sequence
from pathlib import Path

from investment_portal.languages import Language
from investment_portal.models.kinds import KINDS
from investment_portal.workbook.exported import exported_state, names_in, read_records, sheets_of
from investment_portal.workbook.writing import workbook_bytes


def export_records(root: Path, kinds: Sequence[str], language: Language) -> tuple[bytes, int]:
    """Return the workbook of the records of these kinds, and how many they are."""
    everything = read_records(root, tuple(KINDS))
    records = everything.of_kinds(kinds)
    names = names_in(everything.values)
    sheets = sheets_of(records, kinds, names, language)
    content = workbook_bytes(sheets, names, exported_state(records, kinds), language)
    return content, len(records.values)
