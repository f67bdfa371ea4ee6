"""The rules, by subject; each is a function with its ``Rule``, listed in ``validation/registry.py``."""
