"""Search data for the browser: data scripts made from records and content pages."""
