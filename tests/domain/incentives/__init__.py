"""The arithmetic of support: against an independent slow version, and the same in the browser."""
