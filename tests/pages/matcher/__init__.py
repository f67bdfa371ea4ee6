"""The matcher in a browser: what is typed, what is answered, what the address keeps."""
