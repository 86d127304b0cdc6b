"""Letters: one of them written by hand, and the words they all begin with."""
