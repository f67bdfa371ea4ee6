"""History: what changed in published records, read from git, field by field, in words of both languages."""
