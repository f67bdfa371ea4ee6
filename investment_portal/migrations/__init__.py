"""Migrations: what brings the files of a portal from one version of their form to the next."""
