"""The portal that a new district begins with: its files, and what fills them."""
