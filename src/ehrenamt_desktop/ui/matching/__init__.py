"""The tab Vermittlung: what fits whom, proposals, and the placements that follow."""
