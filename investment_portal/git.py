"""Git, called with settings of its own, so that results do not depend on the machine or the repository."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from investment_portal.languages import Sentence

SECONDS = 60
"""Seconds to wait for git: its disk may be gone, or its lock held."""

PLAIN = ("--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "log.showRoot=true")
ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    *("GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF", "GIT_TRACE"),
)
"""Set inside git's own hooks: they would lead to another repository than that of the portal."""

NO_GIT = Sentence("本机没有安装 git", "git is not installed")
NO_REPOSITORY = Sentence("门户目录不在 git 仓库里", "the portal's folder is in no git repository")
NO_COMMIT = Sentence("仓库里还没有提交", "the repository has no commit yet")
NOT_OWNED = Sentence(
    "git 不认可门户目录的所有者（可运行 git config --global --add safe.directory 目录）",
    "git does not accept the owner of the portal's folder (git config --global --add safe.directory FOLDER)",
)
FAILED = Sentence("git 读不出历史", "git cannot read the history")
SLOW = Sentence("git 没有及时答复", "git did not answer in time")

MESSAGES_OF_GIT = (
    ("dubious ownership", NOT_OWNED),
    ("not a git repository", NO_REPOSITORY),
    ("unknown revision", NO_COMMIT),
)
"""Messages of git, with their meaning for the portal."""


class NoHistory(Exception):  # noqa: N818 - a state of the folder, which the pages tell
    """No history can be read; the sentence has the reason, as the part after a colon."""

    def __init__(self, why: Sentence) -> None:
        """Carry the reason."""
        super().__init__(why.en)
        self.why = why


def call(root: Path, *arguments: str) -> str:
    """Return the output of one short call of git."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; what users type comes after --end-of-options
            [_program(), *PLAIN, *arguments],
            cwd=root,
            env=_surroundings(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NoHistory(SLOW) from error
    except OSError as error:
        raise NoHistory(FAILED) from error
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace")
        raise NoHistory(next((why for words, why in MESSAGES_OF_GIT if words in message), FAILED))
    return done.stdout.decode("utf-8", "replace")


def head_state(root: Path) -> str:
    """Return what the history depends on: the last commit and the depth of the clone; empty where in doubt."""
    try:
        answer = call(root, "rev-parse", "--is-shallow-repository", "--git-path", "shallow", "--show-prefix", "HEAD")
    except NoHistory as error:
        return "" if error.why in {FAILED, SLOW} else f"none: {error.why.en}"
    cut = root / answer.split("\n")[1]
    return f"{answer} {cut.read_text('ascii', 'replace')}" if cut.is_file() else answer


def tracks(root: Path, folder: str) -> bool:
    """Return whether anything in a folder of the portal is part of the repository, if there is one."""
    try:
        return bool(call(root, "ls-files", "--", folder))
    except NoHistory:
        return False


@contextmanager
def stream(root: Path, *arguments: str, lines: Iterable[str] = ()) -> Iterator[IO[bytes]]:
    """Open the output of a long call, to be read in parts; ``asked`` are lines of its input."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed program and arguments of our own
            [_program(), *PLAIN, *arguments],
            cwd=root,
            env=_surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise NoHistory(FAILED) from error
    answer = process.stdout
    if answer is None:
        raise NoHistory(FAILED)
    feeder = threading.Thread(target=_feed, args=(process.stdin, tuple(lines)), daemon=True)
    alarm = threading.Timer(SECONDS, process.kill)
    feeder.start()
    alarm.start()
    try:
        yield answer
        # An answer that was read to its end is whole only if git says so: it may have been stopped, or have failed.
        if not answer.read(1) and process.wait():
            raise NoHistory(SLOW if process.returncode < 0 else FAILED)
    finally:
        alarm.cancel()
        process.kill()
        feeder.join()
        answer.close()
        process.wait()


def _feed(pipe: IO[bytes], lines: Iterable[str]) -> None:
    with suppress(OSError):  # git ended before it had heard everything, which its answer shows
        pipe.writelines(f"{line}\n".encode() for line in lines)
    with suppress(OSError):
        pipe.close()


def _program() -> str:
    program = shutil.which("git")
    if program is None:
        raise NoHistory(NO_GIT)
    return program


def _surroundings() -> dict[str, str]:
    """Return the environment: reading takes no lock, fetches no missing objects, and asks no questions."""
    inherited = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return inherited | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
