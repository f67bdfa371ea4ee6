"""Remove the white space of a template that only lays out the template: indentation and line ends between tags."""

import re

BLOCK_TAGS = """
address article aside blockquote body br caption col colgroup dd details dialog div dl dt fieldset figcaption figure
footer form h h1 h2 h3 h4 h5 h6 head header hr html legend li link main meta nav noscript ol optgroup option p pre
script section style summary table tbody td template tfoot th thead title tr ul
circle defs desc ellipse g line marker path polygon polyline rect text
"""
"""Tags beside which white space is not visible: text around them begins a new line, or they are not shown as text.

``h`` is the beginning of ``<h{{ level }}>``; the last line are the shapes of drawings.
"""

_BLOCK = frozenset(BLOCK_TAGS.split())
_LAYOUT = re.compile(r"[ \t]*\n\s*")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)")
_VERBATIM = re.compile(r"<(/?)(pre|script|style|textarea)\b")


class Squeeze:
    """Squeezes the literal text of one template file, piece by piece, in the order of the file.

    White space that holds a line end is removed beside a block tag, and becomes one blank elsewhere: between inline
    elements it is visible. What stands in ``pre``, ``script``, ``style`` and ``textarea`` stays as it is, and so does
    white space within a line.
    """

    def __init__(self) -> None:
        """Begin at the start of a file."""
        self._tag = ""  # the last tag before the current position, which may have begun in an earlier piece
        self._verbatim = ""

    def __call__(self, text: str, *, new_line: bool = False) -> str:
        """Return a piece of literal text without its layout; ``new_line`` where it begins a line."""
        if new_line and text.startswith((" ", "\t")):
            text = f"\n{text}"
        pieces = []
        start = 0
        for match in _VERBATIM.finditer(text):
            closing, tag = match.groups()
            if self._verbatim and closing and tag == self._verbatim:
                pieces.append(text[start : match.start()])
                start, self._verbatim = match.start(), ""
            elif not self._verbatim and not closing:
                pieces.append(self._squeezed(text[start : match.end()]))
                start, self._verbatim = match.end(), tag
        pieces.append(text[start:] if self._verbatim else self._squeezed(text[start:]))
        return "".join(pieces)

    def _squeezed(self, text: str) -> str:
        pieces = []
        start = 0
        for match in _LAYOUT.finditer(text):
            before, after = text[start : match.start()], _TAG.match(text, match.end())
            self._pass(before)
            beside = self._tag if before.endswith(">") else "", after[1] if after else ""
            pieces += [before, "" if _BLOCK.intersection(beside) else " "]
            start = match.end()
        self._pass(text[start:])
        return "".join([*pieces, text[start:]])

    def _pass(self, text: str) -> None:
        """Note the last tag of a text."""
        for tag in _TAG.findall(text):
            self._tag = tag
