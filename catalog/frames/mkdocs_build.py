"""Renders the frames of one language with MkDocs and Material; run as a program of its own: SETTINGS.json ROOT OUT."""

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

REFUSED, UNWRITABLE = 2, 4
"""Exit codes: what staff or designers wrote cannot be rendered; a file cannot be written. Others but 0 are our bugs."""

CONFIG = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}


def build(settings: dict[str, Any], root: Path, out: Path) -> None:
    """Build the site of one language into ``out``; a warning (a dead link, say) is printed and fails the build."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415 - costs 0.4 s where no frame is built
    from mkdocs.config import load_config  # noqa: PLC0415

    logging.basicConfig(format="%(levelname)s %(message)s", level=logging.WARNING, stream=sys.stderr)
    config = load_config(
        str(root / CONFIG[settings["language"]]),
        site_name=settings["name"],
        site_description=settings["description"],
        site_url=settings["url"],
        site_dir=str(out),
    )
    other = {"zh": "en", "en": "zh"}[settings["language"]]
    words = load_config(str(root / CONFIG[other])).extra["words"]
    config.extra["portal"] = settings["portal"]
    config.extra["other"] = {**settings["other"], "words": words}
    config.nav = _without(config.nav, settings["empty"])
    mkdocs_build(config)


def _without(nav: Any, empty: list[str]) -> Any:
    """Take columns without records out of the menu, and sections that this leaves empty."""
    kept = []
    for item in nav or []:
        (title, target) = next(iter(item.items())) if isinstance(item, dict) else (None, item)
        if isinstance(target, list):
            inner = _without(target, empty)
            kept += [{title: inner}] if inner else []
        elif target.removesuffix(".md").split("/")[0] not in empty:
            kept.append(item)
    return kept


def main(settings: Path, root: Path, out: Path) -> int:
    """Build, and say in a few lines what MkDocs or a template objects to; anything else is our bug."""
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415

    try:
        build(json.loads(settings.read_text(encoding="utf-8")), root, out)
    except Abort:  # strict: the warnings were printed
        return REFUSED
    except TemplateSyntaxError as error:
        print(f"{error.filename}:{error.lineno}: {error.message}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(error, file=sys.stderr)
        return UNWRITABLE
    except (MkDocsException, TemplateError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:])))
