"""The portal's own templates: each is compiled once, kept between builds, and noted where it is used."""

from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket

from catalog.kept.box import close_box, open_box
from catalog.trace.reads import note

FOLDER = "overrides/pages"


class Templates(Environment):
    """Opens templates; whatever a template asks for and a view lacks is an error."""

    def __init__(self, root: Path, **globals_: Any) -> None:
        """Open ``overrides/pages``; ``globals_`` are known in every template, those that are imported too."""
        super().__init__(
            loader=FileSystemLoader(root / FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # A build reads each template once: one that is saved meanwhile counts in the next.
            auto_reload=False,
            bytecode_cache=Compiled(root / ".cache" / "templates"),
        )
        # Data for scripts stands in pages as JSON: Chinese as it is, the same bytes at every build.
        self.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
        self.globals.update(globals_)

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002 - the name that Jinja gives it
        note("@file", f"{FOLDER}/{name}")
        return super()._load_template(name, globals)


class Compiled(BytecodeCache):
    """Compiled templates, each in a file that says whether it is whole; Jinja asks whether its source is the same."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled before."""
        found = open_box(self._folder / bucket.key, bucket.checksum.encode())
        if isinstance(found, bytes):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        close_box(self._folder / bucket.key, bucket.checksum.encode(), bucket.bytecode_to_string())
