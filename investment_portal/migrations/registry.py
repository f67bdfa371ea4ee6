"""All migrations. A new one is due where the generator comes to read files in another form than before.

It is a module of this folder with a function that changes ``PortalFiles`` and leaves alone what it has changed already,
and a line here. ``SCHEMA_VERSION`` is the version that the last one leads to.
"""

from collections.abc import Callable, Mapping, Sequence

from investment_portal.languages import Sentence
from investment_portal.migrations.portal_files import PortalFiles
from investment_portal.value import Value


class Migration(Value):
    """A step from one version of the form to the next: what it does, what it changes, what a person must look at."""

    about: Sentence
    change: Callable[[PortalFiles], None]
    look_at: Sequence[Sentence] = ()


MIGRATIONS: Mapping[int, Migration] = {}
"""Migrations by the version that they start from."""
