"""Status: what needs a person, one concern in each file, and how well fields are filled."""
