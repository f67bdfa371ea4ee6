"""From bytes on disk to text that is safe to parse, and the faults that stop it."""

import errno
import os
import re
import stat
from pathlib import Path

from investment_portal.characters import FOUND, name_of_sign
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import Level
from investment_portal.value import Value


class Fault(Value):
    """A mistake in the text of one file; ``line`` and ``column`` count from 1, 0 means the whole file."""

    rule: str
    sentence: Sentence
    hint: Sentence = NOTHING
    line: int = 0
    column: int = 0
    path: tuple[str | int, ...] = ()
    level: Level = Level.ERROR


class Unreadable(Exception):  # noqa: N818 - it is a finding about the file, which the caller turns into a problem
    """Ends the reading of one file; the faults say why."""

    def __init__(self, fault: Fault, *others: Fault) -> None:
        """Carry the faults; mostly there is one."""
        super().__init__(fault.sentence.en)
        self.fault = fault
        self.faults = [fault, *others]


COMMENT_IN_TEXT = "comment-in-text"
"""The rule about comments behind values; it counts where the value is a text."""

LOST_PARAGRAPHS = "lost-paragraphs"
"""The rule about texts of several lines; it counts unless the value is refused for another reason."""

LIST_MARK = "list-mark"
"""The rule about signs before entries; it counts where the value should be a list."""

DEFERRED = frozenset({COMMENT_IN_TEXT, LOST_PARAGRAPHS, LIST_MARK})
"""Rules about values as typed, of which the field decides whether they count."""

LARGEST = 256 * 1024
"""Bytes in the largest record that is read; the longest of the first portal has 9 KiB."""

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and what is no character."""

SAVE = Sentence(
    "在编辑器里选“另存为 UTF-8（无 BOM）”。",
    "Save it anew in the editor with the encoding “UTF-8” (not “UTF-8 with BOM”).",
)
COPY = Sentence("请把文件本身复制进来。", "Copy the file itself into the portal instead.")
DELETE = Sentence("删去这个看不见的字符后再保存。", "Delete this invisible character and save again.")
LAST_WORD = re.compile(r"[^\s:：\"'{}\[\],，。]{1,20}\Z")
"""The word before a place."""

REMOVE = Sentence(
    "删去它；不好选中时，把这一行重新打一遍。", "Delete it; where it cannot be selected, type the line anew."
)
SPLIT = Sentence(
    "检查是否误贴了图片或整份文件；长文字请分成几份记录。", "Look for pasted pictures or files; split a long text."
)

REASONS = {
    errno.ENOENT: Sentence("文件不存在", "it does not exist"),
    errno.EACCES: Sentence("没有读取权限", "reading it is not permitted"),
    errno.EPERM: Sentence("没有读取权限", "reading it is not permitted"),
    errno.ELOOP: Sentence("链接互相指向", "its links form a circle"),
}


def unreadable(rule: str, sentence: Sentence, hint: Sentence = NOTHING, line: int = 0, column: int = 0) -> Unreadable:
    """Make the error that ends the reading of a file."""
    return Unreadable(Fault(rule, sentence, hint, line, column))


def not_opened(error: OSError, *, folder: bool = False) -> Unreadable:
    """Return the error for a file or folder that the system does not open."""
    reason = REASONS.get(error.errno or 0, Sentence(f"系统报告 {error.errno}", f"the system reports {error.errno}"))
    zh, en = ("文件夹", "folder") if folder else ("文件", "file")
    sentence = Sentence(f"{zh}打不开：{reason.zh}。", f"The {en} cannot be opened: {reason.en}.")
    return unreadable("unreadable", sentence, COPY if error.errno == errno.ELOOP else NOTHING)


def check_inside(path: Path | str, root: Path | str) -> str:
    """Return the real path of a file or folder; refuse a link that leads out of the portal."""
    real, top = os.path.realpath(path), os.path.realpath(root)
    if real != top and not real.startswith(os.path.join(top, "")):  # noqa: PTH118 - as fast as possible, per file
        sentence = Sentence("链接不得指向门户目录之外。", "A link must not lead out of the portal.")
        raise unreadable("link-outside", sentence, COPY)
    return real


def check_file(path: Path | str, root: Path | str) -> int:
    """Return the size of a file; refuse a link that leads out of the portal, and what is no file."""
    check_inside(path, root)
    try:
        state = os.stat(path)  # noqa: PTH116 - the same
    except OSError as error:
        raise not_opened(error) from error
    if not stat.S_ISREG(state.st_mode):
        sentence = Sentence("应为文件，实际是文件夹或其他东西。", "Must be a file; got a folder or something else.")
        raise unreadable("unreadable", sentence)
    return state.st_size


def read_bytes(path: Path, root: Path) -> bytes:
    """Read a file of the portal; links that lead out of it, oversized files and what is no file are refused."""
    size = check_file(path, root)
    if size > LARGEST:
        sentence = Sentence(
            f"文件最大 {LARGEST} 字节，实际有 {size} 字节。",
            f"A file has {LARGEST} bytes at the most; this one has {size}.",
        )
        raise unreadable("file-too-large", sentence, SPLIT)
    try:
        return path.read_bytes()
    except OSError as error:
        raise not_opened(error) from error


def decode(raw: bytes) -> str:
    """Turn bytes into text: UTF-8 without a byte order mark, without control characters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        sentence = Sentence("文件应为 UTF-8 编码，实际是 UTF-16。", "The file must be UTF-8; it is UTF-16.")
        raise unreadable("encoding", sentence, SAVE)
    if raw.startswith(b"\xef\xbb\xbf"):
        sentence = Sentence(
            "文件应为不带 BOM 的 UTF-8，实际以 BOM 开头。", "The file must be UTF-8 without a byte order mark."
        )
        raise unreadable("encoding", sentence, SAVE, 1, 1)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        sentence = Sentence(
            "文件应为 UTF-8 编码，实际不是（可能是 GBK）。", "The file must be UTF-8; it is not (perhaps GBK)."
        )
        raise unreadable("encoding", sentence, SAVE, line, 1) from error
    match = FORBIDDEN.search(text)
    if match:
        before = text[: match.start()]
        line, column = before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1
        sign = f"U+{ord(match[0]):04X}"
        sentence = Sentence(
            f"文件里不得有控制字符，这里有 {sign}。", f"A file must hold no control characters; here is {sign}."
        )
        raise unreadable("control-character", sentence, DELETE, line, column)
    return text


def invisible_faults(text: str) -> list[Fault]:
    """Return a fault for every line that holds characters that nobody can see, at the first of them."""
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        signs = FOUND.findall(line)
        if signs:
            place = line.index(signs[0])
            faults.append(Fault("invisible-character", *hidden_after(line[:place], signs), number, place + 1))
    return faults


def hidden_after(before: str, signs: list[str]) -> tuple[Sentence, Sentence]:
    """Return the message that characters which cannot be seen stand behind a text, and how to mend it."""
    names = [name_of_sign(sign) for sign in dict.fromkeys(signs)]
    zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
    word = LAST_WORD.search(before)
    where = Sentence(f"“{word[0]}”后面", f"After “{word[0]}”") if word else Sentence("开头", "At the beginning")
    many = Sentence(f"，共 {len(signs)} 个", f"; {len(signs)} in all") if len(signs) > 1 else NOTHING
    sentence = Sentence(
        f"{where.zh}有看不见的字符：{zh}{many.zh}。", f"{where.en} there is an invisible character: {en}{many.en}."
    )
    return sentence, REMOVE
