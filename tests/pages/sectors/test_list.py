"""The list of sectors: its figures are those of the projects, and each row leads to the sector and to a contact."""

import re
from decimal import Decimal

import pytest

from investment_portal.domain.coverage import in_force, reaches
from investment_portal.formatting.values import show
from investment_portal.languages import Language
from investment_portal.models.quantities.money import yuan
from tests.markup import read_markup
from tests.sites import Site


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sector_has_its_figures(real: Site, language: Language) -> None:
    """Projects, investment, land and incentives in force are counted here from the records themselves."""
    catalog, folder = real.catalog, real.out / ("" if language == "zh" else language)
    article = read_markup((folder / "sectors/index.html").read_text("utf-8")).article
    rows = dict(
        re.findall(r'<tr>\s*<th scope="row">.*?href="\.\./sectors/([^"]+)/">.*?</th>(.*?)</tr>', article, re.DOTALL)
    )
    assert list(rows) == [*catalog.sectors]
    for sector, row in rows.items():
        projects = [
            project for project in catalog.projects.values() if project.sector == sector and not project.withdrawn
        ]
        total = sum(
            (project.investment.low.amount for project in projects if project.investment and project.investment.low),
            Decimal(0),
        )
        incentives = sum(reaches(policy, sector) for policy in in_force(catalog, real.day))
        cells = [re.sub(r"<.*?>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        assert cells[0] == str(len(projects))
        assert cells[1] == show(yuan(total), language)
        assert cells[3] == str(incentives)
        assert re.search(r'href="\.\./contacts/[^"]+/"', row)


def test_the_path_of_a_sector_leads_to_the_list(real: Site) -> None:
    """An address cut short and the path on top reach the same page."""
    page = read_markup((real.out / "sectors/electronics/index.html").read_text("utf-8"))
    assert ("a", "../../sectors/") in page.links
    assert (real.out / "en/sectors/index.html").is_file()
