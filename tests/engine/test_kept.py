"""What is kept of records: as good as what was read, and noted when it is read."""

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from catalog.kept.atoms import FIELDS, RECORDS, atoms_of, changes
from catalog.kept.box import close_box, open_box
from catalog.kept.contents import Contents
from catalog.kept.encode import encode
from catalog.kept.pack import Pack
from catalog.kept.records import Records
from catalog.kept.scan import FILES, FOLDERS, Scan
from catalog.kept.store import Damaged, Store
from catalog.kept.tracked import MOST_OPENED, OPENED, handle_of, track
from catalog.load.recall import recall_portal
from catalog.model.base import Model
from catalog.model.kinds import KINDS
from catalog.trace.reads import watching
from tests.overlay import PORTAL, WITHOUT_CACHE
from tests.sites import Site

CODE = b"test"


@pytest.fixture
def pack(tmp_path: Path) -> Iterator[Pack]:
    """Give an empty pack."""
    made = Pack(tmp_path / "pack", CODE)
    yield made
    made.close()


def records(site: Site) -> Iterator[tuple[str, Model]]:
    """Give every record with its kind."""
    yield "site", site.catalog.site
    for kind, own in site.catalog.records.items():
        yield from ((kind, record) for record in own.values())


def tracked(pack: Pack, kind: str, record: Model) -> Any:
    """Put a record into the pack and give it back."""
    (entry,) = pack.put(f"{kind}/{id(record)}", "digest", [encode("x", record)])
    return track(kind, entry, pack)


@pytest.mark.parametrize("name", ["real", "full"])
def test_a_tracked_record_is_its_record(name: str, pack: Pack, request: pytest.FixtureRequest) -> None:
    """In every way in which records are used."""
    for kind, record in records(request.getfixturevalue(name)):
        kept = tracked(pack, kind, record)
        assert isinstance(kept, type(record))
        assert kept == record
        assert record == kept
        assert repr({field: getattr(kept, field) for field in type(kept).model_fields}) == repr(record.__dict__)
        assert kept.model_dump() == record.model_dump()
        assert kept.model_dump_json(exclude_unset=True) == record.model_dump_json(exclude_unset=True)
        assert kept.model_fields_set == record.model_fields_set
        assert dict(kept) == dict(record)
        assert kept.model_copy(update={}) == record
        assert copy.deepcopy(kept) == record
        handle = handle_of(kept)
        assert handle
        handle.forget()
        assert kept == record


def test_every_reading_is_noted(full: Site, pack: Pack) -> None:
    """Of one field that field; of all at once, all."""
    kept = tracked(pack, "project", full.catalog.projects["old-mill"])
    with watching() as reads:
        assert kept.name
        assert kept.sector
    assert set(atoms_of(reads)) == {("project", "x", "name"), ("project", "x", "sector")}
    with watching() as reads:
        kept.model_dump()
    assert set(atoms_of(reads)) == {("project", "x", "*")}
    for whole in (dict, copy.copy, copy.deepcopy):
        with watching() as reads:
            whole(kept)
        assert set(atoms_of(reads)) == {("project", "x", "*")}
    with watching() as outer, watching() as inner:
        assert kept.kind
    assert not outer.records
    assert inner.records


def test_many_fields_count_as_a_record_and_many_records_as_a_column(full: Site, pack: Pack) -> None:
    """So that what a page depends on stays short."""
    project = full.catalog.projects["old-mill"]
    (entries) = [pack.put(str(number), "d", [encode(f"p{number}", project)])[0] for number in range(RECORDS + 1)]
    kept: list[Any] = [track("project", entry, pack) for entry in entries]
    with watching() as reads:
        for one in kept:
            assert one.sector
        assert kept[0].name
    assert set(atoms_of(reads)) == {("project", "", "sector"), ("project", "p0", "name")}
    with watching() as reads:
        for field in list(type(kept[0]).model_fields)[: FIELDS + 1]:
            getattr(kept[0], field)
    assert set(atoms_of(reads)) == {("project", "p0", "*")}


def test_changes_are_told_by_field() -> None:
    """And a record that comes or goes changes every column."""
    fields = ("name", "sector")
    before = {"a": b"11111111" + b"22222222", "b": b"11111111" + b"33333333"}
    assert not list(changes(before, dict(before), "project", fields))
    found = set(changes(before, {**before, "b": b"11111111" + b"44444444"}, "project", fields))
    assert found == {("project", "b", "*"), ("project", "b", "sector"), ("project", "", "sector")}
    gone = set(changes(before, {"a": before["a"]}, "project", fields))
    assert {("project", "*"), ("project", "b", ""), ("project", "", "name"), ("project", "", "sector")} <= gone
    assert ("project", "a", "name") not in gone
    turned = set(changes(before, {"b": before["b"], "a": before["a"]}, "project", fields))
    assert turned == {("project", "*")}


def test_long_fields_are_let_go(full: Site, pack: Pack) -> None:
    """Of ten thousand records only some are in memory at a time."""
    project = full.catalog.projects["hostile-hall"]
    for number in range(MOST_OPENED + 10):
        (entry,) = pack.put(str(number), "d", [encode(f"p{number}", project)])
        assert track("project", entry, pack).model_dump() == project.model_dump()
    assert len(OPENED) <= MOST_OPENED


def test_damage_in_the_pack_is_noticed(tmp_path: Path, full: Site) -> None:
    """Before anything of it is used."""
    pack = Pack(tmp_path, CODE)
    pack.put("a", "d", [encode("a", full.catalog.site)])
    pack.keep()
    pack.close()
    raw = bytearray((tmp_path / "records.pack").read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / "records.pack").write_bytes(raw)
    again = Pack(tmp_path, CODE)
    (entry,) = again.find("a", "d") or []
    kept: Any = track("site", entry, again)
    with pytest.raises(Damaged):
        kept.model_dump()
    again.close()


def test_other_code_reads_nothing(tmp_path: Path, full: Site) -> None:
    """Models may have changed."""
    pack = Pack(tmp_path, CODE)
    pack.put("a", "d", [encode("a", full.catalog.site)])
    pack.keep()
    pack.close()
    for writer, digest, found in ((CODE, "d", True), (CODE, "e", False), (b"other", "d", False)):
        again = Pack(tmp_path, writer)
        assert bool(again.find("a", digest)) is found
        again.close()


def test_a_store_gives_what_was_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From memory, from disk, and in the next build; a file that was cut short is noticed."""
    monkeypatch.setattr("catalog.kept.store.WAITING", 100)
    contents = [b"", b"a", b"b" * 90, b"", b"c" * 200, b"d"]
    store = Store(tmp_path / "store", anew=True)
    places = [store.put(one) for one in contents]
    assert [store.load(*place) for place in places] == contents
    assert store.flush()
    store.close()
    again = Store(tmp_path / "store", anew=False)
    assert [again.load(*place) for place in places] == contents
    more = again.put(b"e")
    assert again.load(*more) == b"e"
    again.close()
    (tmp_path / "store").write_bytes((tmp_path / "store").read_bytes()[:-1])
    cut = Store(tmp_path / "store", anew=False)
    with pytest.raises(Damaged):
        cut.load(*places[-1])
    cut.close()


def test_outdated_answers_are_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a store of the next number; a build killed before it could say so finds the former as it was."""
    monkeypatch.setattr("catalog.kept.store.WASTE", 50)
    contents = Contents(tmp_path / "ledger", None)
    old, needed = contents.put(b"x" * 100), contents.put(b"y" * 20)
    assert contents.put(None) == ()
    assert contents.flush()
    assert contents.tidy([old, needed])(needed) == needed
    assert contents.number == 0
    moved = contents.tidy([needed, ()])
    where = moved(needed)
    assert contents.load(where) == b"y" * 20
    assert contents.flush()
    contents.close()
    assert (contents.number, moved(())) == (1, ())
    before = Contents(tmp_path / "ledger", 0)
    assert before.load(needed) == b"y" * 20
    before.close()
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.answers-0"]
    Contents(tmp_path / "ledger", None).close()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("cut", [0, 3, 30, -1])
def test_a_box_cut_short_or_changed_is_empty(tmp_path: Path, cut: int) -> None:
    """Its length and its sum say so; a box of another writer is empty too."""
    path = tmp_path / "box"
    close_box(path, CODE, {"a": [1, "two", (3, None)]})
    assert open_box(path, CODE) == {"a": [1, "two", (3, None)]}
    assert open_box(path, b"other") is None
    raw = path.read_bytes()
    path.write_bytes(raw[:cut])
    assert open_box(path, CODE) is None
    path.write_bytes(raw[:cut] + bytes([raw[cut] ^ 1]) + (raw[cut + 1 :] if cut != -1 else b""))
    assert open_box(path, CODE) is None


def test_a_disk_that_refuses_keeps_the_old_box(tmp_path: Path) -> None:
    """What cannot be kept is found out again."""
    close_box(tmp_path / "box", CODE, 1)
    (tmp_path / "box.new").mkdir()
    close_box(tmp_path / "box", CODE, 2)
    assert open_box(tmp_path / "box", CODE) == 1


def test_a_scan_opens_what_may_have_changed(tmp_path: Path) -> None:
    """New files, files of other size or time, files that changed a moment ago; links, whatever they look like."""
    (tmp_path / "projects").mkdir()
    one = tmp_path / "projects/one.yaml"
    one.write_text("a: 1", "utf-8")
    first = Scan(tmp_path)
    assert "projects/one.yaml" in first.digests
    first.keep()
    again = Scan(tmp_path)
    assert again.digests == first.digests
    assert again.opened >= 1, "it changed a moment ago, so its looks are not to be trusted"
    one.write_text("a: 2", "utf-8")
    assert Scan(tmp_path).digests["projects/one.yaml"] != first.digests["projects/one.yaml"]
    one.unlink()
    one.symlink_to(tmp_path / "other.yaml")
    (tmp_path / "other.yaml").write_text("a: 1", "utf-8")
    linked = Scan(tmp_path).digests["projects/one.yaml"]
    assert linked != first.digests["projects/one.yaml"], "a link is not the file that it leads to: it may be refused"


def test_a_scan_tells_links_folders_and_hidden_files(tmp_path: Path) -> None:
    """Where a link leads counts, even to the same bytes; so does a folder in which nothing stands."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text("a", "utf-8")
    told = [Scan(tmp_path)]
    for target in ("one", "two"):
        (docs / "zh").unlink(missing_ok=True)
        (docs / "zh").symlink_to(tmp_path / target)
        told.append(Scan(tmp_path))
    (docs / "empty").mkdir()
    told.append(Scan(tmp_path))
    (docs / ".hidden").write_text("a", "utf-8")
    told.append(Scan(tmp_path))
    assert len({one.digest("docs") for one in told}) == len(told)
    assert len({one.digest("docs/zh") for one in told}) == 3
    assert told[-1].holds()
    (docs / ".hidden").write_text("b", "utf-8")
    assert not told[-1].holds()


def test_the_scan_sees_all_that_records_are_read_from() -> None:
    """A kind at a new place must be seen too."""
    places = {kind.place.split("/")[0] for kind in KINDS.values()} | {"docs", "overrides"}
    assert places == set(FOLDERS)
    assert FILES == ("mkdocs.yml", "mkdocs.en.yml")


def test_who_goes_through_records_depends_on_which_there_are(full: Site) -> None:
    """And who looks one up, on that one being there."""
    own = Records("project")
    own.own.update(full.catalog.projects)
    for ask in (lambda: list(own), lambda: len(own), own.values, own.items, own.keys):
        with watching() as reads:
            ask()
        assert reads.others == {("project", "*")}
    for look in (lambda: own["old-mill"], lambda: own.get("old-mill"), lambda: "old-mill" in own):
        with watching() as reads:
            assert look()
        assert reads.others == {("project", "old-mill", "")}
    with watching() as reads:
        assert own.get("nowhere") is None
        assert "nowhere" not in own
    assert reads.others == {("project", "nowhere", "")}


def test_recalled_is_read(tmp_path: Path) -> None:
    """A portal that was recalled holds what was read from its files, whether parsed now or before."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal", ignore=WITHOUT_CACHE))
    scan = Scan(root)
    for parsed in (True, False):
        pack = Pack(root / ".cache", CODE)
        portal = recall_portal(root, scan, pack)
        assert not portal.problems
        assert (pack.parsed > 0) is parsed
        assert len(portal.catalog.projects) == len(list((root / "projects").iterdir()))
        pack.keep()
        pack.close()
