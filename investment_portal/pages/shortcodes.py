"""The register of shortcodes: a new one is one function and one line in its file; a new file is one line here."""

from typing import Any

from investment_portal.components.context import Context
from investment_portal.models.catalog import Catalog
from investment_portal.pages.changes import shortcodes as changes_shortcodes
from investment_portal.pages.compare import shortcodes as compare_shortcodes
from investment_portal.pages.compliance import shortcodes as compliance_shortcodes
from investment_portal.pages.contacts import shortcodes as contacts_shortcodes
from investment_portal.pages.costs import shortcodes as costs_shortcodes
from investment_portal.pages.data import shortcodes as data_shortcodes
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.dossiers import shortcodes as dossiers_shortcodes
from investment_portal.pages.embeds import shortcodes as embeds_shortcodes
from investment_portal.pages.enquiry import shortcodes as enquiry_shortcodes
from investment_portal.pages.events import shortcodes as events_shortcodes
from investment_portal.pages.guide import shortcodes as guide_shortcodes
from investment_portal.pages.home import shortcodes as home_shortcodes
from investment_portal.pages.matcher import shortcodes as matcher_shortcodes
from investment_portal.pages.parks import shortcodes as parks_shortcodes
from investment_portal.pages.policies import shortcodes as policies_shortcodes
from investment_portal.pages.privacy import shortcodes as privacy_shortcodes
from investment_portal.pages.procedures import shortcodes as procedures_shortcodes
from investment_portal.pages.projects import shortcodes as projects_shortcodes
from investment_portal.pages.requirements import shortcodes as requirements_shortcodes
from investment_portal.pages.results import shortcodes as results_shortcodes
from investment_portal.pages.search import shortcodes as search_shortcodes
from investment_portal.pages.sectors import shortcodes as sectors_shortcodes
from investment_portal.pages.shortcode import AnyShortcode, Blocks, ShortcodeWithArgument, registered
from investment_portal.pages.styleguide import shortcodes as styleguide_shortcodes

MODULES = (
    home_shortcodes,
    guide_shortcodes,
    projects_shortcodes,
    policies_shortcodes,
    costs_shortcodes,
    requirements_shortcodes,
    procedures_shortcodes,
    matcher_shortcodes,
    contacts_shortcodes,
    sectors_shortcodes,
    parks_shortcodes,
    results_shortcodes,
    events_shortcodes,
    changes_shortcodes,
    enquiry_shortcodes,
    compare_shortcodes,
    search_shortcodes,
    compliance_shortcodes,
    privacy_shortcodes,
    data_shortcodes,
    embeds_shortcodes,
    dossiers_shortcodes,
    styleguide_shortcodes,
)

SHORTCODES = registered(shortcode for module in MODULES for shortcode in module.SHORTCODES)


def _parsed(catalog: Catalog, written: str) -> tuple[AnyShortcode, str]:
    """Return a shortcode and its argument; a former id of a record is replaced by the present one."""
    name, _, argument = written.partition(":")
    shortcode = SHORTCODES[name]
    if isinstance(shortcode, ShortcodeWithArgument):
        argument = present_argument(catalog, shortcode, argument)
    return shortcode, argument


def present_argument(catalog: Catalog, shortcode: ShortcodeWithArgument, argument: str) -> str:
    """Return the argument of a shortcode with the present id of the record that it names."""
    id_, slash, rest = argument.partition("/")
    return f"{catalog.former.get((shortcode.refers_to or '', id_), id_)}{slash}{rest}"


def excerpt_of(data: Dataset, written: str) -> Any:
    """Return the excerpt of the projects for a shortcode; None where it shows no projects."""
    shortcode, argument = _parsed(data.catalog, written)
    if shortcode.excerpt is None:
        return None
    return (
        shortcode.excerpt(data, argument) if isinstance(shortcode, ShortcodeWithArgument) else shortcode.excerpt(data)
    )


def fill(context: Context, written: str, excerpt: Any) -> Blocks:
    """Fill a shortcode as a page writes it: ``hero``, ``figure:2020/new-projects`` (checked before, so it is there)."""
    shortcode, argument = _parsed(context.catalog, written)
    arguments = ([argument] if isinstance(shortcode, ShortcodeWithArgument) else []) + (
        [excerpt] if shortcode.excerpt else []
    )
    return shortcode.fill(context, *arguments)
