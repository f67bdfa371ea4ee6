"""Releases as folders side by side: ``releases/ID`` each, and ``current``, a link to the published one.

A release is prepared beside the others, files that did not change being linked, and is published by exchanging the
link in one step. Whatever happens before that step, readers see the last release.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from investment_portal.languages import Sentence
from investment_portal.publish.deploy.release import Release, phases
from investment_portal.publish.deploy.state import (
    KnownRelease,
    TargetState,
    due,
    published,
    read_state,
    waiting,
    write_state,
)
from investment_portal.publish.deploy.target import Deployed, DeployOptions, TargetRefusedError, TransferError, chosen
from investment_portal.publish.manifest import Manifest, ManifestError, read_manifest
from investment_portal.value import Value


class Look(Value):
    """The content of a target: whether it may be used, its state, the published folder, all folders of releases."""

    free: bool
    """The target is empty."""
    state: bytes
    current: str | None
    trees: Sequence[str]


class Parcel(Value):
    """A release to prepare: which folder it starts from, what it takes over, what is sent."""

    name: str
    base: str | None
    keep: Sequence[str]
    """Files of the base that stay, those that wait for their deletion included."""
    drop: Sequence[str]
    """Files of the base that do not."""
    send: Sequence[str]
    closing: Mapping[str, bytes]


class Host(Protocol):
    """The machine that holds a target."""

    name: str

    def locked(self) -> AbstractContextManager[None]:
        """Keep other deployments out where that can be done."""

    def look(self) -> Look:
        """Return the state of the target."""

    def manifest(self, tree: str) -> bytes:
        """Return the manifest of a release; nothing where it cannot be read."""

    def prepare(self, release: Release, parcel: Parcel, progress: Callable[[int, int], None]) -> None:
        """Make the folder of a release; it appears under its name only when it is complete."""

    def carry(self, tree: str, source: str, paths: Sequence[str]) -> None:
        """Link files of one release into the folder of another that lacks them."""

    def remove(self, tree: str, paths: Sequence[str]) -> None:
        """Delete files of a release."""

    def save(self, state: bytes) -> None:
        """Write the state in one step."""

    def switch(self, tree: str, before: str | None) -> bool:
        """Publish a release in one step; return False where another one than ``before`` is published meanwhile."""

    def discard(self, trees: Sequence[str]) -> None:
        """Delete folders of releases, and what stopped deployments left."""


class ReleaseTrees:
    """A target on a host."""

    def __init__(self, host: Host) -> None:
        """Take the host."""
        self._host = host

    def releases(self) -> tuple[Sequence[KnownRelease], str | None]:
        """Return the kept releases, and the published one."""
        look = self._host.look()
        state = self._state(look)
        return state.releases, _release_in(state, look.current)

    def deploy(self, release: Release, options: DeployOptions) -> Deployed:
        """Publish a release."""
        if options.dry:
            return self._deploy(release, options)
        with self._host.locked():
            return self._deploy(release, options)

    def _deploy(self, release: Release, options: DeployOptions) -> Deployed:
        look = self._host.look()
        state, now = self._state(look), options.now()
        before = _release_in(state, look.current)
        listed = self._listed(look.current)
        gone = waiting(state.gone, listed, release.files, now)
        over = due(gone, now, options.grace)
        gone = {path: since for path, since in gone.items() if path not in over}
        entry = state.entry(release.id)
        reused = bool(entry and entry.tree in look.trees and not options.full)
        same = before == release.id and reused
        tree = entry.tree if entry and reused else _new_name(release.id, look.trees)
        sent = [] if reused else self._sent(release, {} if options.full else listed)
        result = _result(release, sent, over, gone)
        if options.dry:
            return result
        if look.free:
            self._host.save(write_state(state))
        if not reused:
            self._host.prepare(release, _parcel(release, tree, look.current, listed, sent, gone), options.progress)
        elif look.current and not same:
            self._host.carry(tree, look.current, list(gone))
        earlier = entry.before if same and entry else before
        fresh = KnownRelease(release.id, now, len(release.files), earlier, tree)
        if same and not over and gone == state.gone:
            self._host.discard(_unused(state, look.trees))
            return result
        releases, dropped = (state.releases, []) if same else published(state, fresh, options.keep)
        state = TargetState(releases=releases, gone=gone)
        self._host.save(write_state(state))
        if same:
            self._host.remove(tree, over)
        else:
            self._switch(tree, look.current)
        self._host.discard([known.tree for known in dropped] + _unused(state, look.trees))
        return result

    def rollback(self, wanted: str | None, options: DeployOptions) -> Deployed:
        """Publish a kept release again."""
        with self._host.locked():
            look = self._host.look()
            state, now = self._state(look), options.now()
            target = chosen(state.releases, _release_in(state, look.current), wanted)
            if target.tree not in look.trees:
                raise TransferError(
                    Sentence(f"版本 {target.id} 的文件已不在那里。", f"The files of release {target.id} are gone.")
                )
            listed = self._listed(target.tree)
            gone = waiting(state.gone, self._listed(look.current), listed, now)
            if look.current and target.tree != look.current:
                self._host.carry(target.tree, look.current, list(gone))
                state = TargetState(releases=state.releases, gone=gone)
                self._host.save(write_state(state))
                self._switch(target.tree, look.current)
            return Deployed(target.id, [], 0, [], len(gone))

    def _state(self, look: Look) -> TargetState:
        """Return the state of the target; refuse a target that holds something else."""
        if look.free:
            return TargetState()
        state = read_state(look.state)
        if state is None:
            raise TargetRefusedError(
                Sentence(
                    f"“{self._host.name}”里有别的内容，或是更新的版本发布的，没有改动。请换一个新的或空的文件夹。",
                    f"“{self._host.name}” holds something else, or was deployed by a newer version; not touched. "
                    "Choose a new or empty folder.",
                )
            )
        return state

    def _listed(self, tree: str | None) -> Mapping[str, str]:
        """Return the SHA-256 of each file of a release; nothing where its manifest cannot be read."""
        manifest = _manifest(self._host.manifest(tree)) if tree else None
        return {path: listed.sha256 for path, listed in manifest.files.items()} if manifest else {}

    @staticmethod
    def _sent(release: Release, listed: Mapping[str, str]) -> list[str]:
        changed = [path for path, file in release.files.items() if listed.get(path) != file.sha256]
        return [path for group in phases(changed, listed) for path in group]

    def _switch(self, tree: str, before: str | None) -> None:
        if not self._host.switch(tree, before):
            raise TransferError(
                Sentence(
                    "另一次发布同时完成了，本次没有生效。请重新发布。",
                    "Another deployment was published meanwhile; this one took no effect. Deploy again.",
                )
            )


def _result(release: Release, sent: Sequence[str], over: Sequence[str], gone: Mapping[str, datetime]) -> Deployed:
    closing = release.closing if sent else {}
    size = sum(release.files[path].size for path in sent) + sum(map(len, closing.values()))
    return Deployed(release.id, [*sent, *closing], size, over, len(gone))


def _parcel(  # noqa: PLR0913, PLR0917 - all that a folder of a release is made from
    release: Release,
    tree: str,
    base: str | None,
    listed: Mapping[str, str],
    sent: Sequence[str],
    gone: Mapping[str, datetime],
) -> Parcel:
    going = set(sent)
    keep = [path for path in (*release.files, *gone) if path not in going]
    held = {*keep, *going}
    return Parcel(tree, base, keep, sorted(listed.keys() - held), sent, release.closing)


def _release_in(state: TargetState, tree: str | None) -> str | None:
    """Return the release whose folder this is."""
    return next((known.id for known in state.releases if known.tree == tree), None)


def _new_name(release: str, trees: Sequence[str]) -> str:
    """Return the name of a folder for a release that no other has."""
    names = (release, *(f"{release}-{number}" for number in range(2, len(trees) + 3)))
    return next(name for name in names if name not in trees)


def _unused(state: TargetState, trees: Sequence[str]) -> list[str]:
    """Return folders that belong to no kept release: a deployment was stopped, or its release was dropped."""
    used = {known.tree for known in state.releases}
    return [tree for tree in trees if tree not in used]


def _manifest(content: bytes) -> Manifest | None:
    try:
        return read_manifest(content)
    except ManifestError:
        return None
