"""Edits of the root's content as staff make them, tried on the seed portal: each must be published."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.sites import MORE

DAY = "2026-11-28"
"""The day of the edits, later than all that the seed says of itself."""

Edit = Callable[[Path], None]


def _change(path: Path, pattern: str, put: str) -> None:
    """Replace what must stand in a file once."""
    before = path.read_text("utf-8")
    after, count = re.subn(pattern, put, before, flags=re.MULTILINE)
    assert count == 1, f"{pattern!r} stands {count} times in {path}"
    path.write_text(after, "utf-8")


def _records(root: Path) -> list[Path]:
    return [
        path for folder in ("projects", "policies", "contacts", "district") for path in (root / folder).rglob("*.yaml")
    ]


def verify_all(root: Path) -> None:
    """Set the day of verification of every record to today."""
    for path in _records(root):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"verified_on: \S+$", f"verified_on: {DAY}", text, flags=re.MULTILINE), "utf-8")


def add_project(root: Path) -> None:
    """Add a 43rd project, on land that its park has not cleared yet."""
    path = root / "projects" / "circuit-board-drills.yaml"
    shutil.copy(root / "projects" / "hdi-circuit-boards.yaml", path)
    _change(path, "^  zh: 高密度互连印制电路板生产项目$", "  zh: 电路板微钻生产项目")
    _change(path, "^  en: High-density interconnect circuit board plant$", "  en: Micro drills for circuit boards")
    _change(path, r"^land_ready: 300 亩\n", "")


def correct_sum(root: Path) -> None:
    """Correct the investment of a project that an event presented years ago."""
    _change(root / "projects" / "baijiu-brewing-base.yaml", "^investment: 58 亿元$", "investment: 60 亿元")


def replace_contact(root: Path) -> None:
    """Replace the person and the number of a contact."""
    path = root / "contacts" / "station-suzhou.yaml"
    _change(path, r"^phone: .*$", "phone: +86 512 0000 0999")
    _change(path, "^  zh: 会员服务专员$", "  zh: 会员联络员")
    _change(path, "^  en: Member services officer$", "  en: Member liaison")


def withdraw_project(root: Path) -> None:
    """Withdraw a project, with its reason."""
    path = root / "projects" / "convention-hotel.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        f"{text}withdrawn:\n  on: {DAY}\n  reason:\n    zh: 用地另有安排\n    en: The land is used otherwise\n", "utf-8"
    )


def rename_project(root: Path) -> None:
    """Rename a project, and name its former id."""
    before, after = "senior-care-community", "care-community"
    path = root / "projects" / f"{before}.yaml"
    path.write_text(f"{path.read_text('utf-8')}formerly: [{before}]\n", "utf-8")
    path.rename(path.with_stem(after))
    _refer(root, before, after)


def delete_project(root: Path) -> None:
    """Delete a project that another one takes over, with its address."""
    before, after = "farm-tourism-village", "vocational-training-base"
    (root / "projects" / f"{before}.yaml").unlink()
    _refer(root, before, after)
    path = root / "projects" / f"{after}.yaml"
    path.write_text(f"{path.read_text('utf-8')}formerly: [{before}]\n", "utf-8")


def _refer(root: Path, before: str, after: str) -> None:
    """Write the id of a record anew wherever it stands, but in its own file."""
    for path in [*_records(root), *(root / "docs").rglob("*.md")]:
        text = path.read_text("utf-8")
        if before in text and path.stem != after:
            path.write_text(re.sub(rf"(?<![\w-]){before}(?![\w-])", after, text), "utf-8")


def end_policy(root: Path) -> None:
    """Repeal a policy early."""
    _change(root / "policies" / "bridge-loan.yaml", "^  until: 2027-12-31$", "  until: 2026-11-01")


def add_photograph(root: Path) -> None:
    """Add a photograph to a project."""
    picture = root / "docs" / "assets" / "projects" / "drawing.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(MORE / "docs" / "assets" / "parks" / "hill.png", picture)
    path = root / "projects" / "energy-storage-packs.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        f"{text}images:\n  - file: projects/drawing.png\n    kind: photo\n    alt: {{zh: 厂区全景, en: The site}}\n",
        "utf-8",
    )


def add_page(root: Path) -> None:
    """Add a hand-written page in both languages, and a link to it."""
    for language, title, text in (("zh", "交通", "怎样到江阳。"), ("en", "Getting here", "How to reach Jiangyang.")):
        docs = root / "docs" / language
        head = f"---\ntitle: {title}\ndescription: {text}\n---\n\n"
        (docs / "getting-here.md").write_text(f"{head}# {title}\n\n{text}\n", "utf-8")
        about = docs / "about.md"
        about.write_text(f"{about.read_text('utf-8')}\n[{title}](getting-here.md)\n", "utf-8")


def replace_example(root: Path) -> None:
    """Replace an example by a real record."""
    _change(root / "projects" / "hdi-circuit-boards.yaml", r"^example: true\n", "")


def go_live(root: Path) -> None:
    """Replace every example, fill in the filings, and end the demonstration."""
    for path in _records(root):
        path.write_text(re.sub(r"^ *example: true\n", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    filing = (
        "demo: false\nfiling:\n  icp: 样ICP备00000000号\n  police: 样公网安备00000000000000号\n"
        '  police_code: "00000000000000"\n  site_id: "0000000000"\n'
        "  party_and_government_mark: https://mark.example.org/\n  error_report: https://errors.example.org/\n"
        "channels:\n  enquiry: https://ask.example.gov.cn/"
    )
    _change(root / "district" / "site.yaml", "^demo: true$", filing)


EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        *(verify_all, add_project, correct_sum, replace_contact, withdraw_project, rename_project, delete_project),
        *(end_policy, add_photograph, add_page, replace_example, go_live),
    )
}
"""Each edit by its name; all of them in this order are one more."""
