"""Ehrenamt Desktop: the office program of a volunteer agency."""

__version__ = "0.1.0"
