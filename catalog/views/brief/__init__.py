"""Briefs: what an investor is asked, and the data with which a browser makes a text of the answers for a desk."""
