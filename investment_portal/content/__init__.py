"""Content: from the files of a portal to plain values with their places."""
