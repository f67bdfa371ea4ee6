"""The form: staff add, change, verify and withdraw records in the browser, on this machine alone."""
