"""Sources: bytes to pages, whatever their kind. Nothing here ever uses a network."""

from communique.sources.reading import read_pages

__all__ = ["read_pages"]
