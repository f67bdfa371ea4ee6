"""Schema: what editors need to help while a record is typed, as JSON Schema (draft 2020-12)."""
