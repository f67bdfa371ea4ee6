"""Workbooks without the time at which they were written: the same content gives the same bytes."""

import io
import zipfile
from datetime import datetime

WRITTEN_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - the earliest time that a zip file can hold
"""The time that stands in every workbook."""

PROPERTIES = "docProps/core.xml"


def same_bytes(content: bytes, modified: datetime) -> bytes:
    """Return a workbook without the time at which it was written, which its properties name as ``modified``."""
    written, result = f"{modified:%Y-%m-%dT%H:%M:%SZ}", io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == PROPERTIES:
                data = data.replace(written.encode(), f"{WRITTEN_ON:%Y-%m-%dT%H:%M:%SZ}".encode())
            target.writestr(zipfile.ZipInfo(entry.filename, WRITTEN_ON.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return result.getvalue()
