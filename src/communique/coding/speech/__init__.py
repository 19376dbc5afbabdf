"""Parts of the statements stage: words, quotations, cues at work, contents, speakers."""
