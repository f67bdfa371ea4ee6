"""Everything that a site is made of, on its way into the site: each page and each other file is a task of its own.

A task is done again only where something differs that it was made from.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from catalog.assets.styles import styles
from catalog.assets.weave import scripts
from catalog.frames.build import FrameSet
from catalog.history.history import History
from catalog.kept.kept import Kept
from catalog.kept.ledger import Ledger
from catalog.kept.making import Asking, Task, complete, print_of
from catalog.languages import LANGUAGES, Language, Sentence
from catalog.load.portal import Portal
from catalog.load.state import state_of
from catalog.notes import unseen, updates
from catalog.outputs.output import Made
from catalog.outputs.registry import makers
from catalog.pour.pages import pourings
from catalog.pour.renderer import Renderer
from catalog.publish.site import Site
from catalog.search.pagefind import pagefind
from catalog.search.spoken import names_spoken
from catalog.search.written import Written
from catalog.show.pinyin import Readings
from catalog.show.words import read_words
from catalog.trace.derived import Ground, Key
from catalog.trace.reads import Read, note
from catalog.views.context import Context
from catalog.written.check import asset_files

WORTH = 20
"""Pages for which a second process pays: they take some 0.2 s, to begin one and to hear of its work a tenth of that."""

ASSETS = "docs/assets"

Files = Iterable[tuple[str, str | bytes]]


class Making:
    """Everything that a site is made of, on its way into the site."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a site is made from
        self,
        kept: Kept,
        portal: Portal,
        day: date,
        frames: dict[Language, FrameSet],
        history: History,
        site: Site,
        ledger: Ledger,
    ) -> None:
        """Look at the catalogue from each language."""
        self._kept, self._portal, self._day, self._frames, self._history = kept, portal, day, frames, history
        self._site, self._ledger = site, ledger
        self._readings = Readings(kept.root / ".cache" / "readings")
        self._contexts = {
            code: Context(
                portal.catalog, day, code, read_words(kept.root, code), history=history, readings=self._readings
            )
            for code in LANGUAGES
        }
        self._asking = Asking(self._ground, portal.record)
        self.names: dict[str, None] = {}
        self.page_names: list[str] = []
        self.changed: set[str] = set()
        site.begin()

    def _ground(self, outlook: Key) -> Ground:
        if not outlook:
            return self._portal.catalog
        language, depth = outlook
        return self._contexts[language].at("-/" * depth)

    def compare(self, facts: Mapping[Read, str]) -> None:
        """Find out what differs from the last build of this site; ``facts`` are those of the history."""
        told: dict[Read, str] = {("@day",): self._day.isoformat(), **facts}
        for language, frames in self._frames.items():
            told |= {("@frame", language, name): digest for name, digest in frames.rendered.digests.items()}
            told["@frames", language] = print_of(list(frames.rendered.digests))
        self._asking.last(self._ledger, [self._portal.catalog, *self._contexts.values()])
        self._ledger.compare(state_of(self._portal, self._kept.scan, told), self._asking.again)

    def pages(self, *, preview: bool) -> int:
        """Make the pages of both languages; say how many had to be made.

        The index of hand-written pages is made beside them: the program that makes it runs while memory is emptiest.
        """
        first = LANGUAGES[0]
        self._readings.prepare(partial(names_spoken, self._contexts[first], self._frames[first]))
        tasks: list[Task] = []
        for language, context in self._contexts.items():
            renderer = Renderer(self._kept.root, context.words)
            poured = pourings(context, self._frames[language], renderer, preview=preview)
            tasks += [Task(("page", language, *one.name), self._into_site(one.pour), one.name) for one in poured]
        bare = Written(self._contexts, self._frames, figures=False)
        index = Task(("pagefind",), self._into_site(partial(pagefind, self._kept.root, bare)))
        made = self._complete([index, *tasks])
        self.page_names = [name for task in tasks for name, _ in self._ledger.entered(task.key)]
        return len(made - {index.key})

    def others(self) -> int:
        """Make what is no page; say how much of it had to be made."""
        catalog, root, contexts = self._portal.catalog, self._kept.root, self._contexts
        made = Made(
            catalog, self._day, self.page_names, contexts, written=Written(contexts, self._frames, figures=True)
        )
        self._ledger.learn(("@pages",), print_of(self.page_names))
        tasks = [Task(("output", *name), self._into_site(give), _together(name)) for name, give in makers(made)]
        for folder, texts in (("overrides/scripts", scripts), ("overrides/styles", styles)):
            tasks.append(Task(("tree", folder), self._into_site(_tree(folder, texts, root))))
        rendered = self._frames[LANGUAGES[0]].rendered
        for name in self._frames[LANGUAGES[0]].files:
            give = _one(name, ("@frame", LANGUAGES[0], name), partial(rendered.read, name))
            tasks.append(Task(("rendered", name), self._into_site(give)))
        for name, path in asset_files(root).items():
            give = _one(f"files/{name}", ("@file", f"{ASSETS}/{name}"), path.read_bytes)
            tasks.append(Task(("asset", name), self._into_site(give)))
        made_now = self._complete(tasks)
        self._readings.keep()
        return len(made_now)

    def notes(self) -> list[Sentence]:
        """Say what whoever runs the build should know besides."""

        def note_() -> list[tuple[str, str]]:
            gap = self._history.gap
            said = [updates(self._portal.catalog, self._day), *([unseen(gap)] if gap else [])]
            note("@day")
            return [(one.zh, one.en) for one in said]

        task = Task(("notes",), note_)
        complete(self._ledger, [task], self._asking, 1, WORTH)
        return [Sentence(*one) for one in self._ledger.entered(task.key)]

    def _into_site(self, give: Callable[[], Files]) -> Callable[[], list[Any]]:
        def make() -> list[Any]:
            made = []
            for name, content in give():
                raw = content.encode() if isinstance(content, str) else content
                made.append((name, self._site.put(name, raw)))
            return made

        return make

    def _complete(self, tasks: Sequence[Task]) -> set[Key]:
        made = complete(self._ledger, tasks, self._asking, self._kept.jobs, WORTH, good=self._stands)
        for task in tasks:
            for name, differs in self._ledger.entered(task.key):
                if name in self.names:
                    raise ValueError(f"{name} is written twice")
                self.names[name] = None
                if differs and task.key in made:
                    self.changed.add(name)
        return made

    def _stands(self, entered: Any) -> bool:
        """Say whether the files of a task stand in the site as they were left."""
        return all(name in self._site.intact for name, _ in entered)


def _together(name: Key) -> Key:
    """Bring what is made of the same records in each language together."""
    return tuple(sorted(name, key=lambda part: part in LANGUAGES))


def _tree(name: str, give: Callable[[Path], Files], root: Path) -> Callable[[], Files]:
    def read() -> Iterator[tuple[str, str | bytes]]:
        note("@tree", name)
        yield from give(root)

    return read


def _one(name: str, read: tuple[str, ...], content: Callable[[], bytes]) -> Callable[[], Files]:
    def give() -> Iterator[tuple[str, str | bytes]]:
        note(*read)
        yield name, content()

    return give
