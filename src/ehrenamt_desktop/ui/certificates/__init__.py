"""Certificates: what will be said, changed by hand, seen and printed."""
