"""The cost sheet."""
