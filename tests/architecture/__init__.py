"""Tests of the code as a whole."""
