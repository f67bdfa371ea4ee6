"""Packs records into bytes and back, exactly: for caches of the build."""

from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, msgpack

from investment_portal.models.quantities import Area, Days, Money, MoneyRange, Percent, QuantityRange, UnitPrice
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.number import Headcount, WorkingDays, Years
from investment_portal.models.quantities.quantity import ParsedValue

Packed = TypeVar("Packed", bound=Struct)

QUANTITIES = {type_.__name__: type_ for type_ in (Money, Area, Percent, Days, Headcount, WorkingDays, Years)}
RANGES: dict[str, Any] = {type_.__name__: type_ for type_ in QuantityRange.__subclasses__()}


def pack(record: Struct) -> bytes:
    """Return a record as bytes (MessagePack), without the fields that have their default."""
    return _ENCODER.encode(record)


def unpack(model: type[Packed], packed: bytes) -> Packed:
    """Return the record of a model that was packed; nothing is checked again."""
    record: Packed = _decoder(model).decode(packed)
    return record


@cache
def _decoder(model: type[Struct]) -> msgpack.Decoder[Any]:
    return msgpack.Decoder(model, dec_hook=_value)


def _plain(value: Any) -> Any:
    """Return a value that MessagePack does not know as one that it knows."""
    if not isinstance(value, ParsedValue):
        raise TypeError(f"{value!r} cannot be packed")
    return [type(value).__name__, *value.parts]


def _value(type_: type[Any], plain: Any) -> Any:
    """Return the value that a plain one stands for: decimals stand as texts."""
    if isinstance(plain, list):
        name, *parts = plain
        if name == "PartialDate":
            return PartialDate(*parts)
        if name == "UnitPrice":
            typed, sum_, per, every = parts
            return UnitPrice(typed, _value(MoneyRange, sum_), per, every)
        if name in RANGES:
            typed, low, high, about = parts
            range_ = RANGES[name]
            lower = _value(range_.of, low) if low else None
            # Most figures are exact: both bounds are one value, which takes half the memory and compares at once.
            upper = lower if low == high else _value(range_.of, high) if high else None
            return range_(lower.typed if lower and lower.typed == typed else typed, lower, upper, about)
        typed, number, *unit = parts
        return QUANTITIES[name](typed, Decimal(number), *unit)
    return Decimal(plain) if isinstance(plain, str) and issubclass(Decimal, type_) else plain


_ENCODER = msgpack.Encoder(enc_hook=_plain)
