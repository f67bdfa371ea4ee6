"""The commands, and the one door out for mistakes: 1 the data has errors, 2 wrong usage, 3 our bug."""
