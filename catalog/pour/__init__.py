"""Pour: views are rendered and joined with their layouts."""
