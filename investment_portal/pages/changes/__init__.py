"""Changes: events in the life of records, by day, from their dates and from git."""
