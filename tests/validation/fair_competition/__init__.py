"""Tests of questioned wording."""
