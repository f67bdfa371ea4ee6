"""Rendering: from page inputs, layouts and templates to finished HTML."""
