"""Private parts of the status stage: moods of verbs, and the words that govern an act."""
