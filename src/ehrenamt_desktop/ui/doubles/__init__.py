"""People entered twice: the hint while typing, the list of suspects, the merge."""
