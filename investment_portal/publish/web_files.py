"""How a file of a site is served: its media type, and how long it may be cached.

Object storage gets both with each file; the settings for web servers in ``servers/`` are the same.
"""

import re

PLAIN = "application/octet-stream"

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json",
    "opml": "text/x-opml; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "pub": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
}
"""Media types by the endings of names."""

FEED = "application/atom+xml; charset=utf-8"

NAMED_BY_CONTENT = re.compile(r"(?:^|/)assets/(?:[^/]+/)*[^/]+\.[0-9a-f]{8}\.(?:min\.)?[a-z0-9]+$")
"""Files with a digest of their content in the name: under one name there is never another content."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
"""A browser keeps the file, and asks each time whether it is still the same."""


def content_type(path: str) -> str:
    """Return the media type of a file."""
    name = path.rpartition("/")[2]
    if name == "feed.xml":
        return FEED
    return TYPES.get(name.rpartition(".")[2].lower(), PLAIN)


def cache_control(path: str) -> str:
    """Return how long browsers and caches on the way may keep a file."""
    return FOR_EVER if NAMED_BY_CONTENT.search(path) else ASK_AGAIN
