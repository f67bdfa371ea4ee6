"""From pydantic's location of an error to the key path that staff wrote."""

from typing import Any

Path = tuple[str | int, ...]


def key_path(location: Path, value: Any) -> Path:
    """Drop from a location the steps that are no keys (names of union branches).

    The last step may name a key that is missing from the file.
    """
    return _walk(location, value) or ()


def _walk(location: Path, value: Any) -> Path | None:
    if not location:
        return ()
    step, rest = location[0], location[1:]
    if isinstance(value, dict) and step in value or isinstance(value, list) and isinstance(step, int) and step < len(value):
        found = _walk(rest, value[step])  # type: ignore[index]
        if found is not None:
            return (step, *found)
    if rest:
        return _walk(rest, value)
    return (step,) if isinstance(value, dict) else None
