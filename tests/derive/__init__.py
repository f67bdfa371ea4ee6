"""What follows from the records together."""
