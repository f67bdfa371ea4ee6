"""Reading a portal."""
