"""What the status command reports."""
