"""Charts: figures drawn to scale, each inside the table of the same figures.

A view holds finished geometry, in per cent of the room that the page gives; templates only place it.
"""
