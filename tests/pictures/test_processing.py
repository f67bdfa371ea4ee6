"""A picture is measured as it is seen, refused with its fault, and published without what a camera noted."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from investment_portal.pictures.picture import FORMAT, HUGE, UNREADABLE, PictureFile
from investment_portal.pictures.processing import cleaned, measure, sizes

MAKER, ORIENTATION, PLACE = 0x010F, 0x0112, 0x8825
TURNED = 6


def drawn(path: Path, size: tuple[int, int] = (1200, 800), *, orientation: int = 1) -> Path:
    """Draw a picture with a red left half, and what a camera notes: maker, place, orientation, colours."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[MAKER], notes[ORIENTATION] = "Example maker", orientation
    notes[PLACE] = {1: "N", 2: (28.0, 53.0, 1.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image.save(path, exif=notes, icc_profile=profile, quality=90)
    return path


def measured(path: Path) -> PictureFile:
    """Measure a picture."""
    return measure(path, hashlib.sha256(path.read_bytes()).hexdigest())


def opened(content: bytes) -> Image.Image:
    """Open a picture and read it whole."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_sizes(tmp_path: Path, name: str) -> None:
    """Three widths, the largest that of the picture, as WebP and JPEG, none with metadata."""
    path = drawn(tmp_path / name)
    picture = measured(path)
    assert (picture.width, picture.height, picture.fault, picture.widths) == (1200, 800, "", (480, 960, 1200))
    made_files = {address.rpartition("-")[2]: opened(content) for address, content in sizes(name, picture, path)}
    assert {ending: image.size for ending, image in made_files.items()} == {
        f"{width}.{ending}": (width, height)
        for width, height in ((480, 320), (960, 640), (1200, 800))
        for ending in ("webp", "jpg")
    }
    for image in made_files.values():
        assert not image.getexif()
        assert {"exif", "icc_profile", "xmp", "comment"}.isdisjoint(image.info)
        red = image.convert("RGB").getpixel((20, 20))
        assert isinstance(red, tuple)
        assert red[0] > 200 > red[2]


def test_a_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    """It has one width, its own."""
    assert measured(drawn(tmp_path / "a.jpg", (300, 200))).widths == (300,)


def test_a_camera_held_upright(tmp_path: Path) -> None:
    """The picture is turned, and its size is that of the turned one."""
    path = drawn(tmp_path / "a.jpg", (600, 400), orientation=TURNED)
    picture = measured(path)
    assert (picture.width, picture.height) == (400, 600)
    image = opened(dict(sizes("a.jpg", picture, path))[f"pictures/a-{picture.digest[:8]}-400.jpg"])
    assert image.size == (400, 600)
    top, bottom = image.getpixel((200, 20)), image.getpixel((200, 580))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > top[2]
    assert bottom[2] > bottom[0]


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    """The files of a picture depend on nothing else."""
    path = drawn(tmp_path / "a.jpg")
    assert list(sizes("a.jpg", measured(path), path)) == list(sizes("a.jpg", measured(path), path))
    assert cleaned(path) == cleaned(path)


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGBA"), ("b.png", "LA"), ("c.png", "P"), ("d.png", "I;16")])
def test_what_lets_the_page_through_is_white(tmp_path: Path, name: str, mode: str) -> None:
    """Also grey of 16 bits and palettes can be read."""
    path = tmp_path / name
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0)) if mode != "I;16" else Image.new("I;16", (40, 30), 65535)
    (image if image.mode == mode else image.convert(mode)).save(path)
    contents = dict(sizes(name, measured(path), path))
    if mode != "P":
        assert {opened(content).convert("L").getpixel((5, 5)) for content in contents.values()} == {255}
    assert opened(cleaned(path)).size == (40, 30)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_under_its_own_name(tmp_path: Path, name: str) -> None:
    """Hand-written pages show it: of the largest width at most, in its own format, without metadata."""
    path = drawn(tmp_path / name, (2000, 1000))
    image = opened(cleaned(path))
    assert (image.format, image.size) == (opened(path.read_bytes()).format, (1600, 800))
    assert not image.getexif()
    assert {"exif", "icc_profile", "xmp", "comment"}.isdisjoint(image.info)


def test_notes_in_a_png_are_removed(tmp_path: Path) -> None:
    """They are texts of their own; the clear colour of a palette stays."""
    notes, path = PngImagePlugin.PngInfo(), tmp_path / "a.png"
    notes.add_text("Author", "somebody")
    image = Image.new("P", (20, 10))
    image.putpalette([0, 0, 0, 255, 255, 255])
    image.save(path, pnginfo=notes, transparency=0)
    clean = opened(cleaned(path))
    assert "Author" not in clean.info
    assert clean.convert("RGBA").getpixel((1, 1)) == (0, 0, 0, 0)


def test_faults(tmp_path: Path) -> None:
    """Another format, a file that is cut off, too many pixels: each is reported by its name, and nothing is raised."""
    other, cut, huge = tmp_path / "a.jpg", tmp_path / "b.jpg", tmp_path / "c.png"
    Image.new("RGB", (9, 9)).save(other, "GIF")
    cut.write_bytes(drawn(tmp_path / "whole.jpg").read_bytes()[:9000])
    Image.new("1", (10_000, 5_001)).save(huge)
    assert [measured(path).fault for path in (other, cut, huge)] == [FORMAT, UNREADABLE, HUGE]
    bomb = tmp_path / "d.png"
    Image.new("1", (20_000, 10_000)).save(bomb)
    assert measured(bomb).fault == HUGE
    (tmp_path / "e.jpg").write_bytes(b"")
    assert measured(tmp_path / "e.jpg").fault == FORMAT
