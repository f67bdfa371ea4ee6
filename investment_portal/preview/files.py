"""From an address to a file of the site; nothing outside the site can be reached."""

from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from investment_portal.languages import LANGUAGES

KNOWN = MimeTypes(filenames=())
"""Python's own media types, without the machine's tables."""

for suffix, kind in {
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".vcf": "text/vcard",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}.items():
    KNOWN.add_type(kind, suffix)

TEXTUAL = ("application/json", "application/xml", "application/manifest+json", "image/svg+xml")
UNSAFE = ("\\", "\0", ":")
"""Signs that no address of a site has and that some systems read as a way out of a folder."""


def parts_of(target: str) -> list[str] | None:
    """Take the path of a request apart; nothing where it tries to leave the site."""
    parts = [part for part in unquote(urlsplit(f"//host{target}").path).split("/") if part]
    unsafe = any(part in {".", ".."} or any(sign in part for sign in UNSAFE) for part in parts)
    return None if unsafe else parts


def file_of(site: Path, parts: list[str]) -> Path | None:
    """Return the file at an address, or the folder of its page; links out of the site are not followed."""
    try:
        path = site.joinpath(*parts).resolve()
        inside = path.is_relative_to(site.resolve())
        if inside and (path.is_file() or (path / "index.html").is_file()):
            return path
    except (OSError, ValueError, RuntimeError):  # a name too long, say, or links that form a circle
        return None
    return None


def type_of(path: Path) -> str:
    """Return the content type of a file."""
    kind = KNOWN.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in TEXTUAL else kind


def not_found_page(site: Path, parts: list[str]) -> Path | None:
    """Find the site's page for addresses that do not exist, in the language of the address."""
    nearest = [site / parts[0] / "404.html"] if parts[:1] and parts[0] in LANGUAGES else []
    return next((page for page in (*nearest, site / "404.html") if page.is_file()), None)
