"""Keys, locks and safety copies."""
