"""The costs of a plan."""
