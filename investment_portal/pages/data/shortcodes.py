"""The data page: the files of each kind of record, what describes them, and examples of their use."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import Cell, Link, Part, ProseBlock, Section, Table
from investment_portal.formatting.markdown import rich
from investment_portal.formatting.numbers import plain
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.pages.data.published_records import FOLDER, PUBLISHED_KINDS
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.shortcode import Blocks, Shortcode

DESCRIPTIONS = {
    "openapi.json": "openapi",
    "datapackage.json": "datapackage",
    "catalog.jsonld": "catalog",
    "changes.json": "changes",
}
"""Files that describe the data, each with the end of its word."""

EXAMPLES: Mapping[str, str] = {
    "python": """import json
from urllib.request import urlopen

with urlopen("{root}projects.json") as response:
    projects = json.load(response)["records"]
sums = [
    project["investment"]["min"]
    for project in projects
    if project["status"]["value"] == "seeking"
    and project["investment"]
]
print(len(sums), sum(filter(None, sums)))""",
    "jq": """curl -s {root}policies.json \\
  | jq -r '.records[] | [.id, .name.{language}] | @tsv'""",
}
"""Examples by name; a test runs those in Python."""


class RecordCounts(Excerpt):
    """The number of records of each kind."""

    counts: dict[str, int]


def _counts(data: Dataset) -> RecordCounts:
    return RecordCounts({kind: len(records) for kind, records in data.records()})


def open_data(context: Context, excerpt: RecordCounts) -> Blocks:
    """Return the table of files, the descriptions, examples of use, and the licence."""
    words, root = context.words, site_root(context.catalog.site) + FOLDER
    files = [_files(context, name, kind, excerpt.counts[kind]) for name, kind in PUBLISHED_KINDS.items()]
    described = [[_link(context, name, name), Cell(words[f"data_about_{word}"])] for name, word in DESCRIPTIONS.items()]
    use = [ProseBlock(rich(words["data_how"])), *(part for name in EXAMPLES for part in _example(context, name, root))]
    return [
        _table(context, "files", ("kind", "count", "file"), files, words["data_files_note"]),
        _table(context, "descriptions", ("file", "about"), described),
        Section("use", words["data_use"], use),
        Section("terms", words["data_terms"], [ProseBlock(_terms(context))]),
    ]


def _table(context: Context, name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], note: str = "") -> Section:
    title = context.words[f"data_{name}"]
    return Section(name, title, [Table(title, [context.words[f"data_{column}"] for column in head], rows)], note)


def _files(context: Context, name: str, kind: str, count: int) -> list[Cell]:
    """Return the files of a kind: list, table, workbook, schema of a record."""
    label = KINDS[kind].label.in_(context.language)
    paths = (f"{name}.json", f"{name}.csv", f"{name}.xlsx", f"schema/{kind}.json")
    links = tuple(Link(path, context.shared(f"{FOLDER}{path}")) for path in paths)
    return [Cell(label[:1].upper() + label[1:]), Cell(plain(count), number=True), Cell(links)]


def _link(context: Context, text: str, path: str) -> Cell:
    return Cell(Link(text, context.shared(f"{FOLDER}{path}")))


def _example(context: Context, name: str, root: str) -> list[Part]:
    """Return a sentence that says what an example does, and the example."""
    code = EXAMPLES[name].format(root=root, language=context.language)
    shown = Markup('<pre tabindex="0"><code>{}</code></pre>').format(code)
    return [ProseBlock(rich(context.words[f"data_example_{name}"])), ProseBlock(shown)]


def _terms(context: Context) -> Markup:
    licence = context.catalog.site.data_licence
    if licence is None:
        return rich(context.words["data_no_licence"])
    return Markup('<p><a href="{}">{}</a></p>').format(licence.url, licence.name.in_(context.language))


SHORTCODES = (Shortcode("open-data", open_data, _counts),)
