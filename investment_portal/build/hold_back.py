"""Hold back records in error: what was last published of them stands in for them, so that all else can be published.

A record in error that changed since it was last published keeps that version, in every page, list and total; one that
was never published is left out. Where what did not change is in error, another record that changed is the cause: of the
records that changed, the fewest that mend it are held back. What is still in error then is left out. Errors that no
record causes, in settings, pages or the theme, stay errors of the whole portal.
"""

from collections.abc import Callable, Iterable, Sequence

from investment_portal.build.load import PAGES, Held, Loaded
from investment_portal.build.past import Past
from investment_portal.history.lost_addresses import RULE
from investment_portal.languages import Sentence
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Level, Problem
from investment_portal.validation.record_files import SITE

Load = Callable[[Held], Loaded]
"""Loads the portal with bytes in the place of files on disk."""

REFERENCE = "unknown-reference"

FEW = 10
"""Records that a note names before it only counts the rest."""

NOT_HELD = Sentence(
    "暂缓发布有错的记录也无法生成：错误在设置、页面或模板里，或没有改动的记录里。",
    "Holding back records does not help: settings, pages or templates are in error, or records that did not change.",
)
STAYS = Sentence("{file}（仍是上次发布的内容）", "{file} (as it was last published)")
NEVER = Sentence("{file}（没有上次发布的内容，未收录）", "{file} (left out: no published version is known)")
LEFT_OUT = Sentence("{file}（上次发布的内容也有错，未收录）", "{file} (left out: its last version is in error too)")


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return the errors that keep a portal from being published with records held back.

    A content page that vanished is none: its last page stays.
    """
    return [problem for problem in problems if problem.level is Level.ERROR and not is_lost_page(problem)]


def is_lost_page(problem: Problem) -> bool:
    """Return whether the problem is a content page that vanished with its address."""
    return problem.rule == RULE and problem.file.startswith(PAGES)


def hold_back(
    load: Load, loaded: Loaded, past: Past, held: Held, dead: Sequence[Problem] = ()
) -> tuple[Held, Loaded] | None:
    """Return what is held back of a portal, and the portal so loaded, without errors; None where that mends nothing.

    ``loaded`` is the portal with what is ``held`` already; ``dead`` are dead links that were found in its site.
    """
    problems = [*loaded.problems, *dead]
    while True:
        # A reference to what is missing is mostly mended where that is held back.
        direct = [problem for problem in problems if problem.rule != REFERENCE]
        changed = _changed_in(direct, held, past) or _changed_in(problems, held, past)
        if not changed:
            break
        held = {**held, **{file: past.last(file) for file in changed}}
        loaded = load(held)
        problems, dead = loaded.problems, ()
    if not errors_in(problems):
        return held, loaded
    return None if dead else _with_others(load, held, past) or _left_out(load, held, problems)


def _with_others(load: Load, held: Held, past: Past) -> tuple[Held, Loaded] | None:
    """Hold back the fewest of the other records that changed, if that mends the errors."""
    others = sorted(past.changed() - held.keys())
    everything = {**held, **{file: past.last(file) for file in others}}
    if not others or errors_in(load(everything).problems):
        return None
    least = _released(load, everything, others)
    return least, load(least)


def _released(load: Load, held: Held, group: Sequence[str]) -> Held:
    """Return what is held back once all files of a group that need not be are released."""
    trial = {file: content for file, content in held.items() if file not in group}
    if not errors_in(load(trial).problems):
        return trial
    if len(group) == 1:
        return held
    middle = len(group) // 2
    return _released(load, _released(load, held, group[:middle]), group[middle:])


def _left_out(load: Load, held: Held, problems: Sequence[Problem]) -> tuple[Held, Loaded] | None:
    """Leave out the records that are in error as they were last published, if nothing else needs them."""
    trial = {**held, **dict.fromkeys(_records_in(problems))}
    loaded = load(trial)
    return None if errors_in(loaded.problems) else (trial, loaded)


def _changed_in(problems: Iterable[Problem], held: Held, past: Past) -> set[str]:
    """Return the files of records with errors that changed since they were last published, but those held back."""
    return {file for file in _records_in(problems) if file not in held and past.differs(file)}


def _records_in(problems: Iterable[Problem]) -> set[str]:
    """Return the files of records with errors."""
    return {error.file for error in errors_in(problems) if error.file != SITE and is_record_file(error.file)}


def is_record_file(file: str) -> bool:
    """Return whether a file holds records, or stands among them under a name that none can have."""
    return any(file == kind.place or file.rpartition("/")[0] == kind.place for kind in KINDS.values())


def note(held: Held, past: Past) -> Sentence:
    """Return how many records are held back, and which."""
    lines = {
        file: STAYS if content is not None else LEFT_OUT if past.last(file) else NEVER
        for file, content in sorted(held.items())
    }
    more = len(lines) - FEW
    zh = [line.zh.format(file=file) for file, line in list(lines.items())[:FEW]]
    en = [line.en.format(file=file) for file, line in list(lines.items())[:FEW]]
    return Sentence(
        f"暂缓发布：{len(held)}。{'；'.join(zh)}{f'；另有 {more} 个文件' if more > 0 else ''}。",
        f"held back: {len(held)}. {'; '.join(en)}{f'; and {more} more' if more > 0 else ''}.",
    )
