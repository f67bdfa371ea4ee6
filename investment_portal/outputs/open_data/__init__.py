"""The open data below ``data/v1/``: records, lists, tables, and the files that describe them."""
