"""Outputs besides pages: one file each, all listed in ``registry``."""
