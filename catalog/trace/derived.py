"""Functions of the catalogue whose results are remembered during a build and compared between builds.

A page that asks a derived function depends on its answer alone: where a record changed but the answer did not, the
page stays as it is. That is how one changed project leaves the pages of ten thousand others untouched.
"""

from collections.abc import Callable, Hashable
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from catalog.trace.reads import NOW, Reads, note, watching
from catalog.value import Value

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

Key = tuple[Any, ...]
"""Name of the function, the outlook it was asked from, and what it was asked about: plain values throughout."""


class Ground(Protocol):
    """What a derived function may be asked of: a catalogue, or one language's outlook on it."""

    @property
    def memory(self) -> "Memory":
        """What was derived already."""

    @property
    def outlook(self) -> Key:
        """From where it is asked, as far as answers may differ: nothing, or language and depth of the page."""

    def standing(self) -> Any:
        """Give the same ground with nothing in it that the outlook does not tell."""


class Remembered(Value):
    """One answer, what was read for it, and the records that were asked about (kept alive, since keys name them)."""

    answer: Any
    reads: Reads | None
    """Nothing where the answer is that of the last build, which knows what it rests on."""
    about: tuple[Any, ...] = ()


class Memory(dict[Key, Remembered]):
    """The answers of this build; ``last`` gives those of the last build that still hold."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.last: Callable[[Key], Remembered | None] = lambda _: None


FUNCTIONS: dict[str, Callable[..., Any]] = {}
"""Every derived function by name, as the next build asks it again."""

LASTING: set[str] = set()
"""Those whose answers are kept, not only told apart."""


def derived(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Remember the answers of a function of a catalogue or outlook and of plain values, records among them.

    Answers are shared: they must not be changed by who asked, and hold no sets, whose order is luck.
    """
    name = f"{function.__module__}:{function.__qualname__}"

    @wraps(function)
    def ask(*given: Given.args, **named: Given.kwargs) -> Answer:
        if named:
            raise TypeError(f"{name}: what a derived answer is about stands in order, without names")
        ground, *about = given
        remembered = _answer(name, function, cast("Ground", ground), tuple(about))
        return cast("Answer", remembered.answer)

    FUNCTIONS[name] = ask
    return ask


def lasting(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Derive, and keep the answers for the next build too: where thousands of small ones make up a page."""
    LASTING.add(f"{function.__module__}:{function.__qualname__}")
    return derived(function)


def _answer(name: str, function: Callable[..., Any], ground: Ground, about: tuple[Any, ...]) -> Remembered:
    key = (name, ground.outlook, *(_plain(one) for one in about))
    memory = ground.memory
    found = memory.get(key)
    if found is None and name in LASTING:
        found = memory.last(key)
    if found is None:
        found = memory[key] = _work_out(function, ground, about)
    note("@derived", key)
    return found


def _work_out(function: Callable[..., Any], ground: Ground, about: tuple[Any, ...]) -> Remembered:
    outer = NOW.reads
    with watching() as reads:
        try:
            return Remembered(function(ground.standing(), *about), reads, about)
        except Exception:
            if outer is not None:  # who asked may live with the failure, and depends on it all the same
                outer.add(reads)
            raise


def _plain(value: Any) -> Hashable:
    """Name a value so that equal names mean equal values, also in the next build."""
    if value is None or isinstance(value, str | int):
        return value if type(value) in PLAIN else _refuse(value)
    if isinstance(value, date):
        return ("@date", value.isoformat())
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    source = getattr(value, "traced", None)
    if source is not None:
        return ("@record", source.kind, source.id)
    return ("@object", id(value))


def meant(plain: Any, record: Callable[[str, str], Any]) -> Any:
    """Give the value that was named, ``record`` giving records by kind and id."""
    if not isinstance(plain, tuple):
        return plain
    match plain:
        case ("@date", day):
            return date.fromisoformat(day)
        case ("@record", kind, id_):
            return record(kind, id_)
        case ("@object", _):
            raise LookupError("not named in a way that lasts")
    return tuple(meant(one, record) for one in plain)


PLAIN = {str, int, bool, type(None)}


def _refuse(value: Any) -> Hashable:
    raise TypeError(f"a derived function is asked about plain values and records, not about {type(value).__name__}")
