"""Trace: what a computation reads is noted while it runs, so that the next build knows what it depends on."""
