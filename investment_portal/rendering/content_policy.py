"""The Content-Security-Policy of each page: what its browser may load and run, whatever a text has become."""

import hashlib
import re
from base64 import b64encode

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""Sources that each directive allows; the settings for web servers add what only a header can say."""

HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)
CHARSET = re.compile(r'<meta charset="?utf-8"?>')
INLINE_SCRIPT = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</script>", re.DOTALL)
NOT_RUN = re.compile(r"\b(?:src|type=\"?(?:application|importmap))")
"""Attributes of a script that is loaded, or holds data."""


def content_policy(html: str) -> str:
    """Return the policy of a page: scripts of its head are allowed by their hash, any other inline script is not.

    Texts of records and pages stand in the body alone.
    """
    head = HEAD.search(html)
    hashes = [
        f"'sha256-{b64encode(hashlib.sha256(script['text'].encode()).digest()).decode()}'"
        for script in INLINE_SCRIPT.finditer(head[0] if head else "")
        if not NOT_RUN.search(script["attributes"])
    ]
    directives = DIRECTIVES | {"script-src": " ".join([DIRECTIVES["script-src"], *dict.fromkeys(hashes)])}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def with_policy(html: str) -> str:
    """Return a page with its policy, which counts for all that follows in the head."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(html)}">'
    return CHARSET.sub(lambda charset: f"{charset[0]}\n{tag}", html, count=1)
