"""The register of commands: a new command is one file here and its name in this list."""

from importlib import import_module

from catalog.commands.command import Command

NAMES: tuple[str, ...] = ("check", "build", "serve", "new", "schema", "status", "diff")
"""The commands, in the order in which help lists them."""


def command(name: str) -> Command:
    """Give a command; only now is its module imported, so that no command waits for what another needs."""
    found: Command = import_module(f"catalog.commands.{name}").COMMAND
    return found
