"""Where a desk is in charge, in words: a region with the places that lie in it."""

from catalog.model.contact import Contact
from catalog.model.setting import Origin
from catalog.views.context import Context


def covered(context: Context, contact: Contact) -> str:
    """Name the regions that a desk covers, each with what lies in it."""
    if contact.regions == "all":
        return context.words["all"]
    return context.words["semicolon"].join(_region(context, context.catalog.origins[id_]) for id_ in contact.regions)


def _region(context: Context, origin: Origin) -> str:
    name = origin.name.in_(context.language)
    inner = [one.name.in_(context.language) for one in context.catalog.origins.values() if one.within == origin.id]
    if not inner:
        return name
    return context.words("route_region", name=name, places=context.words["separator"].join(inner))
