"""The rule about public addresses: a record or a page that was published keeps its address, or the address leads on."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from investment_portal.cache.published import PublishedFiles
from investment_portal.git import NoHistory
from investment_portal.history.gone_files import PAGES, GoneFile, GoneFiles
from investment_portal.history.log import read_blobs
from investment_portal.history.versions import read_version
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog, Key
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.problems import Level, Problem
from investment_portal.validation.record_files import SITE, owner_of

RULE = "lost-address"
SUMMARY = Sentence(
    "公开过的网址不得消失：改编号写 formerly，撤回写 withdrawn，移走的页面写进 former_addresses。",
    "An address that was public stays: list a renamed id under formerly, withdraw a record, list the address of a page "
    "that moved under former_addresses.",
)
ALIKE = 0.7
"""Share of its lines that a record must have from another one to count as the same record renamed."""

Read = Callable[[str], bytes | None]


def lost_addresses(  # noqa: PLR0913, PLR0917 - what was, and what is
    catalog: Catalog, gone: GoneFiles, present: Collection[str], read_gone: Read, read: Read, day: date
) -> Iterator[Problem]:
    """Yield a problem for each address that was public and that nothing stands at or leads on from.

    ``present`` are the files of the portal; ``read_gone`` returns the bytes of a file that is gone as they were last,
    ``read`` those of a present one. What vanishes on the day of its publication was a draft.
    """
    if "site" in catalog.unread or not (gone.files or gone.listed):
        return
    occupied = {moved.from_ for moved in catalog.site.former_addresses}
    occupied |= {address for name in present if (address := page_address(name))}
    former = {
        (kind, id_)
        for kind, records in catalog.records.items()
        for record in records.values()
        for id_ in getattr(record, "formerly", ())
    }
    for name, file in sorted(gone.files.items()):
        owner = owner_of(name)
        if owner is None:
            address = page_address(name)
            if address and address not in occupied and not _present(address, catalog):
                occupied.add(address)
                yield _lost(name, file.day, address, _page_hint(address))
        elif owner[1] and KINDS[owner[0]].has_pages and owner not in former and owner[1] not in catalog.ids[owner[0]]:
            address = KINDS[owner[0]].address(owner[1])
            record = read_version(*owner, raw) if address not in occupied and (raw := read_gone(name)) else None
            if record and record.published_on < (file.day or day):
                yield _lost(name, file.day, address, _hint(owner[1], record, file, raw or b"", read))
    yield from _lost_in_lists(catalog, gone, occupied)


def hidden_again(upcoming: Mapping[Key, date], last: Callable[[str], bytes | None], day: date) -> Iterator[Problem]:
    """Yield a problem for each public record that waits for a ``publish_from`` which was added later.

    ``last`` returns the bytes of a record's file as it was last public.
    """
    for (kind, id_), publish_from in upcoming.items():
        name = f"{KINDS[kind].place}/{id_}.yaml"
        if not KINDS[kind].has_pages or KINDS[kind].is_file or (raw := last(name)) is None:
            continue
        record = read_version(kind, id_, raw)
        if record and record.published_on < day:
            address = KINDS[kind].address(id_)
            sentence = Sentence(
                f"此记录已公开，写了 publish_from: {publish_from}，到那天之前网址 /{address} 会失效。",
                f"This record is public already: with publish_from: {publish_from} its address /{address} "
                "would be lost until that day.",
            )
            yield Problem(name, 0, 0, RULE, "publish_from", sentence, HIDDEN_HINT, Level.WARNING)


HIDDEN_HINT = Sentence(
    "删去 publish_from；不再提供的写 withdrawn（日期和原因）。",
    "Delete publish_from; if it is no longer offered, write withdrawn with day and reason.",
)


def _lost_in_lists(catalog: Catalog, gone: GoneFiles, occupied: set[str]) -> Iterator[Problem]:
    for kind, ids in gone.listed.items():
        for id_ in ids if kind not in catalog.unread else ():
            address = KINDS[kind].address(id_)
            if id_ not in catalog.ids[kind] and address not in occupied:
                yield _lost(KINDS[kind].place, None, address, _page_hint(address))


def _lost(name: str, day: date | None, address: str, hint: Sentence) -> Problem:
    listed = any(kind.place == name for kind in KINDS.values())
    zh, en = ("其中一条记录", "A record of this file") if listed else ("此文件", "This file")
    when = Sentence(f"于 {day} ", f" on {day}") if day else Sentence("", "")
    sentence = Sentence(
        f"{zh}已{when.zh}删除或改名，公开过的网址 /{address} 会失效。",
        f"{en} was deleted or renamed{when.en}: the public address /{address} would be lost.",
    )
    return Problem(name, 0, 0, RULE, "", sentence, hint)


def _hint(id_: str, record: Record, file: GoneFile, raw: bytes, read: Read) -> Sentence:
    """Return what to do about a record, with the one that it seems to have become."""
    new = _renamed(raw, file.added, read)
    if new:
        return Sentence(
            f"看来改成了 {new}：在那份文件里写 formerly: [{id_}]。",
            f"It looks renamed to {new}: write formerly: [{id_}] there.",
        )
    never = f"{SITE} (former_addresses)"
    if record.withdrawn:
        return Sentence(
            "恢复这份文件：撤回的记录保留页面。", "Restore the file: a record that was withdrawn keeps its page."
        )
    return Sentence(
        f"改了编号，就在新文件里写 formerly: [{id_}]；不再提供，就恢复这份文件并写 withdrawn（日期和原因）；"
        f"从未公开过，就把网址列入 {never}。",
        f"If it was renamed, write formerly: [{id_}] into the new file; if it is no longer offered, restore the file "
        f"and write withdrawn with day and reason; if it was never public, list the address in {never}.",
    )


def _page_hint(address: str) -> Sentence:
    return Sentence(
        f"恢复它，或在 {SITE} 的 former_addresses 里写 {{from: {address}, to: 新网址/}}；不写 to 就是放弃这个网址。",
        f"Restore it, or write {{from: {address}, to: NEW/}} under former_addresses in {SITE}; without to "
        "the address is given up.",
    )


def _renamed(raw: bytes, added: Sequence[str], read: Read) -> str | None:
    """Return the file that has most lines of a record, if it has nearly all."""
    lines = Counter(raw.splitlines())
    shares = {}
    for name in added:
        content = read(name)
        if content:
            other = Counter(content.splitlines())
            shares[name] = (lines & other).total() / max(lines.total(), other.total())
    best = max(shares, key=lambda name: shares[name], default=None)
    return best if best and shares[best] >= ALIKE else None


def page_address(name: str) -> str:
    """Return the address of a content page; nothing for other files."""
    folder = next((place for place in PAGES if name.startswith(f"{place}/")), None)
    stem = name.removeprefix(f"{folder}/").removesuffix(".md")
    hidden = any(part.startswith((".", "_")) for part in stem.split("/"))
    if folder is None or not name.endswith(".md") or hidden or stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def _present(address: str, catalog: Catalog) -> bool:
    """Return whether a record stands at the address of a page."""
    column, _, id_ = address.rstrip("/").partition("/")
    return any(kind.column == column and id_ in catalog.ids[kind.name] for kind in KINDS.values())


def reader_of_gone(root: Path, gone: GoneFiles, published: PublishedFiles) -> Read:
    """Return a function that reads a file that is gone, as it was last."""

    def read(name: str) -> bytes | None:
        blob = gone.files[name].blob
        if not blob:
            return published.content(name)
        try:
            return next((raw for _, raw in read_blobs(root, [blob])), None)
        except NoHistory:
            return None

    return read
