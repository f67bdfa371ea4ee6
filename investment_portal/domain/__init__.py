"""Domain: pure functions over records: routes, incentives, groups, related projects, totals, facets, dates."""
