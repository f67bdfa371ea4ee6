"""Briefs: codes, numbers, texts, calendar files, and the forms as a person fills them in."""
