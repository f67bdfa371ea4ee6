"""The register of commands: a new command is one file and one line here."""

from catalog.commands import build, check, diff, new, schema, serve, status
from catalog.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    new.COMMAND,
    schema.COMMAND,
    status.COMMAND,
    diff.COMMAND,
)
