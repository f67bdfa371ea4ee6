"""The rules run over records and over the portal."""
