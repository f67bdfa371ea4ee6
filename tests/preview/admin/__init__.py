"""Tests of the form in the browser."""
