"""Routes, desks and the network, as readers meet them."""
