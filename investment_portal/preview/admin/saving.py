"""Saves of the form: files are written in one step, committed where git is set up, and can be undone."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from investment_portal.editing.files import FileChange, text_of, write_files
from investment_portal.editing.records import RecordError
from investment_portal.git import NoHistory, call
from investment_portal.languages import Sentence

MOST = 200
"""Saves that can be undone."""

UNDO = Sentence("撤销：{}", "Undo: {}")
CHANGED = Sentence(
    "这些文件之后又改过，不能撤销：{}。", "These files were changed again since, so that it cannot be undone: {}."
)
NOTHING_TO_UNDO = Sentence("没有可以撤销的保存。", "There is nothing to undo.")


class Save(NamedTuple):
    """A save: what it did in a sentence, and the files that it changed."""

    sentence: str
    changes: Sequence[FileChange]


class Saves:
    """Writes the files of saves and takes saves back; the last ones of this session are held."""

    def __init__(self, root: Path) -> None:
        """Begin without a save."""
        self.root = root
        self._lock = threading.Lock()
        self._saves: list[Save] = []

    @property
    def last(self) -> str:
        """The sentence of the save that would be undone; nothing where there is none."""
        return self._saves[-1].sentence if self._saves else ""

    def person(self) -> str:
        """Return the name under which git commits here; nothing where git is not set up."""
        try:
            call(self.root, "rev-parse", "--show-toplevel")
            return call(self.root, "config", "user.name").strip()
        except NoHistory:
            return ""

    def has_git(self) -> bool:
        """Return whether the portal is in a repository."""
        try:
            return bool(call(self.root, "rev-parse", "--show-toplevel").strip())
        except NoHistory:
            return False

    def save(self, sentence: str, changes: Sequence[FileChange], person: str) -> str:
        """Write files and commit them; return why they could not be committed, or nothing."""
        with self._lock:
            write_files(self.root, changes)
            self._saves = [*self._saves, Save(sentence, changes)][-MOST:]
            return self._commit(sentence, [change.name for change in changes], person)

    def undo(self, person: str, template: str) -> str:
        """Take the last save back; return its sentence. Raise ``RecordError`` where its files were changed since."""
        with self._lock:
            if not self._saves:
                raise RecordError(NOTHING_TO_UNDO)
            save = self._saves[-1]
            changed = [change.name for change in save.changes if _now(self.root, change.name) != change.after]
            if changed:
                names = ", ".join(changed)
                raise RecordError(Sentence(*(part.format(names) for part in CHANGED)))
            back = [FileChange(change.name, change.after, change.before) for change in save.changes]
            write_files(self.root, back)
            self._saves.pop()
            self._commit(template.format(save.sentence), [change.name for change in back], person)
            return save.sentence

    def _commit(self, sentence: str, names: Sequence[str], person: str) -> str:
        """Commit these files alone, in a person's name; nothing happens where there is no repository."""
        if not self.has_git():
            return ""
        known = self.person()
        name = person.strip() or known
        if not name:
            return "no-name"
        mail = [] if known and name == known else ["-c", f"user.email={name.replace(' ', '.')}@localhost"]
        identity = ["-c", f"user.name={name}", *mail]
        try:
            call(self.root, "add", "--all", "--", *names)
            call(self.root, *identity, "commit", "--quiet", "--no-verify", "-m", sentence, "--only", "--", *names)
        except NoHistory as error:
            return error.why.en
        return ""


def _now(root: Path, name: str) -> str | None:
    return text_of(root, name) if (root / name).is_file() else None
