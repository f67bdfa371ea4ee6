"""What readers see of changes."""
