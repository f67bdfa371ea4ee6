"""Every rule, shown by a bad example."""
