"""Portals that begin: what init writes, and portals that have few records yet."""
