"""Charts: their geometry, and that a page says every figure once."""
