"""Tools for assistants: the public records and the portal's own engines as functions of plain values."""
