"""Use cases of the office, one transaction each. Drafts and numbers in, frozen rows out."""
