"""Outputs besides pages."""
