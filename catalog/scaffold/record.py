"""The text of a new record: what must be filled first, the rest below it, commented out."""

from catalog.explain.entries import entries
from catalog.languages import Sentence
from catalog.model.kinds import Kind
from catalog.scaffold.asked import LEFT_OUT
from catalog.scaffold.lines import OFF, Draft, indented, off
from catalog.value import Value

CHECK = "python build_catalog.py check"
HEAD = (
    Sentence("新的{zh}：填写下面空着的各项，再运行 {check}。", "A new {en}: fill in what is empty, then run {check}."),
    Sentence("文件名就是编号，不用再写。", "The file's name is the id; do not write it again."),
    Sentence("文字里有“: ”或“ #”时，整段加引号。", "Quote a text that holds “: ” or “ #”."),
)
REST = Sentence(
    "以下各项可以不填；要用哪一项，删去它每行开头的“# ”。",
    "The rest is optional: to use a field, delete the “# ” that its lines begin with.",
)


class Drafted(Value):
    """The text of a record, and the keys that wait to be filled."""

    text: str
    empty: tuple[str, ...]


def record_file(kind: Kind, draft: Draft) -> Drafted:
    """Draft a file that holds one record."""
    names = {"zh": kind.label.zh, "en": kind.label.en, "check": CHECK}
    head = [f"{OFF}{sentence.format(**names)}" for one in HEAD for sentence in one]
    lines, empty = _fields(kind, draft)
    return Drafted("\n".join([*head, "", *lines]) + "\n", empty)


def listed_record(kind: Kind, id_: str, draft: Draft) -> Drafted:
    """Draft a record for the file that lists all of its kind by id."""
    lines, empty = _fields(kind, draft)
    return Drafted("\n".join([f"{id_}:", *(line.rstrip() for line in indented(lines))]) + "\n", empty)


def _fields(kind: Kind, draft: Draft) -> tuple[list[str], tuple[str, ...]]:
    fields = [one for one in entries(kind.model) if one.key not in LEFT_OUT]
    live = [one for one in fields if draft.live(one, one.key)]
    rest = [one for one in fields if one not in live]
    blocks = [draft.block(one) for one in live]
    if rest:
        blocks += [[f"{OFF}{sentence}" for sentence in REST], *(off(draft.block(one, used=False)) for one in rest)]
    return "\n\n".join("\n".join(block) for block in blocks).split("\n"), tuple(
        one.key for one in live if one.key not in draft.given
    )
