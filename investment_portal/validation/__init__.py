"""Validation: the rules run over one record, over the portal as a whole, or over everything."""
