"""How fast it is, measured on portals of any size."""
