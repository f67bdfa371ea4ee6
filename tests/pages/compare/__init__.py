"""Projects weighed: the comparison, the shortlist, and what a project's page says of its neighbours."""
