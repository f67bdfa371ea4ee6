"""A session of the preview: a first build, then one at each save; a failure becomes a problem with its place."""

import secrets
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.content.text import Unreadable
from investment_portal.languages import Language, Sentence
from investment_portal.preview.admin.api import Admin
from investment_portal.preview.hub import ReloadHub, note, place
from investment_portal.preview.server import Server
from investment_portal.preview.watch import Watch
from investment_portal.problem_reports import count
from investment_portal.problems import Level, Problem
from investment_portal.refusals import RefusedError, RegistryError
from investment_portal.rendering.assets import ScriptFault
from investment_portal.rendering.layouts import LayoutsFailed
from investment_portal.rendering.sources import TemplateFault
from investment_portal.value import Value

LAST_LINES = 12
"""Lines of MkDocs' message that are shown, from its end, where the cause is."""

REPORT = Sentence("请把终端里的信息发给开发者。", "Please send the lines in the terminal to the developers.")


class Attempt(Value):
    """The result of a build of the preview: the problems, and the build unless it was stopped."""

    problems: Sequence[Problem]
    built: BuildResult | None = None

    @property
    def done(self) -> bool:
        """Return whether there is a new site."""
        return self.built is not None and self.built.published is not None


def attempt(root: Path, out: Path, day: date) -> Attempt:
    """Build the site and survive it."""
    try:
        built = build(root, out, day, BuildOptions(preview=True))
    except RefusedError as error:
        return Attempt([Problem(out.relative_to(root).as_posix(), 0, 0, "build", "", error.sentence)])
    except LayoutsFailed as error:
        return Attempt([_page_problem(str(error))])
    except Unreadable as error:
        fault = error.fault
        return Attempt([Problem("overrides", fault.line, fault.column, fault.rule, "", fault.sentence, fault.hint)])
    except OSError as error:
        sentence = Sentence(f"文件写不进去或读不出来：{error}", f"A file cannot be written or read: {error}")
        return Attempt([Problem(".cache", 0, 0, "build", "", sentence)])
    except Exception as error:  # noqa: BLE001 - a bug of ours must not end serving
        return Attempt([_of_code(error)])
    return Attempt(built.problems, built)


def _page_problem(output: str) -> Problem:
    last = "\n".join(output.splitlines()[-LAST_LINES:])
    zh, en = f"页面或其设置有问题：\n{last}", f"A page or its settings are wrong:\n{last}"
    return Problem("docs", 0, 0, "build", "", Sentence(zh, en))


def _of_code(error: Exception) -> Problem:
    """Return a mistake in a template, a script, a registry, or another one in the generator's code."""
    if isinstance(error, TemplateFault):
        sentence = Sentence(f"模板这一行出错：{error.reason.zh}", f"This line fails: {error.reason.en}")
        return Problem(error.file, error.line, 0, "template", "", sentence)
    if isinstance(error, ScriptFault):
        file, line, reason = str(error).split(":", 2)
        sentence = Sentence(f"脚本这一行出错：{reason.strip()}", f"This line fails: {reason.strip()}")
        return Problem(file, int(line), 0, "template", "", sentence)
    if isinstance(error, RegistryError):
        return Problem("investment_portal", 0, 0, "code", "", error.sentence)
    traceback.print_exception(error, file=sys.stderr)
    shown = f"{type(error).__name__}: {error}"
    zh = f"程序内部出错，这不是您的数据问题（{shown}）。"
    sentence = Sentence(zh, f"The generator itself failed; this is not a mistake in your data ({shown}).")
    return Problem("investment-portal", 0, 0, "bug", "", sentence, REPORT)


PrintSentence = Callable[[Sentence], None]
SITE = ".cache/serve/site"
NAMED = 2
"""Changed files that a line names before it only counts the rest."""

BUILDING = Sentence("正在生成网站……", "Building the site …")


class Session:
    """Serves one portal; ``day`` is called at each build, so that dates take effect after midnight too."""

    def __init__(
        self, root: Path, port: int, language: Language, day: Callable[[], date], print_sentence: PrintSentence
    ) -> None:
        """Take the port."""
        self.root, self.day, self.print_sentence = root, day, print_sentence
        self.hub = ReloadHub()
        self.server = Server(port, root / SITE, self.hub, language, Admin(root, self.hub, day))
        self.watch = Watch(root)
        # The name differs between sessions, so that a tab left open from the last one reloads.
        self._name, self._count = secrets.token_hex(4), 0
        self._thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def open(self) -> None:
        """Build, then answer; saves made during the build are noted."""
        self.watch.start()
        self.print_sentence(BUILDING)
        self._build([])
        self._thread.start()
        address = self.server.address
        self.print_sentence(Sentence(f"网址：{address}（按 Ctrl+C 结束）", f"Open {address} (Ctrl+C ends)"))
        self.print_sentence(Sentence(f"编辑记录：{address}admin/", f"Edit records: {address}admin/"))

    def close(self) -> None:
        """Disconnect all tabs and free the port."""
        self.hub.close()
        self.watch.close()
        if self._thread.is_alive():
            self.server.shutdown()
            self._thread.join()
        self.server.server_close()

    def run(self) -> None:
        """Build at each save until ``stop``."""
        for changed in self.watch.changes():
            self._build(changed)

    def stop(self) -> None:
        """End ``run``."""
        self.watch.stop()

    def _build(self, changed: list[str]) -> None:
        before = self.hub.now.site
        result = attempt(self.root, self.root / SITE, self.day())
        if result.done and (not before or _differs(result)):
            self._count += 1
        site = f"{self._name}-{self._count}" if self._count else ""
        self.hub.put(site, result.problems)
        self.print_sentence(self._line(changed, result))

    def _line(self, changed: list[str], result: Attempt) -> Sentence:
        """Return one line on what changed and on the result."""
        more = len(changed) - NAMED
        zh = "、".join(changed[:NAMED]) + (f" 等 {len(changed)} 个文件" if more > 0 else "") + "：" * bool(changed)
        en = ", ".join(changed[:NAMED]) + (f" and {more} more" if more > 0 else "") + ": " * bool(changed)
        total = count(result.problems)
        if result.built is not None and result.built.published is not None:
            pages, files, seconds = result.built.pages, result.built.published.changed, result.built.seconds
            zh += f"{pages} 个页面，{files} 个文件有变动，用时 {seconds:.1f} 秒。"
            en += f"{pages} pages, {files} files changed, {seconds:.1f} seconds. "
            return Sentence(zh + total.zh, en + total.en)
        first = place(next(problem for problem in result.problems if problem.level is Level.ERROR))
        text = note(self.hub.now)
        look = Sentence(f"先看 {first}", f"First: {first}") if first else Sentence("", "")
        return Sentence(f"{zh}{text.zh}{total.zh}{look.zh}", f"{en}{text.en} {total.en} {look.en}".strip())


def _differs(result: Attempt) -> bool:
    """Return whether a build changed a byte of the site."""
    return result.built is not None and result.built.published is not None and result.built.published.changed > 0
