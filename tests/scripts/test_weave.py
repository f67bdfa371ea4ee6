"""Modules become one classic script that does the same; what cannot be joined is refused at its line."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from investment_portal.rendering.assets import ScriptFault, bundle, scripts
from investment_portal.rendering.colours import Tokens
from tests.overlay import PORTAL

TOKENS = Tokens.of_palette("#9b1b30", "#1f4e79")


def lay(root: Path, **modules: str) -> dict[str, Path]:
    """Write modules into a portal's folder of scripts and return them by name; the entry is ``main.js``."""
    folder = root / "overrides" / "scripts"
    folder.mkdir(parents=True)
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return {path.name: path for path in folder.iterdir()}


def test_each_module_runs_once_and_keeps_its_names(tmp_path: Path, chromium: Browser) -> None:
    """Two modules with a name in common, one of them needed twice."""
    modules = lay(
        tmp_path,
        main='import { twice } from "./left.js";\nimport { count as seen } from "./count.js";\n'
        "const own = twice();\nglobalThis.said = [own, seen()];\n",
        left='import { count } from "./count.js";\nconst own = 2;\n'
        "export function twice() {\n  count();\n  return own;\n}\n",
        count="let own = 0;\nexport const count = () => ++own;\n",
    )
    page = chromium.new_page()
    page.set_content("<p>")
    page.add_script_tag(content=bundle(["main.js"], modules, tmp_path))
    assert page.evaluate("said") == [2, 2]
    page.close()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('const a = 1;\nimport { b } from "./nowhere.js";\n', 2),
        ('import { b } from "../../../secret.js";\n', 1),
        ('import { b } from "./main.js";\n', 1),
        ('import { b } from "./other.js";\n', 1),
        ('\nimport b from "./other.js";\n', 2),
        ("\n\nexport default 1;\n", 3),
        ('export * from "./other.js";\n', 1),
    ],
    ids=["missing", "outside", "itself", "circle", "default-import", "default-export", "wholesale"],
)
def test_what_cannot_be_joined_is_refused_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    """A developer reads which file, which line and how to write it."""
    modules = lay(tmp_path, main=text, other='import { c } from "./main.js";\nexport const b = c;\n')
    with pytest.raises(ScriptFault, match=r"^overrides/scripts/(main|other)\.js:\d+: ") as fault:
        bundle(["main.js"], modules, tmp_path)
    assert f":{line}: " in str(fault.value)


def test_every_script_of_the_portal_joins() -> None:
    """The same bytes at every build, and nothing but what pages load."""
    bundles = dict(scripts(PORTAL, TOKENS))
    assert bundles
    assert bundles == dict(scripts(PORTAL, TOKENS))
    assert all("\nimport " not in text and "\nexport " not in text for text in bundles.values())
