"""The command writes the schemas and says what to do with them."""

import json
from pathlib import Path

import pytest

from investment_portal.cli.main import main
from tests.cli.schema.checking import FILES


def test_writes_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All files are named the first time; the second time nothing is written."""
    assert main(["schema", "--lang", "en"], tmp_path) == 0
    output = capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / ".schemas").iterdir()) == sorted(
        f"{name}.schema.json" for name in FILES
    )
    assert output.startswith(".schemas/site.schema.json\n")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / ".schemas").iterdir()}
    assert main(["schema", "--lang", "en"], tmp_path) == 0
    assert "0 files written, 16 unchanged." in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / ".schemas").iterdir()} == before


def test_says_how_to_connect(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed settings name each schema and the records that it is for."""
    main(["schema", "--lang", "zh"], tmp_path)
    output = capsys.readouterr().out
    assert "放进 .vscode/settings.json" in output
    settings = json.loads(output[output.index("\n{") :])["yaml.schemas"]
    assert settings["./.schemas/project.schema.json"] == "/projects/*.yaml"
    assert {Path(name).name for name in settings} == {f"{name}.schema.json" for name in FILES}
