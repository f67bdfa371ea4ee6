"""The privacy page: the register of stored keys, and the button that deletes them."""
