"""Lists from elsewhere in, own lists out."""
