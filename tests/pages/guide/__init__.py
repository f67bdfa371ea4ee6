"""The guide, from a plan to a page of one's own."""
