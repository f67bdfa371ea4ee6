"""Visual tests: what pages look like, that nothing moves, and that no text is cut."""
