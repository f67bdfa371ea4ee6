"""Read PDFs back, independently of what wrote them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader


class Pdf:
    """A PDF as a reader sees it."""

    def __init__(self, content: bytes) -> None:
        """Open the PDF."""
        self._reader = PdfReader(BytesIO(content), strict=True)
        self.catalog: Any = self._reader.trailer["/Root"]
        self.pages = len(self._reader.pages)

    @property
    def title(self) -> str | None:
        """The title of the document."""
        return self._reader.metadata.title if self._reader.metadata else None

    @property
    def metadata(self) -> str:
        """The metadata in XML, which say which standards the document follows."""
        return str(self.catalog["/Metadata"].get_object().get_data().decode())

    @property
    def text(self) -> str:
        """The text as it is copied, without white space, which depends on line ends."""
        return "".join("".join(page.extract_text().split()) for page in self._reader.pages)

    def fonts(self) -> Iterator[Any]:
        """Yield the descriptor of each font."""
        for page in self._reader.pages:
            resources: Any = page["/Resources"]
            fonts = resources.get("/Font", {})
            for name in fonts:
                font = fonts[name].get_object()
                for descendant in font.get("/DescendantFonts", [font]):
                    yield descendant.get_object()["/FontDescriptor"].get_object()

    def elements(self) -> Iterator[tuple[str, Any]]:
        """Yield each element of the structure with its type, in reading order."""
        yield from _below(self.catalog["/StructTreeRoot"].get_object())


def _below(node: Any) -> Iterator[tuple[str, Any]]:
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        element = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(element, dict):
            if "/S" in element:
                yield str(element["/S"]), element
            yield from _below(element)


def read(path: Path) -> Pdf:
    """Open the PDF at a path."""
    return Pdf(path.read_bytes())
