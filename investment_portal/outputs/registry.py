"""The register of outputs: a new one is one file, its import and one line here."""

from investment_portal.outputs import (
    assistant_data,
    compare,
    embeds,
    feed,
    llms,
    places,
    project_data,
    project_names,
    redirects,
    requirement_data,
    search_data,
    sitemap,
    support_data,
    web_manifest,
)
from investment_portal.outputs.event_calendars import calendars
from investment_portal.outputs.open_data import change_feed, descriptions, records
from investment_portal.outputs.output import Output
from investment_portal.outputs.policy_calendars import window_files
from investment_portal.outputs.vcards import cards

OUTPUTS: tuple[Output, ...] = (
    redirects.OUTPUT,
    redirects.ADDRESSES,
    sitemap.OUTPUT,
    Output(sitemap.robots),
    llms.OUTPUT,
    web_manifest.OUTPUT,
    Output(window_files),
    feed.OUTPUT,
    feed.TOPICS,
    feed.LIST,
    Output(calendars),
    Output(cards),
    project_names.OUTPUT,
    places.OUTPUT,
    compare.OUTPUT,
    requirement_data.PARKS,
    requirement_data.PROJECTS,
    project_data.INDEX,
    project_data.TEXTS,
    search_data.OUTPUT,
    support_data.OUTPUT,
    assistant_data.OUTPUT,
    search_data.ANSWERS,
    search_data.WORDS,
    records.RECORDS,
    records.LISTS,
    descriptions.SCHEMAS_OUTPUT,
    descriptions.OPENAPI,
    descriptions.PACKAGE,
    descriptions.DCAT,
    change_feed.OUTPUT,
    embeds.STYLES,
    embeds.CARDS,
    embeds.LISTS,
)
