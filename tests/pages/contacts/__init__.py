"""Routes, contacts and the network, as readers meet them."""
