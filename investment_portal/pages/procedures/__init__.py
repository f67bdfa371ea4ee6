"""Procedures: the steps to operation, how long they take, and when each begins."""
