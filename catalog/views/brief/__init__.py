"""Briefs: what an investor is asked, whom the answer goes to, and the data with which a browser puts both into a text."""
