"""The declarations of incentives as data of pages that compute support only when they are looked at."""

from collections.abc import Iterator

from investment_portal.domain.incentives.declare import declare
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script
from investment_portal.pages.matcher.support import support_data, support_name


def support(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the data script of each language."""
    package = declare(build.catalog, build.day)
    for language, context in build.contexts.items():
        yield data_script(support_name(language), support_data(context, package))


OUTPUT = Output(support)
