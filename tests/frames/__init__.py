"""What surrounds pages."""
