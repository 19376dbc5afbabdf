"""Parts of the stage that reads time expressions: matching, reading, tense, and setting on the calendar."""
