"""``build``: the site, or every reason why not."""

import argparse
import errno
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.build.stages import STAGES, Stages
from investment_portal.cache.store import discard
from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run, add_date, today
from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import shortened
from investment_portal.publish.manifest import SIGNING_KEY
from investment_portal.rendering.assets import ScriptFault
from investment_portal.rendering.layouts import LayoutsFailed
from investment_portal.rendering.sources import TemplateFault

if TYPE_CHECKING:
    from investment_portal.publish.signing import SigningKey

JOB_LIMIT = 256

OUT = Sentence("网站输出目录，默认 site", "folder of the site; default: site")
CLEAN = Sentence("先清空缓存，全部重新生成", "forget the cache first and make everything anew")
JOBS = Sentence("同时使用的进程数，默认每个处理器核心一个", "processes to use; default: one for each core")
CLUSTER = Sentence(
    "由 Dask 集群生成页面：调度器地址，如 tcp://10.0.0.5:8786",
    "render pages on a Dask cluster: the address of its scheduler, as in tcp://10.0.0.5:8786",
)
HOLD_BACK = Sentence(
    "有错的记录保持上次发布的内容（从未发布过的不收录），其余照常发布；默认按设置 hold_back",
    "leave a record in error as it was last published (out, where it never was) and publish all else; default: the "
    "setting hold_back",
)
KEEP_BOOK = Sentence(
    "项目册 PDF 保持上次生成的内容，下次不带此选项时更新",
    "leave the project book as it was last made; the next build without this option makes it anew",
)
TIMINGS = Sentence("列出各阶段用时", "say how long each stage took")
LAYOUTS = Sentence("页面或其设置有问题，网站没有改动：", "A page or its settings are wrong; the site was not changed:")
TEMPLATE = Sentence("模板有问题，网站没有改动：", "A template has a mistake; the site was not changed:")
DISK = Sentence("文件写不进去或读不出来，网站没有改动：", "A file cannot be written or read; the site was not changed:")
NOT_BUILT = Sentence("有错误，网站没有改动。", "There are errors; the site was not changed.")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help=OUT.in_(language))
    parser.add_argument("--clean", action="store_true", help=CLEAN.in_(language))
    parser.add_argument(
        "--hold-back", action=argparse.BooleanOptionalAction, default=None, help=HOLD_BACK.in_(language)
    )
    parser.add_argument("--keep-book", action="store_true", help=KEEP_BOOK.in_(language))
    parser.add_argument("--jobs", default=None, metavar="N", help=JOBS.in_(language))
    parser.add_argument("--cluster", default=None, metavar="ADDRESS", help=CLUSTER.in_(language))
    parser.add_argument("--timings", action="store_true", help=TIMINGS.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Build and say what came of it."""
    out = (call.options.out or call.root / "site").resolve()
    day = today(call)
    options = BuildOptions(
        jobs=_jobs(call.options.jobs),
        cluster=call.options.cluster,
        signing=_signing(),
        hold_back=call.options.hold_back,
        keep_book=call.options.keep_book,
    )
    if call.options.clean:
        discard(call.root)
    try:
        return _summary(call, out, build(call.root, out, day, options))
    except LayoutsFailed as error:
        return _failed(call, LAYOUTS, error)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _failed(call, DISK, disk_fault(error).in_(call.language))
    except TemplateFault as error:
        return _failed(call, TEMPLATE, error.in_(call.language))
    except ScriptFault as error:
        return _failed(call, TEMPLATE, error)


def _summary(call: Run, out: Path, built: BuildResult) -> int:
    """Return what came of a build."""
    if built.problems:
        print(shortened(built.problems, call.language), file=sys.stderr)
    if built.published is None:
        print(*(note.in_(call.language) for note in (*built.notes, NOT_BUILT)), sep="\n", file=sys.stderr)
        return DATA_ERRORS
    call.print_sentence(
        Sentence(
            f"{out.name}：{built.pages} 个页面，{built.published.changed} 个文件有变动，用时 {built.seconds:.1f} 秒。",
            f"{out.name}: {built.pages} pages, {built.published.changed} files changed, {built.seconds:.1f} seconds.",
        )
    )
    print("\n".join(note.in_(call.language) for note in built.notes))
    if call.options.timings:
        call.print_sentence(timings(built.stages))
    return DONE


def _signing() -> "SigningKey | None":
    """Return the key that releases are signed with, if the environment holds one."""
    if not os.environ.get(SIGNING_KEY):
        return None
    from investment_portal.publish.signing import signing_key  # noqa: PLC0415 - slow to import, seldom needed

    return signing_key()


def _jobs(typed: str | None) -> int | None:
    if typed is None:
        return None
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= JOB_LIMIT:
        return int(typed)
    raise Misuse(
        Sentence(
            f"--jobs 应为 1 到 {JOB_LIMIT} 的整数，实际写的是“{typed}”。",
            f"--jobs is a whole number from 1 to {JOB_LIMIT}; got “{typed}”.",
        )
    )


def timings(stages: Stages) -> Sentence:
    """Return what each stage cost, and how much was done."""
    zh = [f"  {STAGES[name].zh}：{seconds:.2f} 秒" for name, seconds in stages.seconds.items()]
    en = [f"  {STAGES[name].en}: {seconds:.2f} s" for name, seconds in stages.seconds.items()]
    zh.append(
        f"  解析 {stages.parsed} 字节，检查 {stages.checked} 项，"
        f"生成 {stages.rendered} 个页面、{stages.produced} 项其他内容"
    )
    en.append(
        f"  parsed {stages.parsed} bytes, checked {stages.checked} items, "
        f"made {stages.rendered} pages and {stages.produced} other items"
    )
    return Sentence("\n".join(zh), "\n".join(en))


REASONS: Mapping[int, Sentence] = {
    errno.ENOSPC: Sentence("磁盘已满，请腾出空间。", "The disk is full: free some space."),
    errno.EDQUOT: Sentence("磁盘配额已用完，请腾出空间。", "The disk quota is used up: free some space."),
    errno.EACCES: Sentence(
        "没有权限，请换一个文件夹或修改权限。", "Access is denied: choose another folder or change its rights."
    ),
    errno.EPERM: Sentence(
        "没有权限，请换一个文件夹或修改权限。", "Access is denied: choose another folder or change its rights."
    ),
    errno.EROFS: Sentence("磁盘只能读取，请换一个位置。", "The disk can only be read: choose another place."),
    errno.ENOENT: Sentence("文件夹不存在，也不能新建。", "The folder is not there and cannot be made."),
    errno.ENOTDIR: Sentence("上一级是文件，不是文件夹。", "What stands above it is a file, not a folder."),
    errno.EEXIST: Sentence("同名的文件已经存在。", "A file of this name is there already."),
    errno.ENAMETOOLONG: Sentence("路径太长，请缩短。", "The path is too long: shorten it."),
    errno.EMFILE: Sentence(
        "打开的文件太多，请提高限制（ulimit -n）。", "Too many files are open: raise the limit (ulimit -n)."
    ),
}
"""Reasons of the system that people can do something about."""


def disk_fault(error: OSError) -> Sentence:
    """Return what failed on the disk and what to do; of a reason that is not listed what the system says."""
    place = error.filename or ""
    named = Sentence(f"“{place}”：" if place else "", f"“{place}”: " if place else "")
    reason = REASONS.get(error.errno or 0) or Sentence(error.strerror or str(error), error.strerror or str(error))
    return Sentence(named.zh + reason.zh, named.en + reason.en)


def _failed(call: Run, sentence: Sentence, why: object) -> int:
    print(sentence.in_(call.language), why, sep="\n", file=sys.stderr)
    return DATA_ERRORS


COMMAND = Command("build", Sentence("检查并生成网站", "check, then build the site"), options, run)
