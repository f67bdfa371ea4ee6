"""Which versions of the peers are installed."""

import json

from bench.peers.place import Place


def npm_version(place: Place, package: str) -> str:
    """Return the version of a package that npm brought."""
    version: str = json.loads((place.modules / package / "package.json").read_text("utf-8"))["version"]
    return version


def python_version(place: Place, package: str) -> str:
    """Return the version of a package that PyPI brought."""
    folder = next(place.python.glob(f"lib/python3*/site-packages/{package}-*.dist-info"))
    return folder.name.removesuffix(".dist-info").partition("-")[2]
