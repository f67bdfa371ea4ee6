"""Read pictures, and make the files of each: upright, in sRGB, in several widths, without what a camera noted."""

import hashlib
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from struct import error as StructError  # noqa: N812 - a class
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from investment_portal.pictures.picture import FORMAT, HUGE, MOST_PIXELS, UNREADABLE, WIDTHS, PictureFile, address_of

FORMATS = ("JPEG", "PNG", "WEBP")
"""Formats that are read, whatever the ending of the file."""

DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, StructError)
"""Errors of the library where a file is cut off or damaged."""

ORIENTATION = 0x0112
ON_ITS_SIDE = 5
"""The tag of EXIF that tells how a camera was held, and the first of its values that swaps width and height."""

SAVED: dict[str, tuple[str, dict[str, Any]]] = {
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}
"""Ending -> format and settings of the files of a picture, the one that browsers prefer first."""

ANEW: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88, "method": 4},
}
"""Settings of a picture under its own name."""


def measure(path: Path, digest: str) -> PictureFile:
    """Read a picture as a whole, and return what is known of it."""
    content = path.read_bytes()
    width, height, fault = _measured(content)
    return PictureFile(digest or hashlib.sha256(content).hexdigest(), len(content), width, height, fault)


def _measured(content: bytes) -> tuple[int, int, str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=FORMATS) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return width, height, HUGE
                image.load()
                turned = image.getexif().get(ORIENTATION, 1) >= ON_ITS_SIDE
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return 0, 0, HUGE
    except UnidentifiedImageError:
        return 0, 0, FORMAT
    except DAMAGED:
        return 0, 0, UNREADABLE
    return (height, width, "") if turned else (width, height, "")


def sizes(name: str, picture: PictureFile, path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file of a picture."""
    with Image.open(path, formats=FORMATS) as image:
        upright = _plain(_opaque(_upright(image)))
    for width in picture.widths:
        resized = _resized(upright, width)
        for ending, (format_, settings) in SAVED.items():
            yield address_of(name, picture, width, ending), _bytes(resized, format_, settings)


def cleaned(path: Path) -> bytes:
    """Return a picture in its own format without metadata, of the largest width at most; an animation as it is."""
    with Image.open(path, formats=FORMATS) as image:
        format_ = "JPEG" if image.format == "MPO" else str(image.format)  # MPO: several JPEG in one file
        if format_ != "JPEG" and getattr(image, "is_animated", False):
            return path.read_bytes()
        upright = _upright(image)
        if format_ == "JPEG" or upright.width > WIDTHS[-1]:
            upright = _opaque(upright) if format_ == "JPEG" else upright.convert("RGBA")
        # A palette and its transparent colour are part of the picture.
        clear = {"transparency": upright.info["transparency"]} if "transparency" in upright.info else {}
        plain = _resized(_plain(upright), min(upright.width, WIDTHS[-1]))
        return _bytes(plain, format_, {**ANEW[format_], **(clear if upright.mode in {"P", "L", "RGB"} else {})})


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as the camera was held, with the colours that all screens know."""
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    if profile and upright.mode in {"RGB", "RGBA", "CMYK"}:
        try:
            source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            mode = "RGB" if upright.mode == "CMYK" else upright.mode
            converted = ImageCms.profileToProfile(upright, source, target, outputMode=mode)
        except (ImageCms.PyCMSError, OSError):  # a damaged profile: the colours stay as they are
            return upright
        return converted or upright
    return upright


def _opaque(image: Image.Image) -> Image.Image:
    """Return the picture in red, green and blue, on white where it lets the page through."""
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture without anything that is said about it."""
    plain = image.copy()
    plain.info = {}
    return plain


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _bytes(image: Image.Image, format_: str, settings: dict[str, Any]) -> bytes:
    content = BytesIO()
    image.save(content, format_, **settings)
    return content.getvalue()
