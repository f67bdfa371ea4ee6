"""``new``: a record to start from, with everything said that may be written in it."""

import argparse
from collections.abc import Mapping

from investment_portal.cli.command import DONE, Command, Misuse, Run, add_date, today
from investment_portal.editing.scaffold.files import append, write_file
from investment_portal.editing.scaffold.record import Draft, Drafted, listed_record, record_file
from investment_portal.editing.scaffold.request import (
    Refused,
    given_for,
    kind_named,
    project_kind_named,
    require_free,
    required_by_rules,
)
from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.kinds import KINDS
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.record_reader import read_portal

KIND = Sentence(f"记录种类：{'、'.join(KINDS)}", f"kind of record: {', '.join(KINDS)}")
ID = Sentence("编号：小写字母、数字和连字符", "id: small letters, digits and hyphens")
FOR = Sentence(
    f"项目类别（{'、'.join(ProjectKind)}），默认 investment",
    f"kind of project ({', '.join(ProjectKind)}); default: investment",
)


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar="KIND", help=KIND.in_(language))
    parser.add_argument("id", metavar="ID", help=ID.in_(language))
    parser.add_argument("--for", dest="project", default=None, metavar="PROJECT-KIND", help=FOR.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Make the record and say what to do next."""
    try:
        _make(call)
    except Refused as refused:
        raise Misuse(refused.sentence) from refused
    return DONE


def _make(call: Run) -> None:
    kind = kind_named(call.options.kind)
    project = project_kind_named(call.options.project, kind)
    day = today(call)
    portal = read_portal(call.root)
    id_ = call.options.id
    require_free(id_, kind, portal)
    draft = Draft(_names(portal), given_for(kind.name, project, day), required_by_rules(kind.name, project))
    if kind.is_file:
        drafted = listed_record(kind, id_, draft)
        if append(call.root / kind.place, call.root, drafted.text):
            call.print_sentence(Sentence(f"已加在 {kind.place} 的末尾。", f"Added at the end of {kind.place}."))
        else:
            call.print_sentence(Sentence(f"请把下面几行加进 {kind.place}：", f"Put these lines into {kind.place}:"))
            print(drafted.text)
    else:
        drafted = record_file(kind, draft)
        place = f"{kind.place}/{id_}.yaml"
        write_file(call.root / place, call.root, drafted.text)
        of = Sentence(f"（{project.label.zh}）", f" ({project.label.en})") if kind.name == "project" else NOTHING
        call.print_sentence(Sentence(f"已生成 {place}{of.zh}。", f"{place} written{of.en}."))
    call.print_sentence(_next(drafted, call.line("check")))


def _names(portal: LoadedPortal) -> Mapping[str, Mapping[str, Sentence]]:
    """Return the records that a reference can name."""
    names: dict[str, dict[str, Sentence]] = {kind: {} for kind in KINDS}
    for kind, records in portal.records.items():
        for id_, record in records.items():
            name = getattr(record, "name", None) or record.title
            names[kind][id_] = Sentence(name.zh, name.en)
    return names


def _next(drafted: Drafted, check: str) -> Sentence:
    return Sentence(
        f"下一步：填写 {'、'.join(drafted.empty)}，再运行 {check}。",
        f"Next: fill in {', '.join(drafted.empty)}, then run {check}.",
    )


COMMAND = Command(
    "new",
    Sentence("新建一条带说明的记录", "make a commented record to start from"),
    options,
    run,
)
