"""Tests of what is computed from records: groups, related projects, excerpts, edges."""
