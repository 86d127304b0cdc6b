"""A finished paper, seen before it is printed."""
