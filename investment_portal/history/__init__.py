"""History: changes of published records, read from git field by field."""
