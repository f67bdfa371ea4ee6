"""One build of the served site: whatever stops it becomes a problem, since serving goes on."""

import sys
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from catalog.assets.weave import ScriptFault
from catalog.languages import Sentence
from catalog.problems import Problem
from catalog.read.fault import Unreadable
from catalog.value import Value
from investment_portal.build.build import build
from investment_portal.build.refusal import RefusedError
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.rendering.fault import TemplateFault
from investment_portal.rendering.layouts import LayoutsFailed

LAST_LINES = 12
"""Lines of MkDocs' complaint that are shown; the cause stands at its end."""

REPORT = Sentence("请把终端里的信息发给开发者。", "Please send the lines in the terminal to the developers.")


class Attempt(Value):
    """What came of it: the problems, and the build unless it was stopped."""

    problems: Sequence[Problem]
    built: BuildResult | None = None

    @property
    def done(self) -> bool:
        """Whether there is a new site."""
        return self.built is not None and self.built.published is not None


def attempt(root: Path, out: Path, day: date) -> Attempt:
    """Build the site and survive it."""
    try:
        built = build(root, out, day, BuildOptions(preview=True))
    except RefusedError as error:
        return Attempt([Problem(out.relative_to(root).as_posix(), 0, 0, "build", "", error.sentence)])
    except LayoutsFailed as error:
        return Attempt([_of_pages(str(error))])
    except Unreadable as error:
        fault = error.fault
        return Attempt([Problem("overrides", fault.line, fault.column, fault.rule, "", fault.sentence, fault.hint)])
    except OSError as error:
        said = Sentence(f"文件写不进去或读不出来：{error}", f"A file cannot be written or read: {error}")
        return Attempt([Problem(".cache", 0, 0, "build", "", said)])
    except Exception as error:  # noqa: BLE001 - a bug of ours must not end serving
        problem_of = _of_template if isinstance(error, TemplateFault | ScriptFault) else _of_ours
        return Attempt([problem_of(error)])
    return Attempt(built.problems, built)


def _of_pages(said: str) -> Problem:
    last = "\n".join(said.splitlines()[-LAST_LINES:])
    zh, en = f"页面或其设置有问题：\n{last}", f"A page or its settings are wrong:\n{last}"
    return Problem("docs", 0, 0, "build", "", Sentence(zh, en))


def _of_template(error: Exception) -> Problem:
    file, line, said = str(error).split(":", 2)
    return Problem(file, int(line), 0, "template", "", Sentence(f"模板这一行出错：{said}", f"This line fails: {said}"))


def _of_ours(error: Exception) -> Problem:
    traceback.print_exception(error, file=sys.stderr)
    shown = f"{type(error).__name__}: {error}"
    zh = f"程序内部出错，这不是您的数据问题（{shown}）。"
    said = Sentence(zh, f"The generator itself failed; this is not a mistake in your data ({shown}).")
    return Problem("build_catalog.py", 0, 0, "bug", "", said, REPORT)
