"""Settings of the runners: which changes are the generator's, who writes caches, how failed nights are reported."""

import re
import subprocess
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from investment_portal.preview.watch import FILES, FOLDERS
from tests.history.repository import Repository
from tests.sites import REPOSITORY

GITHUB = REPOSITORY / ".github/workflows/publish.yml"
GITEA = REPOSITORY / ".gitea/workflows/portal.yml"
GITLAB = REPOSITORY / ".gitlab-ci.yml"
STARTER = REPOSITORY / "investment_portal/starter/files"
WORKFLOWS = (
    GITHUB,
    GITEA,
    STARTER / ".github/workflows/publish.yml",
    STARTER / ".gitea/workflows/portal.yml",
)
ON_MAIN = "github.event_name != 'pull_request'"


def jobs(path: Path) -> dict[str, Any]:
    """Return the jobs of a workflow."""
    parsed: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return parsed


def gitlab(path: Path = GITLAB) -> dict[str, Any]:
    """Return the settings of GitLab."""
    parsed: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return parsed


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with the script, committed once."""
    repository_ = Repository(tmp_path)
    repository_.git("init", "-q", "-b", "main")
    script = tmp_path / ".ci" / "changed"
    script.parent.mkdir()
    script.write_text((REPOSITORY / ".ci/changed").read_text("utf-8"), "utf-8")
    script.chmod(0o755)
    repository_.commit("2026-03-01")
    return repository_


def changed(repository: Repository, base: str) -> str:
    """Run the script."""
    done = subprocess.run(  # noqa: S603 - our own program
        [repository.root / ".ci/changed", base], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("files", "answer"),
    [
        (["projects/a.yaml", "policies/b.yaml", "contacts/c.yaml", "district/parks/d.yaml"], "false"),
        (["docs/zh/关于.md", "overrides/assets/a b.svg", "mkdocs.yml", "mkdocs.en.yml"], "false"),
        (["projects/a.yaml", "investment_portal/a.py"], "true"),
        (["uv.lock"], "true"),
        (["tests/projects/a.yaml"], "true"),
        (["mkdocs.yml.py"], "true"),
    ],
)
def test_what_changed(repository: Repository, files: list[str], answer: str) -> None:
    """Records, pages and settings are content; everything else is the generator's."""
    for name in files:
        (repository.root / name).parent.mkdir(parents=True, exist_ok=True)
        (repository.root / name).write_text("x", "utf-8")
    repository.commit("2026-03-02")
    assert changed(repository, "HEAD^") == f"generator={answer}"


def test_what_is_in_doubt_is_tested(repository: Repository) -> None:
    """A new branch, a history that was rewritten; a night changes nothing."""
    assert changed(repository, "") == "generator=true"
    assert changed(repository, "0" * 40) == "generator=true"
    assert changed(repository, "HEAD") == "generator=false"


def test_content_moved_out_is_a_change_of_the_generator(repository: Repository) -> None:
    """A file that moves between both counts for both."""
    (repository.root / "investment_portal").mkdir()
    (repository.root / "investment_portal/a.md").write_text("a text\n" * 9, "utf-8")
    repository.commit("2026-03-02")
    (repository.root / "docs").mkdir()
    (repository.root / "investment_portal/a.md").rename(repository.root / "docs/a.md")
    repository.commit("2026-03-03")
    assert changed(repository, "HEAD^") == "generator=true"


def test_content_is_what_the_generator_reads() -> None:
    """The script knows every folder and file of a portal."""
    pattern = re.search(r"content='(.*)'", (REPOSITORY / ".ci/changed").read_text("utf-8"))
    assert pattern
    assert [name for name in FOLDERS if not re.match(pattern[1], f"{name}/a.yaml")] == []
    assert [name for name in FILES if not re.match(pattern[1], name)] == []


def test_gitlab_knows_every_file_of_the_generator() -> None:
    """A change of any file that is no content starts the tests; one of content starts none."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)  # noqa: S607
    files = [PurePosixPath(name) for name in done.stdout.decode().split("\0") if name]
    if not files:
        pytest.skip("the generator was unpacked without its repository")
    patterns = gitlab()["generator"]["rules"][1]["changes"]

    def starts(file: PurePosixPath) -> bool:
        folders = [pattern.removesuffix("/**/*") for pattern in patterns if pattern.endswith("/**/*")]
        flat = [pattern for pattern in patterns if not pattern.endswith("/**/*")]
        in_folder = file.parts[0] in folders and len(file.parts) > 1
        return in_folder or any(file.match(pattern) and pattern.count("/") == len(file.parts) - 1 for pattern in flat)

    assert [file for file in files if starts(file) == (file.parts[0] in FOLDERS | FILES)] == []


def test_a_merge_request_writes_no_cache() -> None:
    """Caches that the main branch reads come from the main branch."""
    for path in WORKFLOWS:
        steps = [step for job in jobs(path).values() for step in job["steps"]]
        saving = [step for step in steps if re.match("actions/cache(/save)?@", step.get("uses", ""))]
        assert saving
        assert [step for step in saving if ON_MAIN not in step.get("if", "") or "/save@" not in step["uses"]] == []
        assert "pull_request_target" not in path.read_text("utf-8")
    settings = gitlab()
    policies = {name: [cache["policy"] for cache in settings[name].get("cache", [])] for name in (".content", "build")}
    assert policies == {".content": ["pull", "pull"], "build": ["pull-push", "pull-push"]}
    assert settings["build"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert [name for name, job in settings.items() if "cache" in job and name not in {*policies, ".night"}] == []
    young = gitlab(STARTER / ".gitlab-ci.yml")
    assert {name: young[name]["cache"]["policy"] for name in policies} == {".content": "pull", "build": "pull-push"}
    assert young["build"]["rules"] == settings["build"]["rules"]


def test_secrets_stay_out_of_merge_requests() -> None:
    """A step that gets one runs on main alone."""
    for path in WORKFLOWS:
        for job in jobs(path).values():
            for step in job["steps"]:
                with_secret = "secrets." in str(step.get("env", {}))
                condition = f"{job.get('if', '')} {step.get('if', '')}"
                assert not with_secret or ON_MAIN in condition or "== 'schedule'" in condition


def test_content_is_published_without_the_tests_unless_the_generator_changed() -> None:
    """A required job that is left out counts as passed; one that failed does not."""
    workflow = jobs(GITHUB)
    assert workflow["generator"]["if"] == "needs.content.outputs.generator == 'true'"
    for name in ("deploy", "publish"):
        condition = " ".join(workflow[name]["if"].split())
        assert "needs.content.result == 'success'" in condition
        assert "(needs.generator.result == 'success' || needs.generator.result == 'skipped')" in condition
    settings = gitlab()
    for name in ("pages", "deploy"):
        assert settings[name]["needs"] == ["build", {"job": "generator", "optional": True}]


def test_actions_are_pinned() -> None:
    """By commit, with the version beside it; new portals have the same ones."""
    uses = re.findall(r"uses: (\S+)(.*)", GITHUB.read_text("utf-8"))
    assert [name for name, comment in uses if not re.search("@[0-9a-f]{40}$", name) or "# v" not in comment] == []
    young = re.findall(r"uses: (\S+)(.*)", (STARTER / ".github/workflows/publish.yml").read_text("utf-8"))
    assert set(young) <= set(uses)


@pytest.mark.parametrize("name", ["content", "address", "night.py"])
def test_new_portals_have_the_same_scripts(name: str) -> None:
    """One script runs here and there: copy .ci/NAME into the starter after a change."""
    assert (STARTER / ".ci" / name).read_text("utf-8") == (REPOSITORY / ".ci" / name).read_text("utf-8")


@pytest.mark.parametrize("root", [REPOSITORY, STARTER], ids=["repository", "starter"])
def test_every_host_reviews_publishes_and_deploys(root: Path) -> None:
    """A merge request gets problems, changes in words and a preview; a target of one's own takes the place of Pages."""
    github, gitea = jobs(root / ".github/workflows/publish.yml"), jobs(root / ".gitea/workflows/portal.yml")
    for workflow in (github, gitea):
        steps = workflow["content"]["steps"]
        (review,) = [step for step in steps if ".ci/content review" in step.get("run", "")]
        assert review["if"] == "github.event_name == 'pull_request'"
        (upload,) = [step for step in steps if "actions/upload-artifact@" in step.get("uses", "")]
        assert upload["with"]["path"] in {"reports", "reports/preview.html"}
        assert "pull_request" in upload["if"]
    assert ".ci/content deploy" in github["deploy"]["steps"][-1]["run"]
    assert "vars.PORTAL_TARGET != ''" in github["deploy"]["if"]
    assert "vars.PORTAL_TARGET == ''" in github["publish"]["if"]
    settings = gitlab(root / ".gitlab-ci.yml")
    assert set(settings["review"]["artifacts"]["paths"]) == {"reports/preview.html", "reports/summary.md"}
    assert settings["review"]["artifacts"]["when"] == "always"
    assert settings["deploy"]["rules"][0]["if"].endswith("&& $PORTAL_TARGET != null")
    assert settings["pages"]["rules"][0]["if"].endswith("&& $PORTAL_TARGET == null")
