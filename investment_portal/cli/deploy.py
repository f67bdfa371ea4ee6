"""``deploy``: bring the built site to where it is served."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from investment_portal.build.build import READ_FROM
from investment_portal.cli.command import DATA_ERRORS, DONE, INTERRUPTED, Command, Misuse, Run
from investment_portal.languages import Language, Sentence
from investment_portal.publish.deploy.address import local_folder, open_target
from investment_portal.publish.deploy.release import read_release
from investment_portal.publish.deploy.target import SAFE, Deployed, DeployOptions, TransferError, silent
from investment_portal.publish.manifest import SIGNATURE
from investment_portal.publish.signing import signing_key
from investment_portal.publish.site_copy import HOME
from investment_portal.publish.target import overlap

MOST_DAYS, MOST_RELEASES = 365, 100

TARGET = Sentence(
    "发布目标：文件夹、用户@主机:/路径、ssh://用户@主机:端口/路径、s3://存储桶/前缀",
    "where to: a folder, USER@HOST:/PATH, ssh://USER@HOST:PORT/PATH, s3://BUCKET/PREFIX",
)
SITE = Sentence("build 生成的文件夹，默认 site", "the folder that build made; default: site")
GRACE = Sentence("已不再使用的文件保留几天再删除，默认 1", "days for which unused files stay; default: 1")
KEEP = Sentence("保留几个版本供退回，默认 5", "releases to keep for a rollback; default: 5")
FULL = Sentence("不管那里已有什么，全部重新发送", "send everything, whatever stands there")
DRY = Sentence("只说明会发送什么，不做改动", "say what would be sent, and change nothing")
PURGE = Sentence(
    "把有变动的地址写入此文件，每行一个，供刷新 CDN 缓存",
    "write the addresses that changed to this file, one a line, to purge a CDN",
)
STOPPED = Sentence(f"已中断。{SAFE.zh}", f"Interrupted. {SAFE.en}")
SSH = Sentence("连接用的命令，默认 ssh", "the command that connects; default: ssh")


def add_ssh(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add ``--ssh``."""
    parser.add_argument("--ssh", default=os.environ.get("PORTAL_SSH", "ssh"), metavar="COMMAND", help=SSH.in_(language))


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("target", metavar="TARGET", help=TARGET.in_(language))
    parser.add_argument("--site", type=Path, default=None, metavar="DIR", help=SITE.in_(language))
    parser.add_argument("--grace", default="1", metavar="DAYS", help=GRACE.in_(language))
    parser.add_argument("--keep", default="5", metavar="N", help=KEEP.in_(language))
    parser.add_argument("--full", action="store_true", help=FULL.in_(language))
    parser.add_argument("--dry-run", action="store_true", help=DRY.in_(language))
    parser.add_argument("--purge", type=Path, default=None, metavar="FILE", help=PURGE.in_(language))
    add_ssh(parser, language)


def run(call: Run) -> int:
    """Deploy, and say what was sent."""
    arguments, start = call.options, time.perf_counter()
    how = DeployOptions(
        grace=timedelta(days=_whole("--grace", arguments.grace, 0, MOST_DAYS)),
        keep=_whole("--keep", arguments.keep, 1, MOST_RELEASES),
        full=arguments.full,
        dry=arguments.dry_run,
        progress=_progress if sys.stderr.isatty() else silent,
    )
    site = (arguments.site or call.root / "site").absolute()
    _refuse_own(call, site)
    release = read_release(site, signing_key())
    try:
        done = open_target(arguments.target, arguments.ssh).deploy(release, how)
    except TransferError as error:
        print(error.sentence.in_(call.language), file=sys.stderr)
        return DATA_ERRORS
    except KeyboardInterrupt:
        print(STOPPED.in_(call.language), file=sys.stderr)
        return INTERRUPTED
    if arguments.purge:
        arguments.purge.write_text("".join(f"{address}\n" for address in addresses(done)), "utf-8")
    call.print_sentence(_dry(done) if arguments.dry_run else summary(done, time.perf_counter() - start))
    if arguments.dry_run:
        sys.stdout.writelines(f"{path}\n" for path in done.sent)
    if SIGNATURE not in release.closing:
        call.print_sentence(Sentence("此版本没有签名。", "This release is not signed."))
    return DONE


def _refuse_own(call: Run, site: Path) -> None:
    folder = local_folder(call.options.target)
    if folder is None:
        return
    refused = overlap(folder.resolve(), call.root, READ_FROM)
    if refused:
        raise Misuse(refused)
    if folder.resolve().is_relative_to(site.resolve()):
        raise Misuse(
            Sentence(
                f"不能发布到“{folder}”：那是 build 的输出文件夹。",
                f"The site cannot be deployed to “{folder}”: build writes that folder.",
            )
        )


def summary(done: Deployed, seconds: float) -> Sentence:
    """Return what came of a deployment."""
    waits = Sentence("", "")
    if done.waiting:
        waits = Sentence(f"另有 {done.waiting} 个旧文件稍后删除。", f" {done.waiting} old files are deleted later.")
    return Sentence(
        f"已发布版本 {done.release}：发送 {len(done.sent)} 个文件（{_kilobytes(done.size)} kB），"
        f"删除 {len(done.deleted)} 个，用时 {seconds:.1f} 秒。{waits.zh}",
        f"Published release {done.release}: {len(done.sent)} files sent ({_kilobytes(done.size)} kB), "
        f"{len(done.deleted)} deleted, {seconds:.1f} seconds.{waits.en}",
    )


def _dry(done: Deployed) -> Sentence:
    return Sentence(
        f"将发布版本 {done.release}：发送 {len(done.sent)} 个文件（{_kilobytes(done.size)} kB），"
        f"删除 {len(done.deleted)} 个。没有改动。",
        f"Would publish release {done.release}: {len(done.sent)} files to send ({_kilobytes(done.size)} kB), "
        f"{len(done.deleted)} to delete. Nothing was changed.",
    )


def addresses(done: Deployed) -> Sequence[str]:
    """Return the addresses below the site's root that changed; a page stands for itself and for its folder."""
    paths = sorted({*done.sent, *done.deleted})
    return [f"/{path.removesuffix(HOME)}" if path.rpartition("/")[2] == HOME else f"/{path}" for path in paths]


def _kilobytes(size: int) -> int:
    return -(-size // 1000)


def _progress(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _whole(name: str, typed: str, least: int, highest: int) -> int:
    if typed.isascii() and typed.isdigit() and least <= int(typed) <= highest:
        return int(typed)
    raise Misuse(
        Sentence(
            f"{name} 应为 {least} 到 {highest} 的整数，实际写的是“{typed}”。",
            f"{name} is a whole number from {least} to {highest}; got “{typed}”.",
        )
    )


COMMAND = Command("deploy", Sentence("把生成的网站发布出去", "publish the built site"), options, run)
