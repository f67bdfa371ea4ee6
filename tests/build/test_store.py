"""The cache returns what was written to it, or reports that it is damaged."""

import ast
import random
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from investment_portal.cache import store as module
from investment_portal.cache.checked_files import Damaged
from investment_portal.cache.store import FOLDER, NAME, BuildState, Store, StoredOutput, StoredRecord, discard
from tests.build.edits import DAMAGE
from tests.sites import REPOSITORY

OUTPUTS = {
    f"projects/项目{n}/index.html": StoredOutput(f"key{n}", f"digest{n}", n * 997, 10**18 + n) for n in range(300)
}
FOLDERS = {f"projects/项目{n}/": 10**18 + n for n in range(300)}
STATE = BuildState("inputs", [["rule", "文件"]], 300, [["说明", "A note"]])
RECORDS = {
    f"projects/{n}.yaml": StoredRecord(
        f"digest{n}", bytes([n]) * 900, b"summary" * n, "[]", f"key{n}", "", f"day{n}", ""
    )
    for n in range(100)
}
FRAGMENTS = ("<p>片段</p>" * 99 + "<p>fragment</p>").encode()


@contextmanager
def opened(root: Path) -> Iterator[Store]:
    """Open the cache of a portal."""
    store = Store(root)
    try:
        yield store
    finally:
        store.close()


def fill(root: Path) -> Path:
    """Write rows of every sort; return the file."""
    with opened(root) as store, store.writing() as writer:
        writer.outputs("site", OUTPUTS, {})
        writer.folders("site", FOLDERS, {})
        writer.state("site", STATE)
        writer.records(RECORDS, ())
        writer.findings_of("pages", "key", [["rule"]])
        writer.cached("fragments", "key", FRAGMENTS)
    return root / FOLDER / NAME


def read(root: Path) -> dict[str, Any]:
    """Read everything that was written."""
    with opened(root) as store:
        records = store.records()
        return {
            "outputs": store.outputs("site"),
            "folders": store.folders("site"),
            "state": store.state("site"),
            "records": {file: row._replace(record=store.record(file)) for file, row in records.items()},
            "findings": store.findings("pages"),
            "cached": store.cached("fragments", "key"),
        }


WRITTEN = {
    "outputs": OUTPUTS,
    "folders": FOLDERS,
    "state": STATE,
    "records": RECORDS,
    "findings": ("key", [["rule"]]),
    "cached": FRAGMENTS,
}
EMPTY: dict[str, Any] = {
    "outputs": {}, "folders": {}, "state": None, "records": {}, "findings": None, "cached": None,
}  # fmt: skip


def test_rows_come_back(tmp_path: Path) -> None:
    """As they were written; of another site, or under another key, there are none."""
    fill(tmp_path)
    assert read(tmp_path) == WRITTEN
    with opened(tmp_path) as store:
        assert (store.outputs("other"), store.folders("other"), store.state("other")) == ({}, {}, None)
        assert store.cached("fragments", "other") is None
        assert store.findings("other") is None


def test_rows_change(tmp_path: Path) -> None:
    """New rows replace old ones, and rows of files that are gone are dropped."""
    fill(tmp_path)
    outputs = {**OUTPUTS, "new.html": StoredOutput("k", "d", 1, 2)}
    folders = {**FOLDERS, "new/": 1}
    del outputs["projects/项目3/index.html"], folders["projects/项目3/"]
    changed = RECORDS["projects/1.yaml"]._replace(findings="[1]", findings_key="other", record=b"")
    with opened(tmp_path) as store, store.writing() as writer:
        writer.outputs("site", outputs, store.outputs("site"))
        writer.folders("site", folders, store.folders("site"))
        writer.records({}, ["projects/0.yaml"])
        writer.findings({"projects/1.yaml": changed})
    stored = read(tmp_path)
    assert (stored["outputs"], stored["folders"]) == (outputs, folders)
    assert "projects/0.yaml" not in stored["records"]
    assert stored["records"]["projects/1.yaml"] == changed._replace(record=RECORDS["projects/1.yaml"].record)


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    """A build that is stopped leaves the state of the build before it."""
    fill(tmp_path)

    def stop() -> None:
        with opened(tmp_path) as store, store.writing() as writer:
            writer.outputs("site", {}, OUTPUTS)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert read(tmp_path) == WRITTEN


@pytest.mark.parametrize("turn", range(150))
def test_damage_is_noticed(tmp_path: Path, turn: int) -> None:
    """A damaged file returns the same values, none, or raises ``Damaged``; once discarded, it works again."""
    chance = random.Random(turn)  # noqa: S311 - no secret
    file = fill(tmp_path)
    chance.choice(DAMAGE)(chance, file)
    _look(tmp_path)


@pytest.mark.parametrize("turn", range(300))
def test_one_byte(tmp_path_factory: pytest.TempPathFactory, filled: bytes, turn: int) -> None:
    """So does a file in which one byte differs, most of all in the headers."""
    chance = random.Random(turn)  # noqa: S311 - no secret
    root = tmp_path_factory.mktemp("portal")
    raw = bytearray(filled)
    page = chance.randrange(len(raw) // 4096) * 4096
    place = chance.choice([chance.randrange(4096), page + chance.randrange(120), chance.randrange(len(raw))])
    raw[place] ^= 1 + chance.randrange(255)
    file = root / FOLDER / NAME
    file.parent.mkdir()
    file.write_bytes(raw)
    _look(root)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a cache with rows of every sort."""
    return fill(tmp_path_factory.mktemp("filled")).read_bytes()


def _look(root: Path) -> None:
    """Read a damaged cache part by part, then write to it; discard it where it says that it is damaged."""
    parts: dict[str, Callable[[Store], Any]] = {
        "outputs": lambda store: store.outputs("site"),
        "folders": lambda store: store.folders("site"),
        "state": lambda store: store.state("site"),
        "findings": lambda store: store.findings("pages"),
        "cached": lambda store: store.cached("fragments", "key"),
    }
    damaged = False
    for name, part in parts.items():
        try:
            with opened(root) as store:
                assert part(store) in (WRITTEN[name], EMPTY[name]), name
        except Damaged:
            damaged = True
    try:
        with opened(root) as store:
            # A row that is lost is read anew; one that is there is right.
            for file, row in store.records().items():
                assert row._replace(record=store.record(file)) == RECORDS[file]
            with store.writing() as writer:
                writer.records({"projects/new.yaml": RECORDS["projects/1.yaml"]}, ())
    except Damaged:
        damaged = True
    if damaged:
        discard(root)
        assert read(root) == EMPTY
    try:
        fill(root)
        stored = read(root)
    except Damaged:  # of a page that nothing has read so far
        discard(root)
        fill(root)
        stored = read(root)
    assert stored["state"] == STATE


@pytest.mark.parametrize("obstacle", ["file", "read only"])
def test_an_unwritable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str) -> None:
    """The build works without a cache: in memory, and the next one begins anew."""
    if obstacle == "file":
        (tmp_path / FOLDER).write_text("", "utf-8")
    else:
        connect = sqlite3.connect

        def refuse(path: str, **options: Any) -> Any:
            if path != ":memory:":
                return connect(str(tmp_path / "nothing" / "there"), **options)
            return connect(path, **options)

        monkeypatch.setattr(sqlite3, "connect", refuse)
    with opened(tmp_path) as store:
        with store.writing() as writer:
            writer.state("site", STATE)
        assert writer.written
        assert store.state("site") == STATE
    with opened(tmp_path) as store:
        assert store.state("site") is None


def test_a_full_disk_writes_nothing(tmp_path: Path) -> None:
    """The rows of the last build stay, and whoever writes can see it."""
    file = fill(tmp_path)
    with opened(tmp_path) as store:
        store._db.execute("PRAGMA max_page_count=1")  # noqa: SLF001 - as a disk that is full
        with store.writing() as writer:
            writer.outputs("site", {f"more{n}": StoredOutput("k" * 999, "d", n, n) for n in range(999)}, OUTPUTS)
        assert not writer.written
    assert read(tmp_path) == WRITTEN
    assert stat.S_ISREG(file.stat().st_mode)


def test_another_version_empties_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both with the same tables and with others."""
    file = fill(tmp_path)
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE old (x)")
        database.execute('ALTER TABLE facts RENAME TO "facts of before"')
    database.close()
    monkeypatch.setattr(module, "VERSION", module.VERSION + 1)
    assert read(tmp_path) == EMPTY
    fill(tmp_path)
    assert read(tmp_path) == WRITTEN


def test_what_is_served_stays(tmp_path: Path) -> None:
    """Discarding the cache deletes everything but the site that is being served."""
    fill(tmp_path)
    for name in ("serve/site", "layouts"):
        (tmp_path / FOLDER / name).mkdir(parents=True)
    (tmp_path / FOLDER / "link").symlink_to(tmp_path)
    discard(tmp_path)
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["serve"]
    assert tmp_path.is_dir()


RUNS_CODE = frozenset({"pickle", "marshal", "shelve", "dill", "cloudpickle", "jsonpickle", "runpy"})


def test_nothing_cached_is_run() -> None:
    """No module imports what would run or unpickle a file."""
    imports = [
        f"{path}: {name}"
        for path in (REPOSITORY / "investment_portal").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if name in RUNS_CODE
    ]
    assert imports == []


def test_a_damaged_file_is_closed(tmp_path: Path) -> None:
    """A file that is no database leaves nothing open: a preview that meets it often would run out of descriptors."""
    path = tmp_path / FOLDER / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database " * 400)
    descriptors = Path("/proc/self/fd")
    before = len(list(descriptors.iterdir())) if descriptors.is_dir() else 0
    for _ in range(5):
        with pytest.raises(Damaged):
            Store(tmp_path)
    assert not descriptors.is_dir() or len(list(descriptors.iterdir())) == before
