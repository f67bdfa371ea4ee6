"""Links to the forms, with the subject of the page filled in."""

from investment_portal.components.context import Context
from investment_portal.components.parts import Link


def enquiry_link(context: Context, text: str, about: str = "") -> Link:
    """Link to the enquiry; ``about`` is its parameters, as ``project=ID``."""
    return Link(text, context.href(f"enquiry/{'?' if about else ''}{about}"))


def meeting_link(context: Context, about: str = "") -> Link:
    """Link to the request for a meeting."""
    return Link(context.words["meeting_ask"], context.href(f"meeting/{'?' if about else ''}{about}"))


def short_way(context: Context, kind: str, id_: str) -> Link:
    """Return the way to the enquiry in as few words as a phone's bar has room for."""
    return enquiry_link(context, context.words["enquiry_short"], f"{kind}={id_}")


def ways(context: Context, kind: str, id_: str) -> list[Link]:
    """Return both ways from a record's page: of a project, a contact or an event."""
    words = context.words
    text = {"project": words["enquiry_about"], "desk": words["enquiry_to_contact"]}.get(kind, words["enquiry_write"])
    about = f"{kind}={id_}"
    return [enquiry_link(context, text, about), meeting_link(context, about)]
