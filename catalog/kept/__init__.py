"""Kept: what one build leaves for the next below ``.cache``; whatever is damaged there is made anew, never trusted.

Modules that a run needs even where nothing changed (``box``, ``scan``, ``code``, ``ledger``) import no model.
"""
