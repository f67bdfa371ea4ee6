"""The MkDocs theme ``investment-portal``, which extends Material: templates, styles, scripts and interface words."""
