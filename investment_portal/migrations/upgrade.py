"""The upgrade of a portal for a newer generator: migrations, files of the generator, the pinned version."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from investment_portal.clock import SETTINGS
from investment_portal.editing.files import FileChange
from investment_portal.languages import Sentence
from investment_portal.migrations.portal_files import PortalFiles
from investment_portal.migrations.registry import MIGRATIONS, Migration
from investment_portal.refusals import RefusedError
from investment_portal.schema_version import KEY, SCHEMA_VERSION, schema_version, with_schema_version
from investment_portal.starter.portal import RECORD, REQUIREMENTS, digest_of_text, generator_files, starter_record
from investment_portal.version import PACKAGE, version

PINNED = re.compile(rf"^(?P<before>{PACKAGE}(?:\[[^\]\n]*\])?[ \t]*==[ \t]*)(?P<version>[^\s;#]+)", re.MULTILINE)
"""The line of the requirements that pins the generator."""


class UpgradeError(RefusedError):
    """A portal that this generator cannot bring up to date."""


class Upgrade(NamedTuple):
    """An upgrade: versions before, the migrations, the files to write in this order, and those left as they are."""

    schema_before: int
    version_before: str | None
    """The version of the generator that the portal names."""
    migrations: Sequence[Migration]
    changes: Sequence[FileChange]
    differing: Sequence[FileChange]
    """Files of the generator that the portal has changed, and that have changed in the generator too: ``after`` is
    how the generator would write them."""
    has_record: bool
    """The portal has a record of how the files of the generator were written; without one they stay as they are."""


class GeneratorFiles(NamedTuple):
    """The files of the generator in a portal: those to write, those that a person must compare, the new record."""

    write: Mapping[str, str]
    differing: Sequence[FileChange]
    record: str


def plan_upgrade(root: Path) -> Upgrade:
    """Return what an upgrade of a portal does. Nothing is written.

    Raise ``UpgradeError`` where the portal is newer than this generator, ``Unreadable`` where a file is no text.
    """
    files = PortalFiles(root)
    settings = files.text(SETTINGS)
    before = schema_version(root)
    if before is None or settings is None:
        raise UpgradeError(
            Sentence(
                f"{SETTINGS} 的 {KEY} 应为整数。请先按 check 的提示改好。",
                f"{KEY} in {SETTINGS} must be a whole number. Mend it as check says.",
            )
        )
    if before > SCHEMA_VERSION:
        raise _newer(
            Sentence(f"门户文件的格式是第 {before} 版", f"the portal's files have the form of version {before}"),
            Sentence(f"只认到第 {SCHEMA_VERSION} 版", f"reads up to version {SCHEMA_VERSION}"),
        )
    recorded = _record(files)
    version_before = _version_before(files, recorded)
    migrations = [MIGRATIONS[number] for number in range(before, SCHEMA_VERSION)]
    for migration in migrations:
        migration.change(files)
    differing: Sequence[FileChange] = ()
    if recorded is not None:
        generator = _generator_files(files, recorded["files"])
        differing = generator.differing
        for name, text in {**generator.write, RECORD: generator.record}.items():
            files.write(name, text)
    requirements = files.text(REQUIREMENTS)
    if requirements:
        files.write(REQUIREMENTS, PINNED.sub(rf"\g<before>{version()}", requirements))
    if before < SCHEMA_VERSION:
        files.write(SETTINGS, with_schema_version(files.text(SETTINGS) or "", SCHEMA_VERSION))
    # The settings come last: an upgrade that was stopped before is done again.
    changes = sorted(files.changes, key=lambda change: (change.name == SETTINGS, change.name))
    return Upgrade(before, version_before, migrations, changes, differing, recorded is not None)


def _record(files: PortalFiles) -> dict[str, dict[str, str]] | None:
    """Return the portal's record of the generator's files; None where it has none that can be read."""
    try:
        record = json.loads(files.text(RECORD) or "")
    except ValueError:
        return None
    listed = record.get("files") if isinstance(record, dict) else None
    return record if isinstance(listed, dict) else None


def _version_before(files: PortalFiles, recorded: Mapping[str, object] | None) -> str | None:
    """Return the version that the portal names; refuse one that is newer than this generator."""
    pinned = PINNED.search(files.text(REQUIREMENTS) or "")
    of_record = recorded.get("version") if recorded else None
    named = [pinned["version"]] if pinned else []
    named += [of_record] if isinstance(of_record, str) else []
    for stated in named:
        if _order(stated) > _order(version()):
            raise _newer(
                Sentence(f"门户用的是生成器 {stated}", f"the portal is kept with version {stated} of the generator"),
                Sentence(f"是 {version()}", f"is version {version()}"),
            )
    return min(named, key=_order, default=None)


def _newer(of_portal: Sentence, of_generator: Sentence) -> UpgradeError:
    return UpgradeError(
        Sentence(
            f"{of_portal.zh}，而这个生成器{of_generator.zh}。"
            f"请先运行 pip install -r {REQUIREMENTS}，或安装更新的版本。",
            f"This generator {of_generator.en}, but {of_portal.en}. "
            f"Run pip install -r {REQUIREMENTS} first, or install a newer version.",
        )
    )


def _order(name: str) -> tuple[int, ...]:
    """Return the numbers of a version, which order it among others."""
    return tuple(int(number) for number in re.findall("[0-9]+", name.partition("+")[0])[:3])


def _generator_files(files: PortalFiles, recorded: Mapping[str, str]) -> GeneratorFiles:
    """Compare the generator's files with those of a portal: what was not changed there is brought up to date."""
    write: dict[str, str] = {}
    differing = []
    digests = {}
    for name, text in generator_files().items():
        digests[name] = digest_of_text(text)
        there = files.text(name)
        if recorded.get(name) == digests[name] or (there is not None and digest_of_text(there) == digests[name]):
            continue
        if there is None:
            if name not in recorded:  # new in the generator; one that the portal has deleted stays away
                write[name] = text
        elif digest_of_text(there) == recorded.get(name):
            write[name] = text
        else:
            differing.append(FileChange(name, there, text))
    return GeneratorFiles(write, differing, starter_record(digests))
