"""The schemas for editors."""
