"""Benchmarks: what the portal costs to build and to use."""
