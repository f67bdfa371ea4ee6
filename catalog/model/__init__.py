"""The model: every record that a portal holds, field by field, in the field's own words."""
