"""``build``: the site, or every reason why not."""

import argparse
import shutil
import sys
from pathlib import Path

from catalog.build import Misplaced, build
from catalog.commands.command import DATA_ERRORS, DONE, Command, Misuse, Run
from catalog.commands.dates import add_date, today
from catalog.frames.build import FramesFailed
from catalog.languages import Language, Sentence
from catalog.pour.template_fault import template_fault
from catalog.problems.reports import text

OUT = Sentence("网站输出目录，默认 site", "folder of the site; default: site")
CLEAN = Sentence("先清空缓存和旧网站", "forget the cache and the old site first")
FRAMES = Sentence("页面或其设置有问题，网站没有改动：", "A page or its settings are wrong; the site was not changed:")
TEMPLATE = Sentence("模板有问题，网站没有改动：", "A template has a mistake; the site was not changed:")
DISK = Sentence("文件写不进去或读不出来，网站没有改动：", "A file cannot be written or read; the site was not changed:")
NOT_BUILT = Sentence("有错误，网站没有改动。", "There are errors; the site was not changed.")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help=OUT.in_(language))
    parser.add_argument("--clean", action="store_true", help=CLEAN.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Build and say what came of it."""
    out = (call.options.out or call.root / "site").resolve()
    if call.options.clean:
        shutil.rmtree(call.root / ".cache" / "frames", ignore_errors=True)
    try:
        built = build(call.root, out, today(call.options))
    except Misplaced as error:
        raise Misuse(error.sentence) from error
    except FramesFailed as error:
        return _failed(call, FRAMES, error)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _failed(call, DISK, error)
    except Exception as error:
        fault = template_fault(error, call.root)
        if fault is None:
            raise
        return _failed(call, TEMPLATE, fault)
    if built.problems:
        print(text(built.problems, call.language), file=sys.stderr)
    if built.published is None:
        print(NOT_BUILT.in_(call.language), file=sys.stderr)
        return DATA_ERRORS
    call.say(
        Sentence(
            f"{out.name}：{built.pages} 个页面，{built.published.changed} 个文件有变动，用时 {built.seconds:.1f} 秒。",
            f"{out.name}: {built.pages} pages, {built.published.changed} files changed, {built.seconds:.1f} seconds.",
        )
    )
    print("\n".join(note.in_(call.language) for note in built.notes))
    return DONE


def _failed(call: Run, said: Sentence, why: object) -> int:
    print(said.in_(call.language), why, sep="\n", file=sys.stderr)
    return DATA_ERRORS


COMMAND = Command("build", Sentence("检查并生成网站", "check, then build the site"), options, run)
