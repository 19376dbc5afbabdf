"""Private companions of :mod:`communique.coding.sentences`: loading, converting and mending parses."""
