"""Parts of the stage that finds actors: one module for each kind of words that denote a party."""
