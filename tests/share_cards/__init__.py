"""Tests of share cards."""
