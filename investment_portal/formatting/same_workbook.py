"""Workbooks without the time at which they were written: the same content gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

WRITTEN_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - the earliest time that a zip file can hold
"""The time that stands in every workbook."""

PROPERTIES = "docProps/core.xml"


def same_bytes(content: bytes, modified: datetime, parts: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return a workbook without the time at which it was written, which its properties name as ``modified``.

    ``parts`` are files within it: they replace those of the same names, or are added.
    """
    written, result = f"{modified:%Y-%m-%dT%H:%M:%SZ}", io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        contents = {entry.filename: source.read(entry) for entry in source.infolist() if entry.filename not in parts}
        for name, data in {**contents, **parts}.items():
            always = f"{WRITTEN_ON:%Y-%m-%dT%H:%M:%SZ}".encode()
            same = data.replace(written.encode(), always) if name == PROPERTIES else data
            target.writestr(zipfile.ZipInfo(name, WRITTEN_ON.timetuple()[:6]), same, zipfile.ZIP_DEFLATED)
    return result.getvalue()
