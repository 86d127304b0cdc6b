"""The tab Auswertung: figures, costs, targets and what was reported."""
