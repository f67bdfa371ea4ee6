"""Makes a portal of N projects out of the seed: ``python bench/make_records.py N FOLDER``.

The first projects are those of the seed, the portal frozen for tests, so that measures of different months compare;
each further one is one of them again under its own id, with a name, sums and sentences of its own. The same N gives
the same bytes.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = Path(__file__).parent.parent / "tests" / "fixtures" / "seed"
COPIED = ("docs", "overrides", "district", "policies", "contacts")
SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")

NAME = re.compile(r"^name:\n  zh: (?P<zh>.*)\n  en: (?P<en>.*)\n", re.MULTILINE)
SUMMARY = re.compile(r"^summary:\n  zh: (?P<zh>.*)\n  en: (?P<en>.*)\n", re.MULTILINE)
INVESTMENT = re.compile(r"^investment: (?P<number>[0-9.]+) 亿元$", re.MULTILINE)
OFFERED = re.compile(r"^land_offered: (?P<number>[0-9]+) 亩$", re.MULTILINE)
PARK_LAND = re.compile(r"^land_(?:ready|reserved|reserved_from|as_of): .*\n", re.MULTILINE)
LAND = re.compile(r"^land_area: (?P<number>[0-9]+) 亩$", re.MULTILINE)

PLACES_ZH = ("东", "南", "西", "北", "中")
PLACES_EN = ("east", "south", "west", "north", "centre")
STATUS = ("seeking", "seeking", "seeking", "negotiating", "signed")


def projects(count: int) -> Iterator[tuple[str, str]]:
    """Yield ``count`` projects as (id, YAML)."""
    originals = [(path.stem, path.read_text("utf-8")) for path in sorted((SEED / "projects").glob("*.yaml"))]
    for number in range(count):
        id_, text = originals[number % len(originals)]
        turn = number // len(originals)
        yield (id_, text) if turn == 0 else (f"{id_}-{turn}", _another(text, turn))


def _another(text: str, turn: int) -> str:
    """Vary a project: its name, its sums, its status, a sentence."""
    zh, en = PLACES_ZH[turn % len(PLACES_ZH)], PLACES_EN[turn % len(PLACES_EN)]
    text = NAME.sub(rf"name:\n  zh: \g<zh>（{zh}区 {turn} 号）\n  en: \g<en>, {en} no. {turn}\n", text)
    text = SUMMARY.sub(rf"summary:\n  zh: \g<zh>（第 {turn} 宗）\n  en: \g<en> This is lot {turn}.\n", text)
    text = INVESTMENT.sub(lambda match: f"investment: {float(match['number']) + turn % 17 / 10:.2f} 亿元", text)
    text = OFFERED.sub(lambda match: f"land_offered: {int(match['number']) + turn % 23} 亩", text)
    text = LAND.sub(lambda match: f"land_area: {int(match['number']) + turn % 23} 亩", text)
    return re.sub(r"^status: seeking$", f"status: {STATUS[turn % len(STATUS)]}", text, flags=re.MULTILINE)


def make(count: int, folder: Path) -> None:
    """Write the portal; what stood there before goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        shutil.copytree(SEED / name, folder / name)
    for name in SETTINGS:
        shutil.copy2(SEED / name, folder / name)
    # A park cannot hold the ready land of hundreds of projects: how much it has is left open.
    for path in sorted((folder / "district" / "parks").glob("*.yaml")):
        path.write_text(PARK_LAND.sub("", path.read_text("utf-8")), "utf-8")
    (folder / "projects").mkdir()
    for id_, text in projects(count):
        (folder / "projects" / f"{id_}.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
