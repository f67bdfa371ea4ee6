"""A clerk's day in the form, in both languages: add, correct, translate, photograph, verify, withdraw, undo."""

import json
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from investment_portal.content.theme_files import THEME
from investment_portal.content.yaml_loader import load_text
from investment_portal.languages import LANGUAGES, Language
from investment_portal.preview.admin.api import Admin
from investment_portal.preview.admin.words import WORDS
from investment_portal.preview.hub import ReloadHub
from investment_portal.preview.server import Server
from tests.overlay import SEED

DAY = date(2026, 11, 30)
PROJECT = "projects/baijiu-brewing-base.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the seed portal."""
    shutil.copytree(SEED, tmp_path / "portal")
    return tmp_path / "portal"


@pytest.fixture
def server(root: Path, tmp_path: Path) -> Iterator[Server]:
    """Serve the form of the portal beside a site of one page."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "404.html").write_text("<!doctype html><p>404</p>", "utf-8")
    hub = ReloadHub()
    hub.put("one", [])
    server = Server(0, site, hub, "en", Admin(root, hub, lambda: DAY))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    hub.close()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Return the language of the form."""
    chosen: Language = request.param
    return chosen


@pytest.fixture
def form(chromium: Browser, server: Server, language: Language) -> Iterator[Page]:
    """Open the form."""
    context = chromium.new_context(
        locale="zh-CN" if language == "zh" else "en-GB", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{server.address}admin/#/project")
    expect(page.locator(".records li").first).to_be_visible()
    yield page
    context.close()
    assert failures == []


def field(*path: str | int) -> str:
    """Return the selector of a field."""
    return f".field[data-path='{json.dumps(path, separators=(',', ':'))}']"


def value(root: Path, file: str) -> dict[str, Any]:
    """Return what a file holds."""
    held: dict[str, Any] = load_text((root / file).read_text("utf-8")).value
    return held


def test_a_clerks_day(  # noqa: PLR0915 - a day has many steps
    form: Page, root: Path, server: Server, language: Language
) -> None:
    """Every step is seen in the files; what the form does not concern stays as it was."""

    def button(name: str) -> str:
        return f"button:has-text('{WORDS[name].in_(language)}')"

    before = (root / PROJECT).read_text("utf-8")

    # Correct a sum: the slip is named while it is typed, one press mends it, one line of the file changes.
    form.goto(f"{server.address}admin/#/project/baijiu-brewing-base")
    amount = field("investment")
    form.fill(f"{amount} input", "60 亿")
    expect(form.locator(f"{amount} .problems li")).to_contain_text("60 亿元")
    form.click(f"{amount} .use")
    expect(form.locator(f"{amount} .reading")).to_contain_text("60")
    form.keyboard.press("Control+s")
    expect(form.locator("#message")).to_contain_text("baijiu-brewing-base")
    after = (root / PROJECT).read_text("utf-8")
    assert after == before.replace("investment: 58 亿元", "investment: 60 亿元")

    # Translate: Chinese and English stand side by side.
    form.fill(f"{field('name', 'en')} textarea", "Brewing base for aged baijiu")
    form.click(button("save"))
    expect(form.locator("h1")).to_have_text("优质白酒酿造基地" if language == "zh" else "Brewing base for aged baijiu")
    expect(form.locator("#message")).to_contain_text("baijiu-brewing-base")
    assert value(root, PROJECT)["name"] == {"zh": "优质白酒酿造基地", "en": "Brewing base for aged baijiu"}

    # A photograph: dropped, cut, described.
    picture = BytesIO()
    Image.new("RGB", (2400, 1600), "green").save(picture, "JPEG")
    images = field("images")
    form.locator(f"details.more:has({images})").first.evaluate("box => { box.open = true }")
    form.click(f"{images} .add")
    form.set_input_files(
        f"{images} input[type=file]", {"name": "Hall 1.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}
    )
    form.click(f"dialog {button('done')}")
    expect(form.locator(f"{field('images', 0, 'file')} input")).to_have_value("projects/hall-1.jpg")
    form.fill(f"{field('images', 0, 'alt', 'zh')} textarea", "酿造车间外景")
    form.fill(f"{field('images', 0, 'alt', 'en')} textarea", "Brewing hall from outside")
    form.click(button("save"))
    expect(form.locator("#message")).to_contain_text("baijiu-brewing-base")
    expect(form.locator(f"{images} .problems li")).to_have_count(0)
    assert value(root, PROJECT)["images"] == [
        {
            "file": "projects/hall-1.jpg",
            "kind": "photo",
            "alt": {"zh": "酿造车间外景", "en": "Brewing hall from outside"},
        }
    ]
    assert (root / "docs/assets/projects/hall-1.jpg").is_file()

    # Add a record from a paper list, by a copy; errors keep it from being saved, a draft keeps what was typed.
    form.click(".acts summary")
    form.click(f".acts {button('copy')}")
    form.fill("dialog input", "brewing-annex")
    form.click(f"dialog {button('done')}")
    expect(form.locator("code")).to_have_text("brewing-annex")
    form.fill(f"{field('name', 'zh')} textarea", "酿造基地配套项目")
    form.fill(f"{field('name', 'en')} textarea", "")
    form.click(button("save"))
    expect(form.locator(".field .problems li.error").first).to_be_visible()
    assert not (root / "projects/brewing-annex.yaml").exists()
    form.fill(f"{field('name', 'en')} textarea", "Annex to the brewing base")
    form.click(button("save"))
    expect(form.locator("#message")).to_contain_text("brewing-annex")
    assert value(root, "projects/brewing-annex.yaml")["verified_on"] == DAY.isoformat()

    # Verify twenty at once.
    form.goto(f"{server.address}admin/#/contact")
    boxes = form.locator(".records input[type=checkbox]")
    expect(boxes.first).to_be_visible()
    for number in range(20):
        boxes.nth(number).check()
    form.click(button("verify_selected"))
    expect(form.locator("#message")).to_contain_text("20")
    dated = [file for file in (root / "contacts").glob("*.yaml") if f"verified_on: {DAY}" in file.read_text("utf-8")]
    assert len(dated) == 20

    # Withdraw one, and take it back.
    form.goto(f"{server.address}admin/#/project/brewing-annex")
    expect(form.locator("code")).to_have_text("brewing-annex")
    form.click(".acts summary")
    form.click(f".acts {button('withdraw')}")
    form.fill("dialog textarea[lang=zh-CN]", "用地另有安排")
    form.fill("dialog textarea[lang=en]", "The land is used otherwise")
    form.click(f"dialog {button('done')}")
    expect(form.locator("#message")).to_contain_text("brewing-annex")
    assert value(root, "projects/brewing-annex.yaml")["withdrawn"]
    form.click("#undo")
    expect(form.locator("#message")).to_contain_text("brewing-annex")
    assert "withdrawn" not in value(root, "projects/brewing-annex.yaml")


def test_what_was_typed_survives(form: Page, server: Server) -> None:
    """A page that was left without saving shows what was typed, and lets it go."""
    form.goto(f"{server.address}admin/#/project/baijiu-brewing-base")
    name = f"{field('name', 'zh')} textarea"
    form.fill(name, "改了一半")
    expect(form.locator("h1")).to_be_visible()
    form.wait_for_timeout(400)
    form.on("dialog", lambda dialog: dialog.accept())
    form.reload()
    expect(form.locator(name)).to_have_value("改了一半")
    form.click(".banner button")
    expect(form.locator(name)).to_have_value("优质白酒酿造基地")


def test_a_new_record_needs_a_free_id(form: Page, server: Server) -> None:
    """What cannot be an id, or is taken, keeps the dialog open; nothing has been filled in by then."""
    form.goto(f"{server.address}admin/#/project")
    form.click(".bar button.primary")
    typed = form.locator("dialog input")
    for id_ in ("Bad Id", "项目", "a--b", "baijiu-brewing-base"):
        typed.fill(id_)
        form.click("dialog button[type=submit]")
        expect(typed).to_be_visible()
        assert typed.evaluate("input => input.validationMessage")
    typed.fill("new-line")
    form.click("dialog button[type=submit]")
    expect(typed).to_have_count(0)
    assert form.url.endswith("new-line%3Fnew")


def test_two_people_see_both_versions(form: Page, root: Path, server: Server, language: Language) -> None:
    """The later one chooses; nothing is written before."""
    form.goto(f"{server.address}admin/#/project/baijiu-brewing-base")
    amount = f"{field('investment')} input"
    form.fill(amount, "61 亿元")
    path = root / PROJECT
    path.write_text(path.read_text("utf-8").replace("investment: 58 亿元", "investment: 62 亿元"), "utf-8")
    form.keyboard.press("Control+s")
    expect(form.locator(".conflict pre")).to_have_text(["61 亿元", "62 亿元"])
    assert "62 亿元" in path.read_text("utf-8")
    form.click(".conflict .primary")
    expect(form.locator(amount)).to_have_value("61 亿元")
    form.click(f"button:has-text('{WORDS['save'].in_(language)}')")
    expect(form.locator("#message")).to_contain_text("baijiu-brewing-base")
    assert "investment: 61 亿元" in path.read_text("utf-8")


def test_the_form_is_no_part_of_the_theme() -> None:
    """No template, script or style of the site knows it."""
    files = [path for path in THEME.rglob("*") if path.suffix in {".html", ".js", ".css"}]
    assert not [path for path in files if "admin/api" in path.read_text("utf-8") or path.name.startswith("admin")]
