"""From bytes on disk to text that is safe to parse."""

from pathlib import Path

from catalog.languages import Sentence
from catalog.read.fault import Fault, Unreadable

LARGEST = 256 * 1024
"""Bytes in the largest record that is read; the longest of the first portal has 9 KiB."""


def unreadable(rule: str, zh: str, en: str, hint: Sentence = Sentence("", ""), line: int = 0) -> Unreadable:
    """Shorten the making of a fault of the whole file."""
    return Unreadable(Fault(rule, Sentence(zh, en), hint, line, 1 if line else 0))


def read_bytes(path: Path, root: Path) -> bytes:
    """Read a file of the portal; links that lead out of it, and oversized files, are refused."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise unreadable("link-outside", "链接指向门户目录之外。", "The link leads out of the portal.",
                         Sentence("请把文件复制进来。", "Copy the file into the portal instead."))  # fmt: skip
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise unreadable("file-too-large", f"文件有 {size} 字节，最多 {LARGEST} 字节。",
                             f"The file has {size} bytes; {LARGEST} at the most.")  # fmt: skip
        return path.read_bytes()
    except OSError as error:
        raise unreadable("unreadable", f"文件打不开：{error.strerror}。", f"The file cannot be opened: {error.strerror}.") from error


def decode(raw: bytes) -> str:
    """Turn bytes into text: UTF-8 without a byte order mark, without control characters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unreadable("encoding", "文件是 UTF-16 编码，应为 UTF-8。", "The file is UTF-16; it must be UTF-8.", SAVE)
    if raw.startswith(b"\xef\xbb\xbf"):
        raise unreadable("encoding", "文件以 BOM 开头，应为不带 BOM 的 UTF-8。",
                         "The file starts with a byte order mark; it must be UTF-8 without one.", SAVE, 1)  # fmt: skip
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise unreadable("encoding", "文件不是 UTF-8 编码（可能是 GBK）。", "The file is not UTF-8 (perhaps GBK).", SAVE, line) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise unreadable("control-character", "文件里有 NUL 字符，可能已损坏。", "The file holds a NUL character; it may be damaged.", line=line)
    return text


SAVE = Sentence("在编辑器里选“另存为 UTF-8（无 BOM）”。", "Choose “Save with encoding: UTF-8” in the editor.")
