"""Converting and packing records."""
