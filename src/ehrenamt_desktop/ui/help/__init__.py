"""The handbook behind F1: a window of its own with contents, search and the page."""
