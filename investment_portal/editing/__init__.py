"""Changes of records as staff make them: new, verify, withdraw, rename, format, and the values of a form."""
