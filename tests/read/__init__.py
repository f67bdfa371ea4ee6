"""The door to YAML."""
