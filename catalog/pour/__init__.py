"""Pour: frames and views are joined into finished pages."""
