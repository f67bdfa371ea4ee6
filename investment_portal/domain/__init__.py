"""Domain: pure functions over records: groups, totals, related projects, dates."""
