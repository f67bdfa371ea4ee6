"""Tests of the places that readers type, and the script that writes their list."""
