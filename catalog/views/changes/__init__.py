"""Changes: what happened to records, day by day, from their dates and from their history."""
