"""An outlook that goes through one record only, from which a page is looked at with everything in view."""

from catalog.model.apart import Apart
from catalog.views.context import Context


class OneOnly(Context):
    """What the maker of a kind of page is given so that it makes one page; ``at`` its address it sees everything."""

    @classmethod
    def of(cls, context: Context, kind: str, id_: str) -> "OneOnly":
        """Narrow a context to one record of a kind."""
        made = object.__new__(cls)
        made.__dict__.update(context.__dict__, catalog=Apart(context.catalog, kind, id_), whole=context)
        return made

    def at(self, address: str) -> Context:
        """Look from the page, at everything."""
        whole: Context = self.__dict__["whole"]
        return whole.at(address)
