"""Scaffold: a new record to start from, with everything said that may be written in it."""
