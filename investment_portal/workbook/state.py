"""The files of records as they stood at the export, in a hidden sheet: an import compares with them."""

import base64
import json
import zlib
from collections.abc import Iterable, Mapping

from investment_portal.languages import Sentence
from investment_portal.refusals import RefusedError
from investment_portal.value import Value

FORMAT = 1
PIECE = 32_000
"""Characters of the state in each cell."""
LARGEST = 1 << 30
"""Bytes of the largest state that is unpacked."""

DAMAGED = Sentence(
    "这份工作簿里没有导出时的状态（隐藏的工作表被删除或改动），无法分辨改了什么。请重新导出，再把修改抄过去。",
    "This workbook lacks the state of its export (a hidden sheet was deleted or changed), so that changes cannot be "
    "recognised. Export again and copy your changes over.",
)
NEWER = Sentence(
    "这份工作簿由更新版本的生成器导出，请用新版本导入。",
    "A newer version of the generator exported this workbook: import it with that version.",
)


class StateError(RefusedError):
    """A workbook without the state of its export."""


class ExportedState(Value):
    """The kinds that were exported, and the texts of their files."""

    kinds: tuple[str, ...]
    texts: Mapping[str, str]


def packed(state: ExportedState) -> Iterable[str]:
    """Yield the state in pieces that fit into cells."""
    content = json.dumps({"format": FORMAT, "kinds": state.kinds, "texts": state.texts}, ensure_ascii=False)
    text = base64.b64encode(zlib.compress(content.encode("utf-8", "surrogatepass"), 6)).decode()
    return (text[start : start + PIECE] for start in range(0, len(text), PIECE))


def unpacked(pieces: Iterable[str]) -> ExportedState:
    """Return the state of pieces; raise ``StateError`` where they are not those of an export."""
    try:
        raw = base64.b64decode("".join(pieces), validate=True)
        content = zlib.decompressobj().decompress(raw, LARGEST)
        value = json.loads(content.decode("utf-8", "surrogatepass"))
        format_, kinds, texts = value["format"], tuple(map(str, value["kinds"])), value["texts"]
        state = ExportedState(kinds, {str(name): str(text) for name, text in texts.items()})
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise StateError(DAMAGED) from error
    if format_ != FORMAT:
        raise StateError(NEWER)
    return state
