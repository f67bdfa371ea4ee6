"""Links from pages to their dossiers, with pages and size; ``investment_portal/dossiers`` makes the files."""
