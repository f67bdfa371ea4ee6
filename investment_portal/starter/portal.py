"""The files of a new portal: those of ``files/``, in which ``«name»`` stands for an answer or what follows from it.

Some of them are the generator's, not the portal's content: pipelines, settings of editors and of git. Their digests
stand in ``.starter.json``, by which ``upgrade`` knows which of them the portal has changed since.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_loader import load_text
from investment_portal.languages import LANGUAGES, Language
from investment_portal.schema_version import SCHEMA_VERSION
from investment_portal.starter.answers import SECTORS_FILE, PortalAnswers, sectors
from investment_portal.validation.json_schema_files import SchemaFile, as_text, connection, schema_files
from investment_portal.version import version

FILES = Path(__file__).with_name("files")
PLACEHOLDER = re.compile("«([a-z_]+)»")
FIGURES = re.compile("[0-9.-]+")
YAML = (".yaml", ".yml")
SECTOR = re.compile(r"^([a-z-]+):\n(?: .*\n)+", re.MULTILINE)
"""A sector in the list to choose from."""

RECORD = ".starter.json"
EDITOR = ".vscode/settings.json"
REQUIREMENTS = "requirements.txt"


def portal_files(new: PortalAnswers, language: Language) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file; ``language`` is that of the hints in editors."""
    texts = _texts(new)
    for path in sorted(FILES.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(FILES).as_posix(), _filled(path, texts)
    yield "district/sectors.yaml", _sectors(new.sectors)
    schemas = schema_files(language)
    yield EDITOR, _editor_settings(schemas)
    for file in schemas:
        yield file.path, as_text(file.schema)
    yield RECORD, starter_record({name: digest_of_text(text) for name, text in generator_files().items()})


def generator_files() -> dict[str, str]:
    """Return the text of each file of a portal that is the generator's, by path: hidden files but the record."""
    paths = (path for path in sorted(FILES.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    names = {path.relative_to(FILES).as_posix(): path for path in paths}
    files = {name: path.read_text("utf-8") for name, path in names.items() if name.startswith(".")}
    return {**files, EDITOR: _editor_settings(schema_files(LANGUAGES[0]))}


def digest_of_text(text: str) -> str:
    """Return the digest of a text; line ends of Windows do not count."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def starter_record(digests: Mapping[str, str]) -> str:
    """Return the text of the record: the version of the generator, and the files as it wrote them."""
    return json.dumps({"version": version(), "files": dict(sorted(digests.items()))}, indent=2) + "\n"


def _editor_settings(schemas: list[SchemaFile]) -> str:
    settings = {"files.eol": "\n", **json.loads(connection(schemas))}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _filled(path: Path, texts: Mapping[str, str]) -> str:
    """Return the text of a file with its placeholders filled."""
    value = _scalar if path.suffix in YAML else str
    return PLACEHOLDER.sub(lambda match: value(texts[match[1]]), path.read_text("utf-8"))


def _scalar(text: str) -> str:
    """Return a text as a value in YAML: in quotes where it would mean something else; figures are parts of values."""
    if FIGURES.fullmatch(text):
        return text
    try:
        content = load_text(f"text: {text}\n")
        plain = content.value == {"text": text} and not content.faults
    except Unreadable:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def _sectors(chosen: tuple[str, ...]) -> str:
    """Return the file of sectors, in the order in which they were chosen."""
    known = {match[1]: match[0] for match in SECTOR.finditer(SECTORS_FILE.read_text("utf-8"))}
    head = "# 主导产业；行业代码按国家标准 GB/T 4754-2017 · sectors, with their classes of GB/T 4754-2017\n"
    return head + "".join(known[id_] for id_ in chosen)


def _texts(new: PortalAnswers) -> dict[str, str]:
    """Return the texts of the placeholders."""
    names = {language: [sectors()[id_]["name"][language] for id_ in new.sectors] for language in LANGUAGES}
    (district, district_en), year = new.district, new.day.year
    short = re.sub(" (?:District|County|Prefecture|Town)$", "", district_en)
    first = new.sectors[0]
    return {
        "schema_version": str(SCHEMA_VERSION),
        "version": version(),
        "district_zh": district,
        "district_en": district_en,
        "city_zh": new.city.zh,
        "city_en": new.city.en,
        "portal_zh": f"{district}投资促进门户",
        "portal_en": f"Invest in {short}",
        "description_zh": f"{new.city.zh}{district}招商引资门户，中英文对照，每条信息注明核实日期。",
        "description_en": f"The investment portal of {district_en}, {new.city.en}. "
        "Every record says when it was last verified.",
        "keywords_zh": ",".join([district, "招商引资", "招商项目", "投资政策", "产业园区", *names["zh"]]),
        "keywords_en": ",".join([short, "investment", "projects", "incentives", "parks", *names["en"]]),
        "organiser_zh": f"{district}人民政府（示例）",
        "organiser_en": f"People's Government of {district_en} (example)",
        "operator_zh": f"{district}投资促进局（示例）",
        "operator_en": f"{short} Investment Promotion Bureau (example)",
        "address": new.address,
        "main_colour": new.main_colour,
        "accent_colour": new.accent_colour,
        "sector": first,
        "industry_code": sectors()[first]["industry_codes"][0],
        "today": new.day.isoformat(),
        "year": str(year),
        "last_year": str(year - 1),
        "next_year": str(year + 1),
        "in_two_years": str(year + 2),
    }
