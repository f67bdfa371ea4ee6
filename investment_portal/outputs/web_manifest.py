"""``site.webmanifest`` of each language: name, colour and icons of the portal (W3C Web Application Manifest)."""

import json
from collections.abc import Iterator

from investment_portal.languages import HTML_LANGUAGES, LANGUAGES, language_path
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.share_cards.icons import MANIFEST_SIZES, icon_path

NAME = "site.webmanifest"


def web_manifests(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the manifests. The site needs the network, so that it opens in the browser and not as an application."""
    site = build.catalog.site
    for language in LANGUAGES:
        up = "../" * language_path(language).count("/")
        manifest = {
            "name": site.name.in_(language),
            "description": site.description.in_(language),
            "lang": HTML_LANGUAGES[language],
            "dir": "ltr",
            "start_url": "./",
            "scope": "./",
            "display": "browser",
            "theme_color": site.palette.main,
            "background_color": "#ffffff",
            "icons": [
                {"src": up + icon_path(size), "sizes": f"{size}x{size}", "type": "image/png"} for size in MANIFEST_SIZES
            ],
        }
        yield f"{language_path(language)}{NAME}", json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


OUTPUT = Output(web_manifests)
