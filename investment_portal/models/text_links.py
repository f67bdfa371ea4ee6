"""Links in the texts of records: how they are written, and to which page of the site they lead."""

import posixpath
import re
from collections.abc import Iterator

from investment_portal.languages import LANGUAGES
from investment_portal.models.kinds import KINDS
from investment_portal.value import Value

LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]+)\](?P<gap>[ \u3000]*)(?P<open>[(（])"
    r"(?P<target>[^()（）\n]*(?:\([^()\n]*\)[^()（）\n]*)*)(?P<close>[)）])"
)
"""``[text](target)``, also with a space or Chinese brackets, which Markdown does not take for a link."""

ELSEWHERE = re.compile(r"https?://[^/]|mailto:|tel:", re.IGNORECASE)
NO_LINK = re.compile(r"(?:javascript|vbscript|file|data):", re.IGNORECASE)
"""Targets that Markdown takes for no link: such a text is shown as it is typed."""

RECORD_FILE = re.compile(r"(?:\.{1,2}/)*(?P<file>[a-z][a-z/-]*(?:/[a-z0-9-]+)?)\.yaml(?:#(?P<anchor>.*))?")
PAGE_FILE = re.compile(rf"(?:\.{{1,2}}/)*docs/(?:{'|'.join(LANGUAGES)})/(?P<page>.+)\.md(?P<anchor>#.*)?")


class TextLink(Value):
    """A link as it is typed: its text, its target, and whether its brackets are those of Markdown."""

    typed: str
    text: str
    target: str
    well_formed: bool


def links_in(text: str) -> Iterator[TextLink]:
    """Yield the links of a text."""
    for match in LINK.finditer(text) if "](" in text or "]（" in text or "] (" in text else ():
        well_formed = not match["gap"] and match["open"] == "(" and match["close"] == ")"
        yield TextLink(match[0], match["text"], match["target"].strip(), well_formed)


def site_address(target: str) -> str | None:
    """Return the address to which a target leads, below the root of the text's language; None where it leads elsewhere.

    Targets are files of records (``../policies/ID.yaml``), files of pages (``../docs/zh/about.md``), and addresses from
    the root (``/projects/ID/``).
    """
    if target.startswith("/") and not target.startswith("//"):
        return target[1:]
    page = PAGE_FILE.fullmatch(target)
    if page:
        name = page["page"]
        stem = "" if name == "index" else name.removesuffix("/index")
        return (f"{stem}/" if stem else "") + (page["anchor"] or "")
    record = RECORD_FILE.fullmatch(target)
    return _record_address(record["file"], record["anchor"] or "") if record else None


def _record_address(file: str, anchor: str) -> str | None:
    folder, _, id_ = file.rpartition("/")
    for kind in KINDS.values():
        if kind.place == f"{file}.yaml":
            return kind.address(anchor) or None
        if kind.place == folder:
            address = kind.address(id_)
            return f"{address}#{anchor}" if anchor and address else address or None
    return None


def file_in_portal(file: str, target: str) -> str:
    """Return the path in the portal of a file to which a text in another one leads."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), target.partition("#")[0]))
