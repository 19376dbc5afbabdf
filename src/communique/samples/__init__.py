"""Sample dispatches, written for this project in its own words about documented events (JSONL)."""
