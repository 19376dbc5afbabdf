"""Weighing words that may tell an act: the features that are weighed, and the rows that carry them."""
