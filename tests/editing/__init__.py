"""Tests of the part that changes records."""
