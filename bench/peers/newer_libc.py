"""A newer C library for one program, unpacked beside it from the Debian archive that this machine already uses."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SUITE = "trixie"
"""Debian 13 has glibc 2.41."""
PACKAGES = ("libc6", "libstdc++6", "libgcc-s1")
KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
ARCHIVE = re.compile(r"^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s+)?)(\S+)", re.MULTILINE)


def newer_libc(folder: Path) -> Path | None:
    """Return the root below which the library stands; nothing where this machine cannot get it."""
    root = folder / "root"
    if (root / "usr" / "lib64").exists():
        return root
    archive = _archive()
    if archive is None or not shutil.which("apt-get") or not shutil.which("dpkg-deb") or not KEYS.exists():
        return None
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("state/lists/partial", "cache/archives/partial", "etc"):
        (folder / name).mkdir(parents=True)
    (folder / "state" / "status").touch()
    (folder / "etc" / "sources.list").write_text(f"deb [signed-by={KEYS}] {archive} {SUITE} main\n", "utf-8")
    apt = ["apt-get", "-qq", *(part for option in _options(folder) for part in ("-o", option))]
    if not (_run([*apt, "update"], folder) and _run([*apt, "download", *PACKAGES], folder)):
        return None
    unpacked = [_run(["dpkg-deb", "-x", str(package), str(root)], folder) for package in folder.glob("*.deb")]
    return root if len(unpacked) == len(PACKAGES) and all(unpacked) else None


def archive_in(sources: str) -> str | None:
    """Find the address of the main archive in a list of package sources."""
    return next((name.rstrip("/") for name in ARCHIVE.findall(sources) if "security" not in name), None)


def _archive() -> str | None:
    lists = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    return archive_in("\n".join(path.read_text("utf-8") for path in lists if path.is_file()))


def _options(folder: Path) -> Sequence[str]:
    """Keep apt to this folder: the machine's own lists and packages stay as they are."""
    return (
        f"Dir::Etc::sourcelist={folder}/etc/sources.list",
        "Dir::Etc::sourceparts=/dev/null",
        f"Dir::State={folder}/state",
        f"Dir::State::status={folder}/state/status",
        f"Dir::Cache={folder}/cache",
        "APT::Sandbox::User=root",
    )


def _run(command: Sequence[str], folder: Path) -> bool:
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0  # noqa: S603 - our own
