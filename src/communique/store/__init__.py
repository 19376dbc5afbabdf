"""The store: coded articles, their reports, statements and events, and the failures, in one database.

SQLite by default (write-ahead log), PostgreSQL for teams; one schema for both. The coded article is
kept whole as JSON, one row a version of the code and its data; the other tables hold what queries ask
for, of the latest coding only, and can be rebuilt from it.
"""

from communique.store.opening import Store, default_url, open_store
from communique.store.queries import Query

__all__ = ["Query", "Store", "default_url", "open_store"]
