"""Views: what a page shows, finished for one language: sorted, labelled, formatted, with addresses."""
