"""Results, and the facts that the site states."""
