"""The register of commands: a new command is one file and one line here."""

from catalog.commands import build, check, schema, serve
from catalog.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    schema.COMMAND,
)
