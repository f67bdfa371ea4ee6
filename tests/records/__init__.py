"""A person on the pages of single records: by finger, by keys, and without scripts."""
