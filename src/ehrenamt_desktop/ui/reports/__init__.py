"""Reports to council and funders: the dialog that asks, and the way to the file."""
