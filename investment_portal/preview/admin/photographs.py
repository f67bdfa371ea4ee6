"""Photographs dropped into the form: upright, cut as asked, of a sensible size, without what a camera noted."""

import re
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from investment_portal.editing.records import RecordError
from investment_portal.languages import Sentence
from investment_portal.pictures.processing import FORMATS
from investment_portal.pictures.processing import cleaned as cleaned_file

LARGEST = 40 * 1024 * 1024
"""Bytes of a photograph that is taken."""

Margins = tuple[float, float, float, float]
"""Parts that are cut off at the left, top, right and bottom, of width and height."""

NO_PICTURE = Sentence(
    "这不是能用的图片，请选 JPEG、PNG 或 WebP。", "This is no picture that can be used: choose JPEG, PNG or WebP."
)


def take(root: Path, folder: str, name: str, content: bytes, margins: Margins = (0, 0, 0, 0)) -> str:
    """Write a photograph below ``docs/assets`` and return its path there; nothing there is written over."""
    ending, cleaned = prepared(root, content, margins)
    stem = re.sub(r"[^a-z0-9]+", "-", name.rpartition(".")[0].lower()).strip("-")[:40] or "photo"
    target = root / "docs" / "assets" / folder
    target.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := target / f"{stem}{f'-{number}' if number > 1 else ''}.{ending}").exists():
        if path.read_bytes() == cleaned:
            break
        number += 1
    path.write_bytes(cleaned)
    return path.relative_to(root / "docs" / "assets").as_posix()


def prepared(root: Path, content: bytes, margins: Margins) -> tuple[str, bytes]:
    """Return the ending and the bytes of a photograph that was cut and cleaned."""
    folder = root / ".cache" / "admin"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "photograph"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=FORMATS) as image:
                ending = {"PNG": "png", "WEBP": "webp"}.get(str(image.format), "jpg")
            path.write_bytes(content)
            cleaned = cleaned_file(path)
            return ending, _cut(cleaned, margins) if any(margins) else cleaned
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError) as error:
        raise RecordError(NO_PICTURE) from error
    finally:
        path.unlink(missing_ok=True)


def _cut(content: bytes, margins: Margins) -> bytes:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        left, top, right, bottom = (min(max(part, 0.0), 0.45) for part in margins)
        width, height = image.size
        box = (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
        cut = image.crop(box)
        output = BytesIO()
        cut.save(output, image.format, quality=88)
        return output.getvalue()
