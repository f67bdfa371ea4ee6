"""Reading of files into plain values."""
