"""The same records built by this product and by what people would use instead, in turn."""
