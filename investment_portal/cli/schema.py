"""``schema``: JSON Schemas for editors, which then complete keys and values and mark mistakes while typing."""

import argparse

from investment_portal.cli.command import DONE, Command, Run
from investment_portal.languages import Language, Sentence
from investment_portal.validation.json_schema_files import connection, schema_files, write

CONNECT = Sentence(
    "在 VS Code 里安装 YAML 扩展（redhat.vscode-yaml），再把下面这段放进 .vscode/settings.json：",
    "In VS Code, install the YAML extension (redhat.vscode-yaml) and put this into .vscode/settings.json:",
)


def options(_parser: argparse.ArgumentParser, _language: Language) -> None:
    """Declare no options."""


def run(call: Run) -> int:
    """Write the schemas, say which files changed, and print how to connect them."""
    files = schema_files(call.language)
    written = write(call.root, files)
    for name in written:
        print(name)
    same = len(files) - len(written)
    call.print_sentence(
        Sentence(
            f"写入 {len(written)} 个文件，{same} 个没有变动。",
            f"{len(written)} file{'s'[: len(written) != 1]} written, {same} unchanged.",
        )
    )
    call.print_sentence(CONNECT)
    print(connection(files))
    return DONE


COMMAND = Command(
    "schema",
    Sentence("生成编辑器用的 JSON Schema，写入 .schemas/", "write JSON Schemas for editors into .schemas/"),
    options,
    run,
)
