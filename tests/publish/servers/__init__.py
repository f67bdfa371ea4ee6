"""The settings for web servers, tried with the real ones."""
