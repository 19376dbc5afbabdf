"""Companions of :mod:`communique.coding.reports`: parties, circumstances, counts, occurrences."""
