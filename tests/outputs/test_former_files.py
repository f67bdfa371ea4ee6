"""Files beside the page of a renamed record: they stand at the old address too, and are the same entry as before."""

import re
import shutil
from pathlib import Path

import pytest

from investment_portal.build.build import build
from tests.sites import TINY_DAY, Site, tiny_portal

FILES = {
    "event": ("district/events", "events/{id}/event.ics", r"^UID:.*event-(.+)@"),
    "policy": ("policies", "policies/{id}/window.ics", r"^UID:policy-(.+)-window"),
    "contact": ("contacts", "contacts/{id}/card.vcf", r"^UID:.*contacts/(.+)/"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_renamed_record(full: Site, tmp_path: Path, kind: str) -> None:
    """Renamed twice: the file is at all three addresses, under the first id."""
    folder, place, identity = FILES[kind]
    first = next(
        path.stem
        for path in sorted((full.portal / folder).glob("*.yaml"))
        if (full.out / place.format(id=path.stem)).is_file() and path.stem not in {"bureau", "hotline"}
    )
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", root / ".cache/layouts")
    text = (root / folder / f"{first}.yaml").read_text("utf-8").rstrip()
    (root / folder / f"{first}.yaml").unlink()
    (root / folder / "third.yaml").write_text(f"{text}\nformerly: [{first}, second]\n", "utf-8")
    for path in [*root.rglob("*.yaml"), *(root / "docs").rglob("*.md")]:
        if path.stem != "third":
            old = path.read_text("utf-8")
            path.write_text(re.sub(rf"(?<![\w-]){first}(?![\w-])", "third", old), "utf-8")
    result = build(root, tmp_path / "site", TINY_DAY)
    assert result.published, result.problems
    contents = {(tmp_path / "site" / place.format(id=id_)).read_bytes() for id_ in (first, "second", "third")}
    (content,) = contents
    match = re.search(identity, content.decode().replace("\r\n ", ""), re.MULTILINE)
    assert match
    assert match[1] == first
    assert "/third/" in content.decode().replace("\r\n ", "")
