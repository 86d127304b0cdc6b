"""Ehrenamt Desktop: the office program of a volunteer agency."""

import os

__version__ = "0.1.0"

# Matching shares its work among threads itself; threads within each product would only get in
# their way (measured: seven times as slow). Must be said before numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
