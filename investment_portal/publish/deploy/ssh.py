"""A folder of another machine as a target, over SSH and rsync.

The other machine needs a POSIX shell, rsync, and the usual tools of GNU or BusyBox; this one ``ssh`` and ``rsync``.
"""

import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from investment_portal.languages import Sentence
from investment_portal.publish.deploy.folder import DISK_FULL, UNFINISHED
from investment_portal.publish.deploy.release import Release
from investment_portal.publish.deploy.state import CURRENT, RELEASES, STATE
from investment_portal.publish.deploy.target import TransferError
from investment_portal.publish.deploy.trees import Look, Parcel
from investment_portal.publish.manifest import MANIFEST, SIGNATURE

OPTIONS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15")
"""Options of ssh: no question for a password, and a limit for a connection that hangs."""

PERSIST_SECONDS = 60
"""How long the connection outlasts a deployment that is killed."""

UNREACHABLE = 255
"""The exit code of ssh where there is no connection."""

NO_COMMAND = 127
OTHER_RELEASE = 9
LACKING = 10
"""Exit codes of the scripts below."""

LOOK = f"""
if [ -f {STATE} ]; then echo ours; cat {STATE}; elif [ -z "$(ls -A)" ]; then echo free; echo; else echo other; echo; fi
readlink {CURRENT} 2>/dev/null || echo
ls -A {RELEASES} 2>/dev/null || true
"""

PREPARE = f"""
mkdir -p {RELEASES}
for left in {RELEASES}/{UNFINISHED}*; do [ "$left" = "$fresh" ] || rm -rf "$left"; done
if [ ! -d "$fresh" ]; then
  if [ -n "$base" ] && [ -d "$base" ]; then
    rm -rf "$fresh.links"
    cp -al "$base" "$fresh.links" 2>/dev/null || {{ rm -rf "$fresh.links"; cp -a "$base" "$fresh.links"; }}
    mv "$fresh.links" "$fresh"
  else
    mkdir "$fresh"
  fi
fi
cd "$fresh"
rm -f {MANIFEST} {SIGNATURE}
tr '\\n' '\\0' | xargs -0 rm -f --
find . -depth -mindepth 1 -type d -exec rmdir {{}} + 2>/dev/null || true
"""
"""Base and fresh are folders; files to drop come on standard input."""

FINISH = f"""
cd "$fresh"
lacking=
while IFS= read -r path; do [ -f "$path" ] || lacking="$path"; done
[ -z "$lacking" ] || {{ echo "$lacking"; exit {LACKING}; }}
find . -type d -exec chmod 755 {{}} +
cd "$OLDPWD"
chmod 755 . {RELEASES}
rm -rf "$tree"
mv "$fresh" "$tree"
"""
"""All files come on standard input: those that stay must still be there."""

CARRY = """
while IFS= read -r path; do
  if [ -f "$base/$path" ] && [ ! -e "$tree/$path" ]; then
    mkdir -p "$tree/$(dirname "$path")" && { ln "$base/$path" "$tree/$path" || cp "$base/$path" "$tree/$path"; } || true
  fi
done
"""

REMOVE = """
cd "$tree"
tr '\\n' '\\0' | xargs -0 rm -f --
find . -depth -mindepth 1 -type d -exec rmdir {} + 2>/dev/null || true
"""

ENTER = '[ -d "$folder" ] && cd "$folder" || '
MAKE = '{ mkdir -p "$folder" && cd "$folder"; }'

SAVE = f"cat > {STATE}.new && mv {STATE}.new {STATE}"

SWITCH = f"""
[ ! -e {CURRENT} ] || [ -L {CURRENT} ] || {{ echo "{CURRENT} is not a link" >&2; exit 1; }}
was="$(readlink {CURRENT} 2>/dev/null || true)"
[ "$was" = "$before" ] || exit {OTHER_RELEASE}
rm -f .{CURRENT}-new
ln -s "$tree" .{CURRENT}-new
mv -T .{CURRENT}-new {CURRENT}
"""

DISCARD = f"""
tr '\\n' '\\0' | xargs -0 rm -rf --
rm -rf {RELEASES}/{UNFINISHED}*
"""


class SshHost:
    """A target in a folder of another machine."""

    def __init__(self, host: str, folder: str, command: Sequence[str]) -> None:
        """Take ``USER@HOST``, the folder there, and the command that connects (``ssh`` with its options)."""
        self._host, self._folder, self._command = host, folder, [*command, *OPTIONS]
        self.name = f"{host}:{folder}"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold one connection. It is no lock: publishing fails if another release was published meanwhile."""
        with tempfile.TemporaryDirectory(prefix="portal-") as folder:
            alone = self._command
            shared = ("ControlMaster=auto", f"ControlPath={folder}/%C", f"ControlPersist={PERSIST_SECONDS}")
            self._command = [*alone, *(part for option in shared for part in ("-o", option))]
            try:
                yield
            finally:
                _call([*self._command, "-O", "exit", self._host], b"")
                self._command = alone

    def look(self) -> Look:
        """Return the state of the target."""
        lines = self._run(LOOK, otherwise="exit 0").decode("utf-8", "replace").split("\n")
        if len(lines) < 3:  # noqa: PLR2004 - sort, state, link
            return Look(free=True, state=b"", current=None, trees=[])
        sort, state, link, *trees = lines
        whole = [tree for tree in trees if tree and not tree.startswith(UNFINISHED)]
        current = link.removeprefix(f"{RELEASES}/")
        return Look(sort == "free", state.encode(), current if current in whole else None, whole)

    def manifest(self, tree: str) -> bytes:
        """Return the manifest of a release; nothing where it cannot be read."""
        return self._run('cat "$tree/$manifest" 2>/dev/null || true', tree=f"{RELEASES}/{tree}", manifest=MANIFEST)

    def prepare(self, release: Release, parcel: Parcel, progress: Callable[[int, int], None]) -> None:
        """Make the folder of a release; it appears under its name only when it is complete.

        What a stopped deployment of the same release sent is not sent again.
        """
        for path in parcel.send:
            release.read(path)
        fresh = f"{RELEASES}/{UNFINISHED}{parcel.name}-{parcel.base or ''}"
        base = f"{RELEASES}/{parcel.base}" if parcel.base else ""
        self._run(PREPARE, _lines(parcel.drop), base=base, fresh=fresh)
        self._send(release.folder, fresh, parcel.send)
        progress(len(parcel.send), len(parcel.send))
        with tempfile.TemporaryDirectory() as folder:
            for path, content in parcel.closing.items():
                Path(folder, path).write_bytes(content)
            self._send(Path(folder), fresh, list(parcel.closing))
        self._run(FINISH, _lines(release.files), fresh=fresh, tree=f"{RELEASES}/{parcel.name}")

    def carry(self, tree: str, source: str, paths: Sequence[str]) -> None:
        """Link files of one release into the folder of another that lacks them."""
        if paths:
            self._run(CARRY, _lines(paths), tree=f"{RELEASES}/{tree}", base=f"{RELEASES}/{source}")

    def remove(self, tree: str, paths: Sequence[str]) -> None:
        """Delete files of a release."""
        if paths:
            self._run(REMOVE, _lines(paths), tree=f"{RELEASES}/{tree}")

    def save(self, state: bytes) -> None:
        """Write the state in one step."""
        self._run(SAVE, state, otherwise=MAKE)

    def switch(self, tree: str, before: str | None) -> bool:
        """Publish a release in one step; return False where another one than ``before`` is published meanwhile."""
        was = f"{RELEASES}/{before}" if before else ""
        result = self._ssh(self._script(SWITCH, tree=f"{RELEASES}/{tree}", before=was), b"")
        if result.returncode == OTHER_RELEASE:
            return False
        self._check(result)
        return True

    def discard(self, trees: Sequence[str]) -> None:
        """Delete folders of releases, and what stopped deployments left."""
        self._run(DISCARD, _lines(f"{RELEASES}/{tree}" for tree in trees))

    def _send(self, source: Path, goal: str, paths: Sequence[str]) -> None:
        command = [
            *("rsync", "--rsh", shlex.join(self._command), "--protect-args", "--checksum", "--perms"),
            *("--chmod=D755,F644", "--files-from=-", "--from0"),
            *(f"{source}/", f"{self._host}:{self._folder}/{goal}/"),
        ]
        self._check(_call(command, b"\0".join(path.encode() for path in paths)))

    def _run(self, script: str, data: bytes = b"", *, otherwise: str = "exit 1", **values: str) -> bytes:
        result = self._ssh(self._script(script, otherwise=otherwise, **values), data)
        self._check(result)
        return result.stdout

    def _script(self, script: str, *, otherwise: str = "exit 1", **values: str) -> str:
        """Return a script that runs in the target's folder, with values as variables; else it does what is given."""
        assignments = "".join(f"{name}={shlex.quote(value)}\n" for name, value in values.items())
        folder = shlex.quote(self._folder)
        return f"set -e; umask 022; export LC_ALL=C\nfolder={folder}\n{ENTER}{otherwise}\n{assignments}{script}"

    def _ssh(self, script: str, data: bytes) -> "subprocess.CompletedProcess[bytes]":
        return _call([*self._command, self._host, f"sh -c {shlex.quote(script)}"], data)

    def _check(self, result: "subprocess.CompletedProcess[bytes]") -> None:
        """Raise ``TransferError`` where a program failed."""
        if not result.returncode:
            return
        errors = result.stderr.decode("utf-8", "replace").strip()
        last = errors.splitlines()[-1] if errors else f"{result.args[0]}: {result.returncode}"
        if "No space left on device" in errors or "Disk quota exceeded" in errors:
            raise TransferError(DISK_FULL)
        if result.returncode == UNREACHABLE:
            raise TransferError(
                Sentence(
                    f"无法连接 {self._host}：{last}。线上网站没有变化。",
                    f"{self._host} cannot be reached: {last}. What readers see has not changed.",
                )
            )
        if result.returncode == NO_COMMAND:
            raise TransferError(Sentence(f"{self._host} 上缺少程序：{last}", f"{self._host} lacks a program: {last}"))
        if result.returncode == LACKING:
            path = result.stdout.decode("utf-8", "replace").strip()
            raise TransferError(
                Sentence(
                    f"那里的旧版本缺少文件“{path}”。请用 --full 全部重新发送。",
                    f"The release that stands there lacks “{path}”. Send everything anew with --full.",
                )
            )
        raise TransferError(
            Sentence(
                f"{self.name} 拒绝了操作：{last}。线上网站没有变化。",
                f"{self.name} refuses: {last}. What readers see has not changed.",
            )
        )


def _call(command: Sequence[str], data: bytes) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 - ssh and rsync
    except FileNotFoundError as error:
        raise TransferError(
            Sentence(f"本机没有 {command[0]}，请先安装。", f"This machine has no {command[0]}; install it first.")
        ) from error


def _lines(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in paths).encode()
