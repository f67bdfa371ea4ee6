"""Answers of nginx and Caddy with the settings of the package, to browsers, calendars and address books."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from investment_portal.cli.command import DONE
from investment_portal.cli.main import main
from investment_portal.languages import LANGUAGES, Language
from investment_portal.publish.target import MARKER
from investment_portal.publish.web_files import ASK_AGAIN, FOR_EVER, TYPES, cache_control, content_type
from tests.publish.deploy.places import ROOT
from tests.publish.servers.running import SERVERS, Server, caddy, nginx
from tests.sites import Site

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
SETTLES = 100
"""Milliseconds in which the scripts of a page do what they do once it is there."""
WIDEST = 20
"""Files of one type that are asked for at most."""


@pytest.fixture(scope="module")
def published(extended: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the site with cards for other sites beside files of every other type."""
    out = tmp_path_factory.mktemp("servers") / "site"
    for path in extended.out.rglob("*"):
        if path.is_file():
            place = out / path.relative_to(extended.out)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())
    for ending in TYPES:
        (out / f"sample.{ending}").write_bytes(b"sample " * 400)
    (out / "assets" / "sample.0a1b2c3d.css").write_bytes(b"sample " * 400)
    return out


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Run each server."""
    with request.param(published, tmp_path_factory.mktemp("server")) as running:
        yield running


def paths(published: Path) -> list[str]:
    """Return some files of each type."""
    by_ending: dict[str, list[str]] = {}
    for path in sorted(published.rglob("*")):
        if path.is_file() and path.name not in {MARKER, "index.html"}:
            by_ending.setdefault(path.suffix, []).append(path.relative_to(published).as_posix())
    return [path for paths_ in by_ending.values() for path in paths_[:WIDEST]]


def test_files_have_their_type_and_time(server: Server, published: Path) -> None:
    """The same as in object storage."""
    wrong = {}
    for path in paths(published):
        answer = server.get(f"/{path}")
        headers = answer.headers.get("content-type", ""), answer.headers.get("cache-control", "")
        if answer.status != 200 or (headers[0].lower(), headers[1]) != (content_type(path), cache_control(path)):
            wrong[path] = answer.status, *headers
    assert wrong == {}


def test_texts_are_compressed(server: Server, published: Path) -> None:
    """Pages, styles, scripts, data, feeds and the site map; caches on the way keep both forms apart."""
    wanted = ["", "sitemap.xml", "feed.xml", "sample.css", "sample.js", "sample.json", "sample.ics", "sample.svg"]
    for path in wanted:
        answer = server.get(f"/{path}", compressed=True)
        assert answer.headers.get("content-encoding") == "gzip", path
        assert "accept-encoding" in answer.headers.get("vary", "").lower(), path
        assert gzip.decompress(answer.body) == (published / (path or "index.html")).read_bytes()


@pytest.mark.parametrize(
    "path", ["/nothing/", "/en/nothing/", "/nothing.html", "/en/nothing.ics", "/assets/", "/en/projects/nothing/"]
)
def test_what_is_not_there(server: Server, published: Path, path: str) -> None:
    """The page for it is in the language of the address, and nobody keeps it."""
    answer = server.get(path)
    page = published / ("en/404.html" if path.startswith("/en/") else "404.html")
    assert (answer.status, answer.body) == (404, page.read_bytes())
    assert answer.headers["content-type"].lower() == TYPES["html"]
    assert answer.headers["cache-control"] == ASK_AGAIN


def test_a_missing_asset_is_not_kept(server: Server) -> None:
    """Who meets a publication half-way asks again."""
    assert server.get("/assets/sample.0a1b2c3d.css").headers["cache-control"] == FOR_EVER
    answer = server.get("/assets/sample.ffffffff.css")
    assert (answer.status, answer.headers["cache-control"]) == (404, ASK_AGAIN)


def test_own_files_are_not_served(server: Server) -> None:
    """The marker of the build, the state of a deployment; nor any path that leads out."""
    for path in (f"/{MARKER}", "/.portal/state.json", "/.git/config", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"):
        assert server.get(path).status in {400, 404}, path


@pytest.mark.parametrize("path", ["/", "/nothing/", "/assets/sample.0a1b2c3d.css"])
def test_every_answer_protects_readers(server: Server, path: str) -> None:
    """Those of errors too."""
    headers = server.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["strict-transport-security"].startswith("max-age=")
    assert "geolocation=()" in headers["permissions-policy"]
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert not re.search("[0-9]", headers.get("server", ""))


@pytest.mark.parametrize(
    ("path", "ancestors"),
    [
        ("/embed/projects/bottling-line/", "*"),
        ("/en/embed/list/", "*"),
        ("/embed/", "'self'"),
        ("/projects/bottling-line/", "'self'"),
        ("/embed/nothing/", "'self'"),
    ],
)
def test_other_sites_may_frame_what_is_meant_for_them(server: Server, path: str, ancestors: str) -> None:
    """Cards and lists, and no other page; all other rules hold for them as well."""
    headers = server.get(path).headers
    assert headers["content-security-policy"].endswith(f"; frame-ancestors {ancestors}")
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"


def test_folders_end_in_a_slash(server: Server) -> None:
    """The redirection keeps host and port of the reader."""
    answer = server.get("/projects")
    assert answer.status in {301, 308}
    assert answer.headers["location"] == "/projects/"


def test_plain_requests_are_redirected(server: Server) -> None:
    """To the same address with TLS; Caddy does that by itself where it holds the certificate."""
    if server.tls:
        answer = server.get("/projects/", plain=True)
        assert (answer.status, answer.headers["location"]) == (301, "https://invest.example.gov.cn/projects/")


def kinds_of_pages(published: Path) -> list[str]:
    """Return the address of one page of each kind in each language, of moved ones and of those for what is missing."""
    kinds: dict[tuple[str, ...], str] = {}
    for page in sorted(published.rglob("*.html")):
        *folders, name = page.relative_to(published).parts
        language = folders[:1] if folders[:1] == ["en"] else []
        column, *below = folders[len(language) :] or [""]
        moved = "refresh" if 'http-equiv="refresh"' in page.read_text("utf-8") else ""
        address = "/".join([*folders, "" if name == "index.html" else name])
        kinds.setdefault((*language, column, str(len(below)), moved, name), address)
    return list(kinds.values())


VIOLATIONS = "addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective))"
TOOLS = (
    "search/?q=a",
    "projects/?q=a",
    "compare/?ids=old-mill,bottling-line",
    "policies/matcher/#jobs=60",
    "costs/?land=100",
)
"""Addresses at which tools show what their readers asked for."""


def test_a_browser_finds_nothing_against_the_policy(server: Server, published: Path, chromium: Browser) -> None:
    """Every kind of page works under its Content-Security-Policy and that of the server."""
    context = chromium.new_context(ignore_https_errors=True)
    page = context.new_page()
    page.add_init_script(VIOLATIONS)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in (*kinds_of_pages(published), *TOOLS, "nothing/", "en/nothing/"):
        page.goto(f"{server.address}{path}", wait_until="load")
        page.wait_for_timeout(SETTLES)
        faults = [f"{path}: {fault}" for fault in faults if "status of 404" not in fault]
        assert not faults
    context.close()


INJECTED = """() => {
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='ran = 1'><p id=x style='color:red'>x</p>");
    const script = document.createElement("script");
    script.textContent = "ran = 1";
    document.body.append(script);
    const style = document.createElement("style");
    style.textContent = "#x { color: red }";
    document.body.append(style);
}"""


def test_what_is_injected_does_not_run(full_address: str, full: Site, chromium: Browser) -> None:
    """Neither handlers nor scripts nor styles, with the policy of the page alone and from the disk."""
    for address in (full_address, f"{full.out.as_uri()}/index.html"):
        page = chromium.new_page()
        page.goto(address)
        page.evaluate(INJECTED)
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") is None
        assert page.evaluate("getComputedStyle(document.querySelector('#x')).color") != "rgb(255, 0, 0)"
        assert page.evaluate("document.documentElement.classList.contains('js')")
        page.close()


def test_the_policy_is_that_of_every_page(full: Site, real: Site) -> None:
    """The servers' settings add who may frame a page; a new script of the theme needs a new number there."""
    pages = [page.read_text("utf-8") for site in (full, real) for page in site.out.rglob("*.html")]
    (policy,) = {match for page in pages if 'http-equiv="refresh"' not in page for match in POLICY.findall(page)}
    assert "unsafe" not in policy
    for name, ancestors in (("Caddyfile", "{portal_ancestors}"), ("nginx.conf", "$portal_ancestors")):
        assert f'"{policy}; frame-ancestors {ancestors}"' in (SERVERS / name).read_text("utf-8"), name


def test_every_page_has_a_policy(full: Site, real: Site) -> None:
    """Before anything that it loads: those of records, of texts, of former addresses, of what is not there."""
    for site in (full, real):
        for page in site.out.rglob("*.html"):
            before, policy, _ = page.read_text("utf-8").partition('<meta http-equiv="Content-Security-Policy"')
            assert policy, page
            assert not re.search("<(?:script|link|style|img)", before), page
            assert not re.search(r"<[^>]* style=|<style", page.read_text("utf-8")), page


def test_both_servers_have_one_policy() -> None:
    """Word for word, but for how each names who may frame a page."""
    policies = [
        [
            policy.replace("{portal_ancestors}", "$portal_ancestors")
            for policy in re.findall(r'Content-Security-Policy "([^"]+)"', (SERVERS / name).read_text("utf-8"))
        ]
        for name in ("Caddyfile", "nginx.conf")
    ]
    assert policies[0] == policies[1]
    assert len(policies[0]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_portals_below_one_name(published: Path, tmp_path: Path, language: Language) -> None:
    """With the map of the manual each has its own pages for what is not there; assets are kept as ever."""
    not_found = re.compile(r"^map \$request_uri \$portal_not_found \{.*?^\}", re.MULTILINE | re.DOTALL)
    manual, settings = (
        not_found.findall(path.read_text("utf-8"))
        for path in (ROOT / "manual" / language / "publishing.md", SERVERS / "nginx.conf")
    )
    portals = tmp_path / "portals"
    for name in ("a", "b"):
        for page in ("404.html", "en/404.html"):
            (portals / name / page).parent.mkdir(parents=True, exist_ok=True)
            (portals / name / page).write_text(f"{name}/{page}", "utf-8")
    (portals / "c").symlink_to(published)
    (tmp_path / "server").mkdir()
    with nginx(portals, tmp_path / "server", {settings[0]: manual[0]}) as server:
        for name in ("a", "b"):
            for page in ("404.html", "en/404.html"):
                answer = server.get(f"/{name}/{page.removesuffix('404.html')}nothing/")
                assert (answer.status, answer.body.decode()) == (404, f"{name}/{page}")
        assert server.get("/c/assets/sample.0a1b2c3d.css").headers["cache-control"] == FOR_EVER


def test_the_container_serves_with_these_settings() -> None:
    """The files that it copies exist, and the settings that it uses are those of the package."""
    lines = (SERVERS / "Containerfile").read_text("utf-8").splitlines()
    arguments = dict(line.removeprefix("ARG ").split("=") for line in lines if line.startswith("ARG "))
    assert ROOT / arguments["SETTINGS"] == SERVERS / "Caddyfile"
    assert [line.split()[1] for line in lines if line.startswith("COPY ")] == ["${SETTINGS}", "${SITE}"]
    settings = (SERVERS / "Caddyfile").read_text("utf-8")
    for line in lines:
        if line.startswith("ENV "):
            assert f"{{${line.split()[1].split('=')[0]}:" in settings


def test_a_deployed_site_is_verified_through_a_server(full: Site, tmp_path: Path) -> None:
    """Deployed, served, and compared with what was built; rolled back, it is the release before."""
    target = tmp_path / "place"
    assert main(["deploy", str(target), "--site", str(full.out)], full.portal) == DONE
    (tmp_path / "server").mkdir()
    with caddy(target / "current", tmp_path / "server") as server:
        manifest = full.out / "manifest.json"
        assert main(["verify-site", server.address, "--manifest", str(manifest)], full.portal) == DONE
