"""Requests of the form: what is shown, checked and written, and what is refused."""

import copy
import json
import re
import shutil
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from investment_portal.build.validate import validate
from investment_portal.content.yaml_edits import same
from investment_portal.editing.files import text_of
from investment_portal.editing.records import record_places, value_of
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.kinds import KINDS
from investment_portal.preview.admin.api import Admin
from investment_portal.preview.admin.fields import form_of, shown, typed
from investment_portal.preview.hub import ReloadHub
from investment_portal.preview.server import Server
from tests.conftest import DAY
from tests.overlay import PORTAL, SEED

Ask = Callable[..., Any]
PROJECT = {"kind": "project", "id": "bottling-line"}
FILE = "projects/bottling-line.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the tiny portal."""
    shutil.copytree(PORTAL, tmp_path / "portal")
    return tmp_path / "portal"


@pytest.fixture
def admin(root: Path) -> Admin:
    """Return the form of the portal."""
    hub = ReloadHub()
    hub.put("one", [])
    return Admin(root, hub, lambda: DAY)


@pytest.fixture
def ask(admin: Admin) -> Ask:
    """Return the function that sends a request in English and expects a status."""

    def send(name: str, status: int = HTTPStatus.OK, **values: Any) -> Any:
        answer = admin.answer(name, {"lang": "en", **values})
        assert answer.status == status, answer.value
        json.dumps(answer.value)
        return answer.value

    return send


def changed(text: str, before: str) -> list[str]:
    """Return the lines that a text has and another has not."""
    return [line for line in text.splitlines() if line not in before.splitlines()]


@pytest.mark.parametrize("portal", [PORTAL, SEED])
def test_a_form_that_was_not_touched_changes_nothing(portal: Path) -> None:
    """Every record goes into the form and comes back as it was, in type too."""
    for place in record_places(portal).values():
        value = value_of(place.file, text_of(portal, place.file))
        for step in place.path:
            value = value[step]
        for language in LANGUAGES:
            form = form_of(KINDS[place.kind], language)
            assert same(typed(form, json.loads(json.dumps(shown(value))), value), value), place.name


def test_one_field_changes_one_line(root: Path, ask: Ask) -> None:
    """The rest of the file stays; the sentence names the record and the field."""
    record = ask("record", **PROJECT)
    before = (root / FILE).read_text("utf-8")
    value = {**record["value"], "investment": "2.8 亿元"}
    saved = ask("save", **PROJECT, value=value, base=record["base"], base_value=record["value"])
    assert saved["saved"].endswith("(bottling-line): Total investment")
    assert changed((root / FILE).read_text("utf-8"), before) == ["investment: 2.8 亿元"]
    assert ask("save", **PROJECT, value=value, base=saved["base"], base_value=value)["unchanged"]


def test_problems_while_typing_are_those_of_the_check(root: Path, ask: Ask) -> None:
    """Same rule, sentence and hint, at the path of the field; quantities are read back in both languages."""
    record = ask("record", **PROJECT)
    value = {**copy.deepcopy(record["value"]), "investment": "58 亿", "verified_on": "2062-05-05"}
    value["name"]["en"] = ""
    reported = {
        (tuple(problem["path"]), problem["rule"], problem["sentence"], problem["hint"])
        for problem in ask("check", **PROJECT, value=value)["problems"]
    }
    saved = ask("save", **PROJECT, value=value, base=record["base"], base_value=record["value"])
    assert {problem["sentence"] for problem in saved["errors"]} <= {sentence for _, _, sentence, _ in reported}
    ask("save", **PROJECT, value=value, base=record["base"], base_value=record["value"], force=True)
    checked = [problem for problem in validate(root, DAY)[1] if problem.file == FILE]
    expected = {(problem.rule, problem.sentence.en, problem.hint.en) for problem in checked}
    assert {problem[1:] for problem in reported} == expected
    assert (("investment",), "bad-quantity") in {problem[:2] for problem in reported}
    value["investment"] = "58 亿元"
    assert [["investment"], "58\u00a0亿元 · CNY\u00a05.8\u00a0billion"] in [
        [list(path), text]
        for path, text in ask("check", **PROJECT, value={**record["value"], "investment": "58 亿元"})["readings"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_words_of_the_form(language: Language) -> None:
    """It names fields by their labels, and lists by what is shown: no keys and no files."""
    helps = [part for kind in KINDS.values() for part in _helps(form_of(kind, language))]
    assert [text for text in helps if re.search(r"\.yaml|[a-z]+_[a-z]+|列表项|list item|\bkeys?\b|花括号", text)] == []


def _helps(field: Any) -> Iterator[str]:
    """Yield the help of a field and of all fields in it."""
    if isinstance(field, dict):
        yield from [field["help"]] if "help" in field else []
        for inner in field.values():
            yield from _helps(inner)
    elif isinstance(field, list):
        for inner in field:
            yield from _helps(inner)


def test_two_people_lose_nothing(root: Path, ask: Ask) -> None:
    """Different fields are joined; of the same field the later person sees both versions and decides."""
    record = ask("record", **PROJECT)
    first = {**record["value"], "investment": "2.8 亿元"}
    ask("save", **PROJECT, value=first, base=record["base"], base_value=record["value"])
    second = {**record["value"], "land_area": "36 亩"}
    ask("save", **PROJECT, value=second, base=record["base"], base_value=record["value"])
    text = (root / FILE).read_text("utf-8")
    assert "investment: 2.8 亿元" in text
    assert "land_area: 36 亩" in text
    third = {**record["value"], "investment": "3 亿元"}
    conflict = ask("save", HTTPStatus.CONFLICT, **PROJECT, value=third, base=record["base"], base_value=record["value"])
    assert conflict["conflicts"] == [{"key": "investment", "mine": "3 亿元", "theirs": "2.8 亿元"}]
    assert (root / FILE).read_text("utf-8") == text
    ask("save", **PROJECT, value=conflict["value"], base=conflict["base"], base_value=conflict["theirs"])
    assert changed((root / FILE).read_text("utf-8"), text) == ["investment: 3 亿元"]


def test_a_change_outside_the_form_is_seen(root: Path, ask: Ask) -> None:
    """A file saved in an editor, added or deleted meanwhile is read anew."""
    record = ask("record", **PROJECT)
    path = root / FILE
    path.write_text(path.read_text("utf-8") + "\n# by hand\n", "utf-8")
    assert ask("record", **PROJECT)["base"] != record["base"]
    (root / "projects/second-line.yaml").write_bytes(path.read_bytes())
    assert {row["id"] for row in ask("rows", kind="project")["rows"]} == {"bottling-line", "second-line"}
    path.unlink()
    assert [row["id"] for row in ask("rows", kind="project")["rows"]] == ["second-line"]
    assert "gone" in ask("record", HTTPStatus.UNPROCESSABLE_ENTITY, **PROJECT)["error"]


def test_new_copy_draft(root: Path, ask: Ask) -> None:
    """A draft leaves the portal as it is; a new record is written in the order of the model."""
    value = {**ask("record", **PROJECT)["value"], "name": {"zh": "新灌装线", "en": "New line"}}
    new = {"kind": "project", "id": "new-line", "value": value, "new": True}
    ask("draft", **new)
    assert not (root / "projects/new-line.yaml").exists()
    assert next(row for row in ask("rows", kind="project")["rows"] if row["id"] == "new-line")["draft"]
    assert ask("record", kind="project", id="new-line")["draft"] == value
    assert ask("check", **new)["problems"] == []
    assert "exists already" in ask("check", **{**new, "id": "bottling-line"})["problems"][0]["sentence"]
    ask("save", **new, base="", base_value={})
    assert (root / "projects/new-line.yaml").read_text("utf-8").startswith("published_on:")
    assert ask("record", kind="project", id="new-line")["draft"] is None
    ask("save", HTTPStatus.UNPROCESSABLE_ENTITY, **new, base="", base_value={})
    sector = {"kind": "sector", "id": "tea", "new": True, "base": "", "base_value": {}}
    ask("save", **sector, value={**ask("record", kind="sector", id="food")["value"], "name": {"zh": "茶", "en": "Tea"}})
    assert (root / "district/sectors.yaml").read_text("utf-8").count("\ntea:\n") == 1


def test_acts_and_undo(root: Path, ask: Ask) -> None:
    """Verified, withdrawn and renamed records; each is taken back, the last one first."""
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    ask("verify", kind="contact", ids=["bureau", "hotline"])
    reason = {"zh": "已落地", "en": "Settled"}
    ask("withdraw", **PROJECT, reason=reason)
    assert "already" in ask("withdraw", HTTPStatus.UNPROCESSABLE_ENTITY, **PROJECT, reason=reason)["error"]
    assert ask("rename", kind="contact", id="bureau", to="office")["id"] == "office"
    for _ in range(3):
        ask("undo")
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
    assert "nothing to undo" in ask("undo", HTTPStatus.UNPROCESSABLE_ENTITY)["error"]
    ask("verify", kind="contact", ids=["bureau"])
    (root / "contacts/bureau.yaml").write_text("by: hand\n", "utf-8")
    assert "cannot be undone" in ask("undo", HTTPStatus.UNPROCESSABLE_ENTITY)["error"]


def test_saves_are_commits_in_a_persons_name(root: Path, ask: Ask) -> None:
    """With one sentence, of the changed files alone; what else is staged stays so."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603, S607

    git("init", "-q")
    git("add", "-A")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "start")
    (root / "other.txt").write_text("x", "utf-8")
    git("add", "other.txt")
    git("config", "user.name", "王敏")
    git("config", "user.email", "wang@example.org")
    assert ask("verify", kind="contact", ids=["bureau"])["not_committed"] == ""
    assert git("log", "-1", "--format=%an <%ae>|%s") == "王敏 <wang@example.org>|Verify 1 of kind contact: bureau"
    assert git("show", "--stat", "--format=", "HEAD").split()[0] == "contacts/bureau.yaml"
    ask("undo", person="Li Na")
    assert git("log", "-1", "--format=%an|%s") == "Li Na|Undo: Verify 1 of kind contact: bureau"
    ask("rename", kind="contact", id="bureau", to="office")
    assert git("status", "--porcelain") == "A  other.txt"


def test_photographs_are_cleaned(root: Path, admin: Admin) -> None:
    """Upright, cut, without what the camera noted; no file is written over, and no other kind of file is taken."""
    image, content = Image.new("RGB", (3000, 2000), "red"), BytesIO()
    exif = image.getexif()
    exif[0x010F], exif[0x0112] = "Camera", 6
    image.save(content, "JPEG", exif=exif)
    request = {"kind": "project", "name": "照片 IMG_1.JPG", "margins": "0.1,0,0.1,0.2"}
    first = admin.answer("picture", request, content.getvalue()).value["file"]
    assert first == "projects/img-1.jpg"
    with Image.open(root / "docs/assets" / first) as cleaned:
        assert not cleaned.getexif()
        assert cleaned.height / cleaned.width == pytest.approx(3000 * 0.8 / (2000 * 0.8), rel=0.01)
    other = admin.answer("picture", {**request, "margins": ""}, content.getvalue()).value["file"]
    assert other == "projects/img-1-2.jpg"
    refused = admin.answer("picture", request, b"<svg></svg>")
    assert refused.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert refused.value["error"]


@pytest.fixture
def server(admin: Admin, tmp_path: Path) -> Iterator[Server]:
    """Serve the form."""
    (tmp_path / "site").mkdir()
    server = Server(0, tmp_path / "site", admin.hub, "en", admin)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    admin.hub.close()
    server.shutdown()
    thread.join()
    server.server_close()


def post(server: Server, headers: dict[str, str], path: str = "admin/api/verify") -> int:
    """Send a request that would change a record; return the status."""
    body = json.dumps({"kind": "contact", "ids": ["bureau"]}).encode()
    request = urllib.request.Request(server.address + path, body, {"Content-Type": "application/json", **headers})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            status: int = answer.status
            return status
    except urllib.error.HTTPError as error:
        return error.code


def test_only_the_own_page_may_write(root: Path, server: Server) -> None:
    """Pages of other sites, other hosts and requests without an origin are refused; nothing is written."""
    page = server.address.rstrip("/")
    before = (root / "contacts/bureau.yaml").read_bytes()
    for headers in (
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": page, "Host": "evil.example"},
    ):
        assert post(server, headers) == HTTPStatus.FORBIDDEN
    assert post(server, {"Origin": page}, "admin/api/../verify") == HTTPStatus.FORBIDDEN
    assert post(server, {"Origin": page}, "projects/") == HTTPStatus.FORBIDDEN
    assert (root / "contacts/bureau.yaml").read_bytes() == before
    assert post(server, {"Origin": page}) == HTTPStatus.OK
    assert (root / "contacts/bureau.yaml").read_bytes() != before


def test_the_page_loads_nothing_from_elsewhere(server: Server) -> None:
    """Its files are the server's own, under a policy; nothing else of the folder is served."""
    for name in ("", "admin.js", "fields.js", "dom.js", "dialogs.js", "admin.css"):
        with urllib.request.urlopen(f"{server.address}admin/{name}", timeout=10) as answer:  # noqa: S310
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert b"//cdn" not in answer.read()
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"{server.address}admin/api.py", timeout=10)  # noqa: S310


def test_ids_never_leave_the_folder_of_drafts(root: Path, admin: Admin) -> None:
    """An id is no path."""
    for id_ in ("../x", "a/b", "..", "", "a\\b"):
        answer = admin.answer("draft", {"kind": "project", "id": id_, "value": {"a": "b"}})
        assert answer.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not list(root.rglob("x.json"))
