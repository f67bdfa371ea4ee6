"""What is computed from records: groups, related projects, excerpts, edges."""
