"""The build from end to end."""
