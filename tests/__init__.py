"""Tests of the portal generator."""
