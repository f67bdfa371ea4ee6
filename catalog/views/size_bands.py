"""What sizes a park has on offer, so that an investor sees at once whether anything fits."""

from collections.abc import Sequence

from catalog.derive.sizes import Band, hall_bands, office_band, plot_bands
from catalog.model.park import Park
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.parts import Cell, Section, Table


def size_section(context: Context, park: Park) -> Section:
    """Give the table of sizes; sorts of which the park has nothing are left out, empty sizes of a sort are not."""
    words = context.words
    rows = []
    if park.plots:
        rows += [_row(context, words["place_plot"], band) for band in plot_bands(park.plots)]
    halls = hall_bands(park.halls)
    if any(band.offers for band in halls):
        rows += [_row(context, words["place_hall"], band) for band in halls]
    offices = office_band(park.halls)
    if offices.offers:
        rows.append(_row(context, words["place_office"], offices))
    head = [words[f"place_{name}"] for name in ("size", "offer", "soonest")]
    parts = [Table(words["place_sizes"], head, rows)] if rows else []
    return Section("sizes", words["place_sizes"], parts, words["place_sizes_note"])


def _row(context: Context, sort: str, band: Band) -> Sequence[Cell]:
    words, size = context.words, context.words("place_sort", sort=sort, size=_size(context, band))
    if not band.offers:
        return [Cell(size), Cell(words["place_none"]), Cell("—")]
    offer = words("place_in_all", count=len(band.offers), sum=show(band.total, context.language))
    soonest = show(band.soonest, context.language) if band.soonest else words["unknown"]
    return [Cell(size), Cell(offer), Cell(soonest)]


def _size(context: Context, band: Band) -> str:
    words = context.words
    bounds = {
        name: show(bound, context.language) for name, bound in (("from", band.above), ("to", band.below)) if bound
    }
    if len(bounds) > 1:
        return words("place_between", **bounds)
    return words("place_above" if band.above else "place_up_to" if band.closed else "place_below", **bounds)
