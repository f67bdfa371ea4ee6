"""Upgrades: migrations, files of the generator, versions."""
