"""Tests of the templates of pages."""
