"""The pages that a change touches, in one file that opens from the disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.preview.changed_pages import ChangedPage, SiteChanges, changes_between, single_file
from tests.history.repository import Repository, repository
from tests.sites import tiny_portal

DAY = ("--date", "2026-06-30", "--lang", "en")
PAGE = "<!doctype html><html><head><title>{}</title>{}</head><body>{}</body></html>"


@pytest.fixture
def portal(tmp_path: Path) -> Repository:
    """Return the tiny portal with its settings, committed once."""
    portal_ = repository(tmp_path / "portal", tiny_portal)
    (portal_.root / ".gitignore").write_text("/site/\n.cache/\n/preview.html\n", "utf-8")
    portal_.commit("2026-03-01")
    return portal_


def test_a_change_is_opened_from_the_disk(
    portal: Repository, chromium: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages it touches and no others, with their styles; links between them work; nothing is asked of anybody."""
    portal.edit("Two lines.", "Three lines and a store.")
    portal.edit("两条线。", "三条线和仓库。")
    portal.edit("en: Bottling line", "en: Filling line")
    assert main(["build", *DAY], portal.root) == DONE
    assert main(["preview", "HEAD", *DAY], portal.root) == DONE
    assert portal.git("status", "--porcelain") == " M projects/bottling-line.yaml\n"
    file = portal.root / "preview.html"
    requests: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    listed = page.locator("nav button").evaluate_all("all => all.map((one) => one.dataset.page)")
    assert "projects/bottling-line/index.html" in listed
    assert "en/projects/bottling-line/index.html" in listed
    assert "en/about/index.html" not in listed
    assert f"{len(listed)} pages changed." in capsys.readouterr().out
    expect(page.locator("pre[lang=en]")).to_contain_text("+ Three lines and a store.")

    page.locator('button[data-page="en/projects/index.html"]').click()
    frame = page.frame_locator("iframe")
    frame.locator('main a[href$="bottling-line/"]').first.click()
    expect(frame.locator("h1")).to_have_text("Filling line")
    expect(page.locator("button[aria-current=page]")).to_have_attribute(
        "data-page", "en/projects/bottling-line/index.html"
    )
    font = frame.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
    assert "Times" not in font
    assert [address for address in requests if not address.startswith(("file:", "data:", "about:"))] == []
    page.close()


def test_what_cannot_be_compared(portal: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a site, with a revision that is none; a revision with errors leaves every page new."""
    assert main(["preview", "HEAD", *DAY], portal.root) == USAGE
    assert "Run build first." in capsys.readouterr().err
    record = portal.root / "projects/bottling-line.yaml"
    good = record.read_text("utf-8")
    record.write_text(f"{good}nmae: x\n", "utf-8")
    portal.commit("2026-03-02")
    assert main(["build", *DAY], portal.root) == DATA_ERRORS
    record.write_text(good, "utf-8")
    assert main(["build", *DAY], portal.root) == DONE
    assert main(["preview", "nowhere", *DAY], portal.root) == USAGE
    assert main(["preview", "HEAD", *DAY], portal.root) == DONE
    assert "every page counts as new" in capsys.readouterr().out


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Return a small site and the one before it."""
    before, after = tmp_path / "before", tmp_path / "after"
    for site in (before, after):
        (site / "en").mkdir(parents=True)
        (site / "same.html").write_text(PAGE.format("Same", "", ""), "utf-8")
        (site / "moved.html").write_text(PAGE.format(site.name, '<meta http-equiv="refresh" content="0">', ""), "utf-8")
        (site / "en/index.html").write_text(PAGE.format(f"A &amp; b {site.name}", "", ""), "utf-8")
    (before / "gone.html").write_text(PAGE.format("Gone", "", ""), "utf-8")
    (after / "new.html").write_text(PAGE.format("New", "", ""), "utf-8")
    return before, after


def test_changes(sites: tuple[Path, Path]) -> None:
    """Changed, new and gone; what is the same or only leads elsewhere is left out."""
    before, after = sites
    assert changes_between(after, before) == SiteChanges(
        [ChangedPage("en/index.html", "en", "A & b after", new=False), ChangedPage("new.html", "zh", "New", new=True)],
        ["gone.html"],
    )
    assert [page.path for page in changes_between(after, None).pages] == ["en/index.html", "new.html", "same.html"]


def test_hostile_pages_stay_in_their_frame(tmp_path: Path, chromium: Browser) -> None:
    """No script runs, no file outside of the site is read, nothing breaks out of the file's own script."""
    (tmp_path / "secret.svg").write_text("<svg/>", "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    body = (
        '<script>top.hacked = 1</script><img src="dot.svg" onload="top.hacked = 2"><img src="../secret.svg">'
        "<p>$data ${words} <!-- </script><script>top.hacked = 3</script> --></p>"
    )
    (site / "index.html").write_text(
        PAGE.format("</title><b>", '<meta http-equiv="refresh2" content="0">', body), "utf-8"
    )
    html = single_file(site, changes_between(site, None), {"zh": ["<b>"], "en": ["</pre><script>"]})
    assert "secret" not in html
    assert html.count("data:image/svg+xml;base64,") == 1
    (tmp_path / "preview.html").write_text(html, "utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "preview.html").as_uri())
    expect(page.frame_locator("iframe").locator("p")).to_contain_text("$data ${words}")
    assert page.evaluate("globalThis.hacked") is None
    page.close()
