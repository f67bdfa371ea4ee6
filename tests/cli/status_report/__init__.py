"""Tests of the status report."""
