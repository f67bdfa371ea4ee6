"""``upgrade``: change the files of a portal as the installed version of the generator needs them."""

import argparse
import sys

from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run, writing
from investment_portal.clock import SETTINGS
from investment_portal.content.text import Unreadable
from investment_portal.editing.files import FileChange, changed_lines, write_files
from investment_portal.languages import Language, Sentence
from investment_portal.migrations.upgrade import Upgrade, plan_upgrade
from investment_portal.schema_version import SCHEMA_VERSION
from investment_portal.starter.portal import RECORD
from investment_portal.version import version

WRITE = Sentence("写入改动；不加则只列出", "write the changes; without it they are only listed")
UP_TO_DATE = Sentence("已是最新，没有要改的文件。", "Up to date: there is nothing to change.")
DIFFERING = Sentence(
    "下列文件新版本有改动，而本门户自己也改过，不会覆盖，请对照着改（“+”是新版本的写法）：",
    "The new version changes these files, and so did this portal: they stay as they are. "
    "Compare, and take over what you need (“+” is how the new version writes them):",
)
NO_RECORD = Sentence(
    f"没有 {RECORD}，不比较流水线和编辑器设置。新版本的写法：在空文件夹里运行 init 可看到。",
    f"There is no {RECORD}: pipelines and settings of editors are not compared. "
    "Run init in an empty folder to see how the new version writes them.",
)
DRY = Sentence("没有写入。确认后加 --write 再运行一次。", "Nothing was written. Run it again with --write to write.")
LOOK_AT = Sentence("请人工核对：", "A person must look at:")
DELETED = Sentence("删除", "deleted")
ADDED = Sentence("新增", "added")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--write", action="store_true", help=WRITE.in_(language))


def run(call: Run) -> int:
    """Show what changes, and write it where that is asked for."""
    if not (call.root / SETTINGS).is_file():
        raise Misuse(Sentence(f"这里没有门户：缺少 {SETTINGS}。", f"There is no portal here: {SETTINGS} is missing."))
    try:
        upgrade = plan_upgrade(call.root)
    except Unreadable as error:
        print(error.fault.sentence.in_(call.language), file=sys.stderr)
        return DATA_ERRORS
    _show(call, upgrade)
    if not upgrade.changes:
        call.print_sentence(UP_TO_DATE)
        return DONE
    if not call.options.write:
        call.print_sentence(DRY)
        return DONE
    with writing(call, len(upgrade.changes)):
        write_files(call.root, upgrade.changes)
    call.print_sentence(_next(call))
    return DONE


def _show(call: Run, upgrade: Upgrade) -> None:
    """Print what the upgrade does, the files with their lines that change, and what a person must look at."""
    language = call.language
    call.print_sentence(_versions(upgrade))
    for number, migration in enumerate(upgrade.migrations, upgrade.schema_before):
        zh, en = migration.about
        call.print_sentence(Sentence(f"格式 {number} → {number + 1}：{zh}", f"Form {number} → {number + 1}: {en}"))
    for change in upgrade.changes:
        _show_file(change, language)
    if upgrade.differing:
        call.print_sentence(DIFFERING)
        for change in upgrade.differing:
            _show_file(change, language)
    if not upgrade.has_record:
        call.print_sentence(NO_RECORD)
    look_at = [sentence for migration in upgrade.migrations for sentence in migration.look_at]
    if look_at:
        call.print_sentence(LOOK_AT)
        for sentence in look_at:
            print(f"  - {sentence.in_(language)}")
    if upgrade.version_before not in {None, version()}:
        call.print_sentence(
            Sentence(
                f"更新说明：CHANGELOG.md 里 {upgrade.version_before} 之后、到 {version()} 为止的各版。",
                f"To read: the versions of CHANGELOG.md after {upgrade.version_before}, up to {version()}.",
            )
        )


def _versions(upgrade: Upgrade) -> Sentence:
    before = upgrade.version_before
    zh, en = (f"生成器 {before} → {version()}", f"Generator {before} → {version()}")
    if before in {None, version()}:
        zh, en = f"生成器 {version()}", f"Generator {version()}"
    first, last = upgrade.schema_before, SCHEMA_VERSION
    form = str(last) if first == last else f"{first} → {last}"
    return Sentence(f"{zh}，文件格式 {form}。", f"{en}, form of the files {form}.")


def _show_file(change: FileChange, language: Language) -> None:
    """Print the name of a file, and the lines that change in it; of a whole file only what becomes of it."""
    if change.before is None:
        print(f"{change.name} ({ADDED.in_(language)})")
    elif change.after is None:
        print(f"{change.name} ({DELETED.in_(language)})")
    else:
        print(change.name)
        for line in changed_lines(change):
            print(f"  {line}")


def _next(call: Run) -> Sentence:
    """Return the next steps."""
    line = call.line
    return Sentence(
        f"下一步：{line('check')}，{line('serve')}，看过之后提交。要退回，还原这次提交并重装原来的版本。",
        f"Next: {line('check')}, {line('serve')}; look at it, then commit. "
        "To go back, revert that commit and install the version before.",
    )


COMMAND = Command(
    "upgrade",
    Sentence("换了新版本后，按它的要求修改门户的文件", "change the portal's files as a new version needs them"),
    options,
    run,
)
