"""Tests of the theme: how its files are written, what its styles hold."""
