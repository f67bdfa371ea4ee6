"""The site as one zip file, to be opened from a memory stick: the site, a list of SHA-256 sums, and how to use both.

The same site gives the same bytes: entries are sorted and carry the earliest time that a zip file can hold.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from investment_portal.publish.deploy.release import Release
from investment_portal.value import Value

SITE = "site/"
"""The folder of the site within the pack."""

OPENING, READ_ME, SUMS = "OPEN.html", "READ-ME.txt", "SHA256SUMS"

TIME = (1980, 1, 1, 0, 0, 0)
COMPRESSED = frozenset({"avif", "gif", "jpeg", "jpg", "pdf", "png", "webp", "woff2", "xlsx", "zip"})
"""Endings of files that are compressed already."""

REDIRECT = (
    '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>Portal</title>'
    f'<meta http-equiv="refresh" content="0; url={SITE}index.html"></head>'
    f'<body><p><a href="{SITE}index.html">打开 · Open</a></p></body></html>\n'
)

TEXT = """\
离线版 · 版本 {release}
1. 先把压缩包完整解压到电脑或 U 盘，再打开 {opening}；不要在压缩包里直接打开。
2. 列表、筛选、搜索、匹配、测算、比较、选址、找联系人都能在断网时使用，内容以打包时为准。
3. 不能离线使用的：发送咨询（需要邮件程序和网络）、订阅、指向其他网站的链接、分享卡片。
   从磁盘打开时，有的浏览器不记住收藏清单，有的不允许复制，清单请用带网址的链接保存。
4. 核对是否被改动：在本文件夹运行 sha256sum -c {sums}（Windows 可用 certutil -hashfile 文件 SHA256 逐个核对）。

Offline copy · release {release}
1. Unpack the whole file to a computer or memory stick first, then open {opening}; do not open it inside the archive.
2. Lists, filters, search, matcher, cost sheet, comparison, requirements and the route finder work without a network,
   as of the day of this copy.
3. What needs a network: sending an enquiry (a mail program), subscriptions, links to other sites, share cards.
   Opened from disk, some browsers do not keep the shortlist and some refuse to copy: keep a list by its link.
4. To see whether anything was altered, run in this folder: sha256sum -c {sums} (on Windows compare single files with
   certutil -hashfile FILE SHA256).
"""


class Pack(Value):
    """A written pack: the number of its files, its size in bytes and its SHA-256."""

    files: int
    size: int
    sha256: str


def write_pack(release: Release, path: Path) -> Pack:
    """Write a release as a pack; a file that is not as it was built raises ``NotBuiltError``, and nothing is left."""
    partial = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with zipfile.ZipFile(partial, "w") as archive:
            sums: list[str] = []
            for name, content in _contents(release):
                archive.writestr(_entry(name), content)
                sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
                count += 1
            archive.writestr(_entry(SUMS), "".join(sums))
        with partial.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return Pack(count, path.stat().st_size, digest)


def _contents(release: Release) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a pack besides the list of sums, one at a time."""
    yield OPENING, REDIRECT.encode()
    yield READ_ME, TEXT.format(release=release.id, opening=OPENING, sums=SUMS).replace("\n", "\r\n").encode("utf-8-sig")
    for name in sorted(release.files):
        yield f"{SITE}{name}", release.read(name)
    for name, content in sorted(release.closing.items()):
        yield f"{SITE}{name}", content


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, TIME)
    entry.compress_type = zipfile.ZIP_STORED if name.rpartition(".")[2].lower() in COMPRESSED else zipfile.ZIP_DEFLATED
    entry.create_system = 3  # else it depends on the machine
    entry.external_attr = 0o644 << 16
    return entry
