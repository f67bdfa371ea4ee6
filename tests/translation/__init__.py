"""Tests of texts for translators."""
