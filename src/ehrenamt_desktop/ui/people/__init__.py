"""The tab Personen."""
