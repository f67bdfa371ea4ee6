"""The base of all models: how a field is declared, and how its declaration is read."""

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Union, dataclass_transform, get_args, get_origin

import msgspec

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.quantities.quantity import UnfitError
from investment_portal.problems import did_you_mean
from investment_portal.refusals import RegistryError
from investment_portal.value import Value

TAG_LABEL = Sentence("形式", "Form")
"""The label of the key that tells the models of a union apart."""


class DeclaredField(Value):
    """A field as its model declares it."""

    label: Sentence
    default: Any
    note: Sentence
    key: str | None
    least: int


def field(  # noqa: PLR0913 - so much is declared of a field
    zh: str,
    en: str,
    *,
    default: Any = msgspec.NODEFAULT,
    note: Sentence = NOTHING,
    key: str | None = None,
    least: int = 0,
) -> Any:
    """Declare a field: its label in both languages, its default, a note, its key in YAML, the least entries of a list.

    A list as default is copied per record.
    """
    return DeclaredField(Sentence(zh, en), default, note, key, least)


class ModelMeta(msgspec.StructMeta):
    """Metaclass of models: turns each declaration into a field of msgspec, and collects them all in ``declared``."""

    def __new__(
        mcs: type["ModelMeta"], name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any
    ) -> "ModelMeta":
        """Create the struct; a tag is also an attribute, so that ``benefit.form`` is its word."""
        declared = {attribute: value for attribute, value in namespace.items() if isinstance(value, DeclaredField)}
        fields = {
            attribute: msgspec.field(default=declared_field.default, name=declared_field.key)
            for attribute, declared_field in declared.items()
        }
        above = {key: value for base in reversed(bases) for key, value in getattr(base, "declared", {}).items()}
        tag = {config["tag_field"]: config["tag"]} if "tag" in config else {}
        namespace = {**namespace, **fields, **tag, "declared": {**above, **declared}}
        return super().__new__(mcs, name, bases, namespace, kw_only=True, **config)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Model(msgspec.Struct, metaclass=ModelMeta, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A group of fields: unknown keys are errors, values never change after reading.

    msgspec checks the structure: keys, types, words of a list. The marks of a field's type (``Annotated``) and
    ``check`` check the content.
    """

    declared: ClassVar[Mapping[str, DeclaredField]]

    def check(self) -> None:
        """Refuse fields that do not fit together."""


class Length(Value):
    """Demands a least number of entries of a list."""

    least: int

    def check(self, value: list[Any]) -> list[Any]:
        """Return a list that is long enough."""
        if len(value) < self.least:
            raise UnfitError("short", self.least)
        return value


class FieldInfo(Value):
    """A field of a model: attribute, key in YAML, type with its marks, label, note, default."""

    name: str
    key: str
    type: Any
    label: Sentence
    note: Sentence
    required: bool
    default: Any = None


@cache
def fields_of(model: type[Model]) -> Mapping[str, FieldInfo]:
    """Return the fields of a model (``Claim[Money]`` too) by attribute, those of its base first."""
    class_ = class_of(model)
    fields = [
        _field(class_.declared[struct_field.name], struct_field) for struct_field in msgspec.structs.fields(model)
    ]
    config = class_.__struct_config__
    if config.tag_field:
        place = len(class_.__base__.__struct_fields__)
        word: Any = Literal
        type_ = word[config.tag]
        fields.insert(place, FieldInfo(config.tag_field, config.tag_field, type_, TAG_LABEL, NOTHING, required=True))
    return {model_field.name: model_field for model_field in fields}


def _field(declared: DeclaredField, info: msgspec.structs.FieldInfo) -> FieldInfo:
    required = declared.default is msgspec.NODEFAULT
    type_ = Annotated[info.type, Length(declared.least)] if declared.least else info.type
    default = None if required else declared.default
    return FieldInfo(info.name, info.encode_name, type_, declared.label, declared.note, required, default)


@cache
def label_of(model: type[Model], name: str) -> Sentence:
    """Return the label of a model's field; refuse a name that no field has."""
    fields = fields_of(model)
    if name not in fields:
        hint, class_ = did_you_mean(name, fields), class_of(model)
        file = f"{class_.__module__.replace('.', '/')}.py"
        raise RegistryError(
            Sentence(
                f"{class_.__name__} 没有名为“{name}”的字段。请在 {file} 里声明，或改正名称。{hint.zh}",
                f"{class_.__name__} has no field “{name}”. Declare it in {file}, or correct the name. "
                f"{hint.en}".strip(),
            )
        )
    return fields[name].label


class Hint(NamedTuple):
    """A type taken apart: the type itself, its marks, whether it may be nothing."""

    type: Any
    annotations: tuple[Any, ...]
    optional: bool


@cache
def split_type(type_: Any) -> Hint:
    """Take ``Annotated`` and ``| None`` off a type."""
    annotations: tuple[Any, ...] = ()
    while get_origin(type_) is Annotated:
        annotations += type_.__metadata__
        type_ = type_.__origin__
    if get_origin(type_) not in (Union, UnionType):
        return Hint(type_, annotations, optional=False)
    parts = [part for part in get_args(type_) if part is not NoneType]
    if len(parts) == len(get_args(type_)):
        return Hint(type_, annotations, optional=False)
    inner = split_type(reduce(or_, parts))
    return Hint(inner.type, (*annotations, *inner.annotations), optional=True)


def class_of(type_: Any) -> Any:
    """Return the class of a type: ``Claim`` of ``Claim[Money]``."""
    return get_origin(type_) or type_


def is_model(type_: Any) -> bool:
    """Return whether a type is a model, or a generic one with its type (``Claim[Money]``)."""
    plain = class_of(type_)
    return isinstance(plain, type) and issubclass(plain, Model)


def classes_in(type_: Any) -> Iterator[Any]:
    """Yield every class within a type; of a generic model the whole (``Claim[Money]``) and what is in it."""
    if is_model(type_) or isinstance(type_, type):
        yield type_
    for part in get_args(type_):
        yield from classes_in(part)


def models_in(type_: Any) -> Iterator[type[Model]]:
    """Yield every model within a type."""
    return (part for part in classes_in(type_) if is_model(part))
