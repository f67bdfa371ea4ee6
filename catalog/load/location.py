"""From pydantic's location of an error to the key path that staff wrote."""

from typing import Any

Path = tuple[str | int, ...]


def key_path(location: Path, value: Any, *, missing: bool = False) -> Path:
    """Drop from a location the steps that are no keys (names of union branches).

    With ``missing`` the last step names a key that does not stand in the file.
    """
    found = _walk(location, value, missing=missing)
    if found is None and location:
        return key_path(location[:-1], value)
    return found or ()


def value_at(path: Path, value: Any) -> Any:
    """Give what stands at a key path, or nothing."""
    for step in path:
        if not _holds(value, step):
            return None
        value = value[step]
    return value


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _walk(location: Path, value: Any, *, missing: bool) -> Path | None:
    """Follow a location to its last step; nothing where that step stands nowhere."""
    if not location:
        return ()
    step, rest = location[0], location[1:]
    if _holds(value, step):
        found = _walk(rest, value[step], missing=missing)
        if found is not None:
            return (step, *found)
    if rest:
        return _walk(rest, value, missing=missing)
    return (step,) if missing and isinstance(value, dict) else None
