"""Tests of pictures: they are drawn here, none is stored."""
