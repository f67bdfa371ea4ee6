"""Domain: pure functions over records."""
