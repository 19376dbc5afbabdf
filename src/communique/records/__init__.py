"""Records as plain JSON objects, and back: the one place where records become mappings."""

from communique.records.reading import from_json
from communique.records.writing import failure_json, to_json, versions_json

__all__ = ["failure_json", "from_json", "to_json", "versions_json"]
