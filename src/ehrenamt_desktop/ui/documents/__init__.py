"""Unterlagen: the papers this program made, and making new ones."""
