"""References between records by id, and walks over all values of a record with their key paths."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from investment_portal.models.base import FieldInfo, Model, fields_of, is_model, models_in
from investment_portal.models.quantities.quantity import Form
from investment_portal.models.text import Prose, Text
from investment_portal.value import Value

Reference = TypeVar("Reference")
Path = tuple[str | int, ...]


def each(type_: type[Reference], value: Any, path: Path = ()) -> Iterator[tuple[Path, Reference]]:
    """Yield every value of a type inside a model, its lists and its groups, with its key path."""
    references: list[tuple[Path, Any]] = []
    _walk(value, type_, path, references)
    return iter(references)


def _walk(value: Any, wanted: type, path: Path, references: list[tuple[Path, Any]]) -> None:
    # Lists instead of nested generators, and cached shapes instead of isinstance(), halve the time of a walk.
    type_: type = type(value)
    if type_ is list:
        for step, item in enumerate(value):
            _walk(item, wanted, (*path, step), references)
        return
    matches, fields = _shape(type_, wanted)
    if matches:
        references.append((path, value))
    for name, key in fields:
        inner = getattr(value, name)
        if inner is not None:
            _walk(inner, wanted, (*path, key), references)


class RecordTexts(NamedTuple):
    """All that is written in a record: its texts in both languages, and these and all other words, one a line."""

    texts: list[Text]
    joined: str


def texts_of(model: Model) -> RecordTexts:
    """Return all texts of a model, its lists and its groups; several rules ask for those of one record in turn."""
    if not _last or _last[0][0] is not model:
        texts: list[Text] = []
        words: list[str] = []
        _collect((model,), texts, words)
        _last[:] = [(model, RecordTexts(texts, "\n".join(words)))]
    return _last[0][1]


_last: list[tuple[Model, RecordTexts]] = []
"""The model whose texts were collected last, and these texts."""


def joined_text(model: Model) -> str:
    """Return all texts of a model, its lists and its groups, one a line: what ``each(str, model)`` yields."""
    return texts_of(model).joined


def _collect(values: Iterable[Any], texts: list[Text], words: list[str]) -> None:
    for value in values:
        type_: type = type(value)
        if type_ is Text or type_ is Prose:  # most values of a record
            texts.append(value)
            words.append(value.zh)
            words.append(value.en)
        elif isinstance(value, str):
            words.append(value)
        elif type_ is list:
            _collect(value, texts, words)
        elif value is not None:
            _collect(_inside(type_)(value), texts, words)


@cache
def _inside(type_: type) -> Callable[[Any], Iterable[Any]]:
    """Return a function from a value of a type to the values in it that can hold a text."""
    names = [name for name, _ in _shape(type_, str)[1]]
    if not names:
        return lambda _: ()
    return attrgetter(*names) if len(names) > 1 else lambda model: (getattr(model, names[0]),)


@cache
def _shape(type_: type, wanted: type) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """Return whether values of a type are wanted, and its fields that can hold wanted values: none unless a model."""
    return issubclass(type_, wanted), _fields(type_, wanted) if issubclass(type_, Model) else ()


@cache
def _fields(model: type[Model], wanted: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model in which a type can stand, as (name, key in YAML); the rest need no walk."""
    return tuple(
        (name, info.key) for name, info in fields_of(model).items() if _can_hold(info.type, wanted, frozenset({model}))
    )


def _can_hold(type_: Any, wanted: type, above: frozenset[type]) -> bool:
    if isinstance(type_, TypeVar) or type_ is Any:
        return True
    if get_origin(type_) is Literal:
        return any(isinstance(word, wanted) for word in get_args(type_))
    plain = type_ if isinstance(type_, type) else get_origin(type_)
    if isinstance(plain, type) and (issubclass(plain, wanted) or issubclass(wanted, plain)):
        return True
    if is_model(type_):
        fields = [] if type_ in above else fields_of(type_).values()
        return any(_can_hold(info.type, wanted, above | {type_}) for info in fields)
    return any(_can_hold(part, wanted, above) for part in get_args(type_))


ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_FORM = Form(
    ID_PATTERN,
    "小写字母、数字和连字符组成的编号，例如“smart-terminal-park”",
    "an id of small letters, digits and hyphens, as “smart-terminal-park”",
    64,
)


class ReferenceForm(Form):
    """The form of an id that refers to a record.

    A word of another form is accepted: the rule ``unknown-reference`` has the records at hand, and finds the one that
    is meant by its name.
    """

    def check(self, value: object) -> str:
        """Refuse what is no word."""
        if isinstance(value, str) and 0 < len(value.strip()) <= self.longest:
            return value
        return Form.check(self, value)


REFERENCE_FORM = ReferenceForm(ID_FORM.pattern, ID_FORM.zh, ID_FORM.en, ID_FORM.longest)
NODE_FORM = ReferenceForm(
    rf"{ID_PATTERN}/{ID_PATTERN}",
    "“产业链编号/环节编号”，例如“electronics/capacitors”",
    "CHAIN/NODE, as “electronics/capacitors”",
    129,
)
Id = Annotated[str, ID_FORM]


class RefTo(Value):
    """Marks a field as the id of a record of one kind (``node`` marks ``CHAIN/NODE``)."""

    kind: str


def reference_kind(info: FieldInfo) -> str | None:
    """Return which kind of record a field refers to, if it refers to one (directly, or as a list)."""
    return _kind_in([info.type])


def _kind_in(parts: Any) -> str | None:
    for part in parts:
        if isinstance(part, RefTo):
            return part.kind
        references = _kind_in([*getattr(part, "__metadata__", ()), *getattr(part, "__args__", ())])
        if references:
            return references
    return None


@cache
def _reference_fields(model: type[Model]) -> tuple[tuple[str, str, str | None], ...]:
    """Return each field of a model in which a reference can stand, as (name, key in YAML, kind referred to)."""
    return tuple(
        (name, info.key, kind)
        for name, info in fields_of(model).items()
        if (kind := reference_kind(info)) or any(_reference_fields(inner) for inner in models_in(info.type))
    )


def references(model: Model, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield each reference in a record as (key path, kind, id)."""
    for name, key, kind in _reference_fields(type(model)):
        value = getattr(model, name)
        key_path = (*path, key)
        for step, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            there = key_path if step is None else (*key_path, step)
            if isinstance(item, str):
                if kind and (item != "all" or step is not None):
                    yield there, kind, item
            elif isinstance(item, Model):
                yield from references(item, there)


IdOfRecord = Annotated[str, REFERENCE_FORM]
SectorRef = Annotated[IdOfRecord, RefTo("sector")]
OriginRef = Annotated[IdOfRecord, RefTo("origin")]
ParkRef = Annotated[IdOfRecord, RefTo("park")]
PolicyRef = Annotated[IdOfRecord, RefTo("policy")]
ProjectRef = Annotated[IdOfRecord, RefTo("project")]
ContactRef = Annotated[IdOfRecord, RefTo("contact")]
EventRef = Annotated[IdOfRecord, RefTo("event")]
HolidaysRef = Annotated[IdOfRecord, RefTo("holidays")]
FirmRef = Annotated[IdOfRecord, RefTo("firm")]
SourceRef = Annotated[IdOfRecord, RefTo("source")]
NodeRef = Annotated[str, NODE_FORM, RefTo("node")]
