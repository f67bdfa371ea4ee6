"""Quantities as staff write them."""
