"""The column of parks: page, schematic, lists."""
