"""The command line. Exit codes: 0 done, 1 the data has errors, 2 wrong usage, 3 our bug."""
