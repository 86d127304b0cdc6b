"""Papers for somebody: suggested and packed, called back, the rules behind it, own forms."""

HAND_OUT = "Unterlagen aushändigen …"
"""What the command is called wherever it stands."""
