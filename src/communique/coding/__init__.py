"""The stages from an article to its reports and statements; ``pipeline`` is their order."""
