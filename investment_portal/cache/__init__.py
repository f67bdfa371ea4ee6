"""Cache: what builds keep between runs, as plain data with checksums, and which inputs changed."""
