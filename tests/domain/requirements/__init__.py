"""Requirements: verdicts and the order of records."""
