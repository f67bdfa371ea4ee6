"""The compliance report: its page and its files."""
