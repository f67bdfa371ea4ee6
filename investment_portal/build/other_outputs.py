"""The outputs of a build that are not pages: data, feeds, search, styles and scripts, icons, pictures, other files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from msgspec import msgpack

from investment_portal.build.page_jobs import Shared
from investment_portal.build.published_theme import TREES, PublishedTheme
from investment_portal.build.site_links import SiteLinks
from investment_portal.cache.inputs import Scan
from investment_portal.cache.store import Store
from investment_portal.content.theme_files import theme_files
from investment_portal.languages import Language
from investment_portal.models.fingerprints import fingerprint
from investment_portal.models.media import Image
from investment_portal.models.reference import each
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.registry import OUTPUTS
from investment_portal.outputs.search_data import is_search_data, search_manifests, search_signs
from investment_portal.pages.content_pages.check import asset_files
from investment_portal.pages.dataset import Dataset
from investment_portal.pictures.picture import PictureFile
from investment_portal.publish.site import PublishedSite
from investment_portal.rendering.assets import published_files
from investment_portal.rendering.layouts import LayoutSet
from investment_portal.rendering.page_bundles import bundle_text
from investment_portal.share_cards.icons import MARK, icons

Files = Iterable[tuple[str, str | bytes]]


class OtherOutputs:
    """The outputs of one build that are not pages; what has its key from the last build is left alone."""

    def __init__(  # noqa: PLR0913 - what outputs are made from, and where they go
        self, root: Path, inputs: Scan, store: Store, *, theme: PublishedTheme, site: PublishedSite, links: SiteLinks
    ) -> None:
        """Take the inputs of the build, and the site with its links."""
        self._root, self._inputs, self._store, self._theme = root, inputs, store, theme
        self._site, self._links = site, links
        self.produced = 0

    def make(self, context: BuildContext, layout: LayoutSet, shared: Mapping[Language, Shared]) -> Iterator[None]:
        """Make the outputs whose keys differ, one after the other; ``layout`` is that of the first language."""
        for key, make in self._jobs(context, layout, shared):
            if not self.keeps_all(key):
                self.produced += 1
                self.put_all(key, make())
                yield

    def put_all(self, key: str, files: Files) -> None:
        """Put files into the site that are made under one key."""
        for path, content in files:
            self._site.put(path, key, content.encode() if isinstance(content, str) else content)
            self._links.add(path, content)

    def _jobs(
        self, context: BuildContext, layout: LayoutSet, shared: Mapping[Language, Shared]
    ) -> Iterator[tuple[str, Callable[[], Files]]]:
        base = fingerprint([state.base for state in shared.values()], context.day)
        for output in OUTPUTS:
            inputs = self._inputs.code().hex() if output.of_data else base
            for part in output.parts(context):
                key = fingerprint(output.name, part, inputs, output.depends(context, *part))
                yield key, partial(output.make, context, *part)
        sizes = {path: output.size for path, output in sorted(self._site.now.items()) if is_search_data(path)}
        signs = search_signs(context)
        key = fingerprint("search manifests", base, signs, list(sizes))
        yield key, partial(search_manifests, context, signs, sizes)
        for folder in TREES:
            theme = self._inputs.of_theme(folder, "assets")
            key = fingerprint("tree", folder, theme, repr(self._theme.tokens), self._inputs.code().hex())
            yield key, partial(self._of_theme, folder)
        for name in layout.files:
            published = self._theme.names.get(name, name)
            key = fingerprint("layout", published, layout.folder.digests[name])
            yield key, partial(_single_file, published, partial(layout.folder.read, name))
        colour = context.data.catalog.site.palette.main
        key = fingerprint("icons", self._inputs.of_theme(MARK), colour, self._inputs.code().hex())
        yield key, lambda: icons(theme_files(self._root, "")[MARK].read_text("utf-8"), colour)
        shown, code = _pictures_shown(context.data), self._inputs.code().hex()
        for name, path in asset_files(self._root).items():
            picture = context.data.pictures.get(name)
            key = fingerprint(
                "asset", name, self._inputs.digests.get(f"docs/assets/{name}", ""), code if picture else ""
            )
            yield key, partial(_single_file, f"files/{name}", partial(_cleaned, path) if picture else path.read_bytes)
            if picture and name in shown:
                key = fingerprint("picture", name, picture.digest, code)
                yield key, partial(self._sizes, name, picture, path, key)

    def _of_theme(self, folder: str) -> Files:
        return published_files(self._theme.files(folder))

    def _sizes(self, name: str, picture: PictureFile, path: Path, key: str) -> Files:
        """Return the files of a picture, as they were made for another site or before, or anew."""
        stored = self._store.cached(f"picture {name}", key)
        if stored:
            return msgpack.decode(stored, type=list[tuple[str, bytes]])
        from investment_portal.pictures.processing import sizes  # noqa: PLC0415 - only where a picture is new

        files = list(sizes(name, picture, path))
        with self._store.writing() as writer:
            writer.cached(f"picture {name}", key, msgpack.encode(files))
        return files

    def add_bundles(self, paths: Iterable[str]) -> None:
        """Make the styles and scripts that pages load as one."""
        for path in sorted(paths):
            key = fingerprint("bundle", path)
            if not self._site.keeps(path, key):
                self.put_all(key, [(path, bundle_text(path, dict(self._theme.files("styles")), self._root))])

    def keeps_all(self, key: str) -> bool:
        """Keep the files that were made under a key, if all of them are unchanged."""
        paths = self._paths_by_key.get(key, ())
        if not paths or any(path not in self._site.intact for path in paths):
            return False
        for path in paths:
            self._site.keeps(path, key)
        return True

    @cached_property
    def _paths_by_key(self) -> Mapping[str, list[str]]:
        paths: dict[str, list[str]] = {}
        for path, output in self._site.known.items():
            paths.setdefault(output.key, []).append(path)
        return paths


def _single_file(name: str, content: Callable[[], bytes]) -> Iterator[tuple[str, str | bytes]]:
    yield name, content()


def _pictures_shown(data: Dataset) -> frozenset[str]:
    """Return the files of the pictures that pages of records show."""
    if not data.pictures:
        return frozenset()
    files = [file for project in data.index.projects.values() for file in project.pictures]
    for _, _, record in data.catalog.everything():
        files += [image.file for _, image in each(Image, record)]
    return frozenset(files)


def _cleaned(path: Path) -> bytes:
    from investment_portal.pictures.processing import cleaned  # noqa: PLC0415 - only where a picture is new

    return cleaned(path)
