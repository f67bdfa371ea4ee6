"""Scripts: ES modules of the portal, joined into one classic script per page part that uses them."""
