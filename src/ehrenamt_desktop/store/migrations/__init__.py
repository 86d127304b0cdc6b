"""The store's migrations, run from inside the program."""
