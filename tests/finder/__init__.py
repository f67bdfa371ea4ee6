"""The finder of the project list, driven as a person would."""
