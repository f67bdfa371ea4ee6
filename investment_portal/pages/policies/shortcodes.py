"""Policies: the library with the coverage of the package, the calendar, and the entry on the home page."""

from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_script
from investment_portal.components.parts import Jump, Link, Section
from investment_portal.components.sections import none_yet
from investment_portal.domain.coverage import in_force, reaches
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import Instrument
from investment_portal.pages.contacts.routes import main_contact
from investment_portal.pages.matcher.links import entry as matcher_entry
from investment_portal.pages.policies.calendar import calendar
from investment_portal.pages.policies.coverage import coverage
from investment_portal.pages.policies.library import automatic
from investment_portal.pages.policies.library import library as policy_library
from investment_portal.pages.shortcode import Blocks, Shortcode


def library(context: Context) -> Blocks:
    """Return what needs no application first, then the filtered list, then the coverage of the package."""
    if not context.catalog.policies:
        return none_yet(context)
    words = context.words
    automatic_section = automatic(context)
    matrix = coverage(context)
    part = policy_library(context, main_contact(context))
    script = countdown_script(context, context.catalog.policies.values())
    ways = [
        *([Link(automatic_section.title, f"#{automatic_section.id}")] if automatic_section.parts else []),
        Link(words["policy_list_title"], "#library"),
        Link(matrix.title, f"#{matrix.id}"),
        Link(words["calendar_title"], context.href("policies/calendar/")),
    ]
    return [
        matcher_entry(context),
        Jump(words["on_this_page"], ways),
        *([automatic_section] if automatic_section.parts else []),
        Section("library", words["policy_list_title"], [part, *script]),
        matrix,
    ]


def entry(context: Context) -> Blocks:
    """Return the way into the package by need: each instrument with how many policies it has."""
    if not context.catalog.policies:
        return []
    words, language = context.words, context.language
    policies = [policy for policy in in_force(context.catalog, context.day) if reaches(policy, None)]
    links = [
        Link(
            f"{show(instrument, language)} {sum(policy.instrument is instrument for policy in policies)}",
            context.href(f"policies/#{instrument.value}"),
        )
        for instrument in Instrument
        if any(policy.instrument is instrument for policy in policies)
    ]
    return [
        Section(
            "policies",
            words["policies_by_need"],
            [Jump(words["by_instrument"], links), matcher_entry(context)],
            words.count("policies_note", len(policies)),
        )
    ]


SHORTCODES = (
    Shortcode("policy-list", library),
    Shortcode("policy-calendar", calendar),
    Shortcode("policy-entry", entry),
)
