"""Read: the one door through which YAML comes in."""
