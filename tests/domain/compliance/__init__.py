"""Tests of the compliance report: every duty and its bad example."""
