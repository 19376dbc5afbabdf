"""Every limit on size and time, in one place, so that no input can hang a run.

Sizes were chosen on real input: the longest of 3,988 articles of French-language press has 48,000
characters, the largest of 243 saved pages 1.6 MB.
"""

ARTICLE_CHARACTERS = 200_000
"""Longest text that is coded as one article; longer input is a Failure."""

FILE_BYTES = 24_000_000
"""Largest file that is read as one article (a saved page with all that it embeds)."""

LINE_BYTES = 4_000_000
"""Longest line of a JSONL file; files of many lines may have any size."""

SNIFF_BYTES = 65_536
"""How much of an input is looked at to tell what it is."""

SOURCE_LINE_CHARACTERS = 20_000
"""Longest line that is searched for the marks of page furniture; longer ones count as body as they are."""

CONTROL_SHARE = 0.05
"""Share of control characters from which on an input counts as binary."""

ARTICLE_SECONDS = 60.0
"""Time after which an article's coding is given up as a Failure."""
