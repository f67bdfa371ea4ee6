"""Load: files become records; what cannot be one becomes a problem at its place."""
