"""Models: how plain values become records, and records bytes."""
