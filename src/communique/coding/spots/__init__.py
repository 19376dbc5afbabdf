"""Private companions of :mod:`communique.coding.places`: reading a sentence, and the rules."""
