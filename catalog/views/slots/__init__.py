"""Slots: what the catalogue fills into hand-written pages, all listed in ``registry``."""
