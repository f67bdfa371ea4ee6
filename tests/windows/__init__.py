"""Windows for applying: the calendar and its files."""
