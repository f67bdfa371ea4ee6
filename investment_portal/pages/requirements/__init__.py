"""The page of requirements: must-haves and wishes are compared with every park and project."""
