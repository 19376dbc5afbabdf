"""Articles: pages as canonical text, cut into blocks."""

from communique.article.making import make_article

__all__ = ["make_article"]
